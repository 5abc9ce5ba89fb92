import { expect, it } from 'vitest';
import { CODE_MARK, Codes } from './codes.ts';

const id = '019a0000-0000-7000-8000-000000000001';
const other = '019a0000-0000-7000-8000-000000000002';
const codes = new Codes('a key');

it('there are none without a key', () => {
  expect(codes.areSecret).toBe(true);
  expect(new Codes('').areSecret).toBe(false);
  expect(() => new Codes('').of('01')).toThrow('a code needs a key');
});

it('a code is six digits, the same for its row in every process, and another for every other row and key', () => {
  expect(codes.of(id)).toMatch(/^\d{6}$/);
  expect(new Codes('a key').of(id)).toBe(codes.of(id));
  expect(codes.of(other)).not.toBe(codes.of(id));
  expect(new Codes('another key').of(id)).not.toBe(codes.of(id));
});

it('is known as it is typed, with blanks, and nothing else is', () => {
  const code = codes.of(id);
  expect(codes.isOf(id, ` ${code.slice(0, 3)} ${code.slice(3)}`)).toBe(true);
  for (const typed of ['', code.slice(1), `${code}0`, codes.of(other), 'abcdef', CODE_MARK])
    expect(codes.isOf(id, typed)).toBe(false);
});

it('stands in a text only where it is sent', () => {
  expect(codes.putIn(`${CODE_MARK} is your code`, id)).toBe(`${codes.of(id)} is your code`);
});
