import { describe, expect, it } from 'vitest';
import { readDocument } from '../../phones/twiml/index.ts';
import { dinoScript } from '../ivr/dino.fixture.ts';
import type { PhoneNumber } from '../kernel/index.ts';
import { documentNames, documentsNamedBy, failOpenDocuments, versionOf } from './documents.ts';
import { hostedAt } from './make.ts';
import { everybody, rosterOf, somebody } from './roster.test-support.ts';
import { whoRings, type Ringing } from './who-rings.ts';

const callerId = '+18004803466' as PhoneNumber;
const addressOf = hostedAt('https://static.example.com/k3v9', 'dino');
const script = dinoScript();

const documentsOf = (ringing: Ringing) => failOpenDocuments({ script, ringing, callerId, addressOf });
const dino = documentsOf(whoRings(script, rosterOf(everybody)));

describe('the documents of the desk that ships', () => {
  it.each(documentNames)('%s.xml is this', async (name) => {
    await expect(dino[name]).toMatchFileSnapshot(`golden/dino/${name}.xml`);
  });

  it.each(documentNames)('%s.xml is TwiML as Twilio takes it, also without an address of its own', (name) => {
    const setting = name === 'screen' || name === 'accepted' ? 'whisper' : 'call';
    expect(() => readDocument(dino[name], setting, { inline: true })).not.toThrow();
    // What the Calls API takes inline, the tightest of Twilio's limits.
    expect(dino[name].length).toBeLessThan(4000);
  });

  it('name each other by GET alone, and nothing else in the world', () => {
    for (const name of documentNames) {
      const named = [...dino[name].matchAll(/<(\w+)[^>]*?(?:action|url)="([^"]+)"[^>]*>/g)];
      expect(new Set(named.map(([, , address]) => address))).toEqual(
        new Set(documentsNamedBy[name].map(addressOf)),
      );
      for (const [tag] of named) expect(tag).toContain('method="GET"');
      expect(dino[name].match(/https?:/g)?.length ?? 0).toBe(named.length);
    }
  });

  it('have a version of their own that changes with what they say', () => {
    expect(versionOf(dino.voice)).toMatch(/^[0-9a-f]{16}$/);
    const fewer = documentsOf(whoRings(script, rosterOf(everybody.slice(1))));
    expect(versionOf(fewer.voice)).not.toBe(versionOf(dino.voice));
    expect(versionOf(fewer.screen)).toBe(versionOf(dino.screen));
    expect(versionOf('<Response/>')).toBeUndefined();
  });
});

it('takes a message at once when nobody can be rung', () => {
  const { voice } = documentsOf(whoRings(script, rosterOf([])));
  const verbs = readDocument(voice, 'call', { inline: true }).map(({ name }) => name);
  expect(verbs).toEqual(['Say', 'Say', 'Say', 'Record', 'Say', 'Record', 'Say', 'Hangup']);
  expect(voice).toContain('nobody can be called from here');
});

it('stays within what Twilio takes with as many people as it ever rings', () => {
  const ten = Array.from({ length: 10 }, (_, n) => somebody('t', 'technician', String(20 + n)));
  const group = ten.map((person) => person.contacts.voice!.address);
  const { voice } = documentsOf({
    groups: Array.from({ length: 6 }, () => group),
    ringSeconds: 60,
    faults: [],
  });
  expect(() => readDocument(voice, 'call', { inline: true })).not.toThrow();
});
