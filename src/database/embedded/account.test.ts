import { describe, expect, it } from 'vitest';
import { chooseAccount } from './account.ts';
import { EmbeddedDatabaseError } from './fault.ts';

const root = 'root:x:0:0:root:/root:/bin/bash';
const nobody = 'nobody:x:65534:65533:nobody:/nonexistent:/usr/sbin/nologin';
const alice = 'alice:x:1000:1001::/home/alice:/bin/sh';

describe('the account that a root process lets the server run as', () => {
  it('is an unprivileged one for a folder of our own', () => {
    expect(chooseAccount([root, alice, nobody, ''].join('\n'), 0)).toEqual({ uid: 65534, gid: 65533 });
  });

  it('is the owner of a folder that an ordinary user made', () => {
    expect(chooseAccount([root, alice, nobody].join('\n'), 1000)).toEqual({ uid: 1000, gid: 1001 });
  });

  it('is not an owner that the system does not know: initdb would refuse it', () => {
    expect(chooseAccount([root, nobody].join('\n'), 4711)).toEqual({ uid: 65534, gid: 65533 });
  });

  it('is missed with a mend when there is none', () => {
    expect(() => chooseAccount(root, 0)).toThrow(EmbeddedDatabaseError);
    expect(() => chooseAccount(root, 0)).toThrow(/set DATABASE_URL/);
  });
});
