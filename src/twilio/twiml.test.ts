import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Gather, JoinConference, Say, Verb } from '../telephony/index.ts';
import { withConnectionOverrides } from './connection-overrides.ts';
import { maxDocumentBytes, renderTwiml } from './twiml.ts';

interface Node {
  name: string;
  attributes: Record<string, string>;
  children: Node[];
  text: string;
}

const say: Say = { verb: 'say', text: 'Hello', language: 'en-US', voice: 'Polly.Joanna-Neural' };
const gather: Gather = {
  verb: 'gather',
  prompts: [say, { verb: 'pause', seconds: 1 }],
  input: 'keys',
  action: 'https://desk.example.com/twilio/menu?a=1&b=2',
  timeoutSeconds: 5,
  reportSilence: false,
};
const join: JoinConference = {
  verb: 'join-conference',
  conference: 'room-1',
  label: 'caller',
  startsConference: false,
  endsConferenceOnExit: true,
  waitUrl: 'https://desk.example.com/twilio/wait',
  action: 'https://desk.example.com/twilio/after',
  statusUrl: 'https://desk.example.com/twilio/room',
};

describe('renderTwiml', () => {
  it('writes an empty document for no verbs', () => {
    expect(renderTwiml([])).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>');
  });

  it('writes every plain verb in order', () => {
    const [first, ...others] = verbsOf([
      say,
      { verb: 'play', url: 'https://desk.example.com/a.mp3?x=1&y=2' },
      { verb: 'pause', seconds: 2 },
      { verb: 'redirect', url: 'https://desk.example.com/next#rc=2' },
      { verb: 'reject', reason: 'busy' },
      { verb: 'hangup' },
    ]);
    expect(first).toMatchObject({
      name: 'Say',
      text: 'Hello',
      attributes: { voice: 'Polly.Joanna-Neural', language: 'en-US' },
    });
    expect(others).toMatchObject([
      { name: 'Play', text: withConnectionOverrides('https://desk.example.com/a.mp3?x=1&y=2') },
      { name: 'Pause', attributes: { length: '2' } },
      { name: 'Redirect', text: 'https://desk.example.com/next#rc=2' },
      { name: 'Reject', attributes: { reason: 'busy' } },
      { name: 'Hangup' },
    ]);
  });

  it('waits for keys until the finish key, around its prompts', () => {
    const [node] = verbsOf([gather]);
    expect(node?.attributes).toEqual({
      input: 'dtmf',
      action: withConnectionOverrides('https://desk.example.com/twilio/menu?a=1&b=2'),
      timeout: '5',
      finishOnKey: '#',
    });
    expect(node?.children.map((child) => child.name)).toEqual(['Say', 'Pause']);
  });

  it('takes a fixed number of keys, # and * among them, unless told otherwise', () => {
    expect(verbsOf([{ ...gather, keyCount: 1 }])[0]?.attributes).toMatchObject({
      numDigits: '1',
      finishOnKey: '',
    });
    expect(verbsOf([{ ...gather, finishOnKey: '' }])[0]?.attributes.finishOnKey).toBe('');
    expect(verbsOf([{ ...gather, keyCount: 6, finishOnKey: '*' }])[0]?.attributes.finishOnKey).toBe('*');
  });

  it('reports silence only when asked to', () => {
    expect(verbsOf([{ ...gather, reportSilence: true }])[0]?.attributes.actionOnEmptyResult).toBe('true');
  });

  it('listens with hints in a language, and leaves both out for keys alone', () => {
    const hints = ['one', 'severity one'];
    const heard = { ...gather, input: 'keys-and-speech' as const, hints, language: 'sv-SE' };
    expect(verbsOf([heard])[0]?.attributes).toMatchObject({
      input: 'dtmf speech',
      hints: 'one, severity one',
      language: 'sv-SE',
      speechTimeout: 'auto',
    });
    const keysOnly = verbsOf([{ ...heard, input: 'keys' }])[0]?.attributes ?? {};
    expect(Object.keys(keysOnly)).not.toEqual(expect.arrayContaining(['hints']));
    expect(Object.keys(keysOnly)).not.toEqual(expect.arrayContaining(['language']));
  });

  it('records with an action, so that the document is not asked for again in a loop', () => {
    const record: Verb = {
      verb: 'record',
      action: 'https://desk.example.com/twilio/recorded',
      recordingStatusUrl: 'https://desk.example.com/twilio/recording',
      maxSeconds: 180,
      silenceSeconds: 8,
      finishOnKey: '#',
    };
    expect(verbsOf([record])[0]?.attributes).toEqual({
      action: withConnectionOverrides(record.action),
      recordingStatusCallback: withConnectionOverrides(record.recordingStatusUrl),
      recordingStatusCallbackEvent: 'completed absent',
      maxLength: '180',
      timeout: '8',
      finishOnKey: '#',
    });
  });

  it('joins a conference without beeps and hears of start, end, join and leave', () => {
    const [dial] = verbsOf([join]);
    expect(dial).toMatchObject({
      name: 'Dial',
      attributes: { action: withConnectionOverrides(join.action) },
    });
    expect(dial?.children).toEqual([
      {
        name: 'Conference',
        text: 'room-1',
        children: [],
        attributes: {
          beep: 'false',
          startConferenceOnEnter: 'false',
          endConferenceOnExit: 'true',
          participantLabel: 'caller',
          waitUrl: withConnectionOverrides(join.waitUrl),
          statusCallback: withConnectionOverrides(join.statusUrl),
          statusCallbackEvent: 'start end join leave',
        },
      },
    ]);
  });

  it.each([
    '/next',
    'next',
    '',
    '//desk.example.com/x',
    'ftp://desk.example.com/x',
    'https://',
    'javascript:alert(1)',
  ])('refuses %j where an absolute URL must be', (url) => {
    for (const verb of [
      { verb: 'redirect', url },
      { verb: 'play', url },
      { ...gather, action: url },
      { ...join, waitUrl: url },
      { ...join, action: url },
      { ...join, statusUrl: url },
    ] as Verb[]) {
      expect(() => renderTwiml([verb])).toThrow('not an absolute http or https URL');
    }
  });

  it('refuses a document that Twilio would refuse for its length, in bytes', () => {
    const long = (characters: number): Verb[] => [{ ...say, text: 'å'.repeat(characters) }];
    expect(() => renderTwiml(long(maxDocumentBytes / 2))).toThrow(`at most ${maxDocumentBytes}`);
    expect(renderTwiml(long(maxDocumentBytes / 2 - 100))).toContain('å');
  });

  it('refuses a label that Twilio would refuse', () => {
    expect(() => renderTwiml([{ ...join, label: 'x'.repeat(129) }])).toThrow('at most 128');
  });
});

