import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';

const none = { url: undefined, folder: undefined };
const host = 'https://static.example.com/k3v9';

describe('the arguments of npm run fail-open', () => {
  it('name desk, host and folder, or take those of the environment', () => {
    const given = readArguments(['dino', '--host', `${host}/`, '--out', 'x'], none);
    expect(given).toEqual({ ok: true, wish: { way: 'write', desk: 'dino', host, out: 'x' } });
    const set = readArguments(['dino', '--check'], { url: host, folder: '/srv' });
    expect(set).toEqual({ ok: true, wish: { way: 'check', desk: 'dino', host, out: '/srv' } });
  });

  it('take the addresses of Bins', () => {
    const url = 'https://handler.twilio.com/twiml/EH1';
    expect(readArguments(['dino', '--bins', '--bin', `screen=${url}`], none)).toEqual({
      ok: true,
      wish: { way: 'bins', desk: 'dino', bins: { screen: url } },
    });
  });

  it.each([
    [['--host', host], 'name one desk'],
    [['dino', 'netex', '--host', host], 'name one desk'],
    [['dino'], '--host is missing'],
    [['dino', '--host', 'http://static.example.com'], 'give an https address'],
    [['dino', '--host', `${host}?a=1`], 'without ? and #'],
    [['dino', '--hots', host], '--hots'],
    [['dino', '--bin', 'scren=https://x.example'], '--bin scren=https://x.example: write NAME=URL'],
    [['dino', '--bins', '--check'], '--bins goes with none of'],
  ])('%j are refused with a mend', (args, words) => {
    const read = readArguments(args, none);
    expect(read.ok === false ? read.faults : []).toContainEqual(expect.stringContaining(words));
  });
});
