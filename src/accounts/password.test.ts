import { describe, expect, it } from 'vitest';
import { hashPassword, passwordFault, passwordMatches } from './password.ts';

describe('passwords', () => {
  it('matches only the password that was hashed, and never stores it', async () => {
    const stored = await hashPassword('correct horse battery');
    expect(stored).not.toContain('correct');
    expect(await passwordMatches('correct horse battery', stored)).toBe(true);
    expect(await passwordMatches('correct horse batterz', stored)).toBe(false);
    expect(await passwordMatches('correct horse battery', undefined)).toBe(false);
  });

  it('hashes one password differently each time', async () => {
    expect(await hashPassword('correct horse battery')).not.toBe(await hashPassword('correct horse battery'));
  });

  it('takes an accented password however the keyboard composed it', async () => {
    const stored = await hashPassword('sm\u00f6rg\u00e5sbord12');
    expect(await passwordMatches('smo\u0308rga\u030asbord12', stored)).toBe(true);
  });

  it('says what is wrong with a short one', () => {
    expect(passwordFault('elevenchars')).toMatch(/11 characters. At least 12/);
    expect(passwordFault('twelve chars')).toBeUndefined();
    expect(passwordFault('x'.repeat(201))).toMatch(/At most 200/);
  });
});