describe('hostile text', () => {
  it('comes back from a strict parser as it was, in text and in attributes', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(anything, anything, (text, label) => {
        const [spoken, dial] = verbsOf([
          { ...say, text },
          { ...join, label: label.slice(0, 128), conference: text },
        ]);
        expect(spoken?.text).toBe(withoutForbidden(text));
        expect(dial?.children[0]?.text).toBe(withoutForbidden(text));
        expect(dial?.children[0]?.attributes.participantLabel).toBe(withoutForbidden(label.slice(0, 128)));
      }),
      { numRuns: 500 },
    );
  });

  it('can add no verb', () => {
    const text = '</Say><Dial>+12025550199</Dial><Say x="&amp;]]>\u0000\ud800\r\n\t\'';
    const nodes = verbsOf([{ ...say, text }]);
    expect(nodes).toHaveLength(1);
    expect(nodes[0]?.text).toBe('</Say><Dial>+12025550199</Dial><Say x="&amp;]]>\r\n\t\'');
  });
});

/** What XML 1.0 can hold, said in another way than the product says it. */
function withoutForbidden(text: string): string {
  return Array.from(text)
    .filter((character) => {
      const point = character.codePointAt(0) ?? 0;
      const surrogate = point >= 0xd800 && point <= 0xdfff;
      return (
        point === 9 || point === 10 || point === 13 || (point >= 32 && !surrogate && (point & ~1) !== 0xfffe)
      );
    })
    .join('');
}

function verbsOf(verbs: Verb[]): Node[] {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, attributes: { ...attributes }, children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    const node = open.at(-1);
    if (node) node.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(renderTwiml(verbs)).close();
  expect(root.children.map((child) => child.name)).toEqual(['Response']);
  return root.children[0]?.children ?? [];
}
