import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { dinoPeople, enrol } from '../../test/support/people.ts';
import { dinoScript } from '../ivr/dino.fixture.ts';
import type { PhoneNumber } from '../kernel/index.ts';
import { Carriers } from '../service/index.ts';
import { hostedAt, makeFailOpen } from './make.ts';

const theirs = '+12025550190' as PhoneNumber;
const ours = '+18004803466' as PhoneNumber;
const host = 'https://static.example.com/k3v9';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await enrol(database.pool, dinoPeople);
});
afterAll(() => database.close());

/** Where each carrier's call begins, and the number that it shows to the people on duty. */
async function shown(numbers: PhoneNumber[], pageFrom: PhoneNumber[], second: PhoneNumber[] = [theirs]) {
  const carriers = new Carriers(second.length > 0 ? { name: 'signalwire', numbers: second } : undefined);
  const script = { ...dinoScript(), numbers };
  const { sets } = await makeFailOpen(database.pool, script, new Date(), { pageFrom, carriers }, (place) =>
    hostedAt(host, place),
  );
  for (const { place, documents } of sets) {
    expect(documents.voice).toContain(`url="${host}/${place}/screen.xml"`);
  }
  return sets.map(({ place, documents }) => [place, /callerId="([^"]+)"/.exec(documents.voice)?.[1]]);
}

describe('what answers a desk’s callers while the service is down shows a number of the carrier that dials', () => {
  it('with one carrier, the one that pages come from', async () => {
    expect(await shown([ours], [], [])).toEqual([['dino', ours]]);
    expect(await shown([ours], ['+12025550144' as PhoneNumber], [])).toEqual([['dino', '+12025550144']]);
  });

  it('with numbers at both, each its own, whichever stands first', async () => {
    const both = [
      ['dino', ours],
      ['dino/signalwire', theirs],
    ];
    expect(await shown([theirs, ours], [])).toEqual(both);
    expect(await shown([ours, theirs], [])).toEqual(both);
  });

  it('with no number at the second carrier, nothing for that one', async () => {
    expect(await shown([ours], [])).toEqual([['dino', ours]]);
  });

  it('with no number at the first, none of the other’s there', async () => {
    expect(await shown([theirs], [])).toEqual([
      ['dino', undefined],
      ['dino/signalwire', theirs],
    ]);
  });
});
