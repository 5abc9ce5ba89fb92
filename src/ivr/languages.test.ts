import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { PhoneNumber } from '../kernel/index.ts';
import type { Say, Verb } from '../telephony/index.ts';
import { formatFault } from './fault.ts';
import { atHold, begin, decide, render, renderText, scriptIn, voiceFor, type IvrInput } from './index.ts';
import { readTogether } from './load.ts';
import { dinoScript } from './dino.fixture.ts';
import { norrskenScript, norrskenText } from './norrsken.fixture.ts';

const script = norrskenScript();
const urls = {
  input: 'input',
  recorded: 'recorded',
  recordingStatus: 'file',
  hold: 'hold',
  holdAtOnce: 'hold/0',
};
/** A Saturday evening in Stockholm; the office opens on Monday at eight. */
const now = new Date('2026-03-28T19:00:00Z');
const opening = new Date('2026-03-30T06:00:00Z');

function call({ open = false, withheld = false } = {}) {
  const context = {
    open,
    now,
    nextOpening: () => opening,
    callerNumber: withheld ? undefined : ('+46701234567' as PhoneNumber),
    hasCase: false,
    paging: 'none' as const,
  };
  let turn = begin(script, context);
  const facts = { caseNumber: 'NORR-100', peoplePaged: 1 };
  const next = (input: IvrInput) => {
    turn = decide(script, JSON.parse(JSON.stringify(turn.state)) as typeof turn.state, input, context);
    if (turn.effects.some(({ kind }) => kind === 'open-case')) context.hasCase = true;
    return phone;
  };
  const phone = {
    presses: (digits: string) => next({ kind: 'keys', digits }),
    says: (text: string) => next({ kind: 'speech', text }),
    isSilent: () => next({ kind: 'silence' }),
    turn: () => turn,
    document: () => render(script, turn, facts, urls),
    sentences: () => sentencesIn(phone.document()),
    heard: () =>
      phone
        .sentences()
        .map(({ text }) => text)
        .join(' '),
  };
  return phone;
}

function sentencesIn(document: Verb[]): Say[] {
  return document
    .flatMap((verb) => (verb.verb === 'gather' ? verb.prompts : [verb]))
    .filter((verb) => verb.verb === 'say');
}
const swedish = { language: 'sv-SE', voice: 'Polly.Elin-Neural' };
const english = { language: 'en-US', voice: 'Polly.Ruth-Neural' };

describe('a script of two languages', () => {
  it('begins in its own, and offers the other in that one, by its voice', () => {
    expect(call().sentences()).toEqual([
      { verb: 'say', text: 'Norrsken Drift.', ...swedish },
      { verb: 'say', text: 'För driftstopp, tryck ett.', ...swedish },
      { verb: 'say', text: 'För en fråga, tryck två.', ...swedish },
      { verb: 'say', text: 'For English, press nine.', ...english },
    ]);
  });

  it('is heard and spoken in the chosen language from then on, without offering it again', () => {
    const phone = call().presses('9');
    expect(phone.turn().effects).toContainEqual({ kind: 'language', language: 'en-US' });
    expect(phone.heard()).toBe(
      'You have chosen English. Norrsken Drift. For an outage, press one. For a question, press two.',
    );
    expect(phone.sentences().every(({ voice }) => voice === english.voice)).toBe(true);
    expect(phone.document()[0]).toMatchObject({
      language: 'en-US',
      hints: ['outage', 'system down', 'question', 'English', 'engelska'],
    });
    expect(phone.says('there is an outage').heard()).toBe(
      'Your case is N O R R, 1 0 0. One person is being called now. Please hold.',
    );
    expect(phone.turn().awaits).toEqual({
      kind: 'hold',
      choices: [{ key: '1', say: ['For a message, press one.'] }],
    });
  });

  it.each([
    ['driftstopp', 'hold'],
    ['tre', 'menu'],
    ['outage', 'menu'],
  ])('understands "%s" in Swedish as that language has it', (words, awaits) => {
    const phone = call().says(words);
    expect(phone.turn().awaits.kind).toBe(awaits);
    expect(phone.document()[0]).toMatchObject(awaits === 'menu' ? { language: 'sv-SE' } : {});
  });

  it('understands numbers in the language of the call', () => {
    expect(call().says('ett').turn().awaits.kind).toBe('hold');
    expect(call().presses('9').says('ett').turn().awaits.kind).toBe('menu');
    expect(call().presses('9').says('one').turn().awaits.kind).toBe('hold');
  });

  it('keeps to the language where it asks for a number, is met with silence, and comes back to hold', () => {
    const hidden = call({ withheld: true }).presses('9').presses('1');
    expect(hidden.heard()).toContain('Your number is hidden.');
    expect(hidden.presses('12').heard()).toMatch(/^That is not a number I can call\./);
    expect(call().presses('9').isSilent().heard()).toMatch(/^I did not hear you\./);
    const { state } = call().presses('9').presses('2').turn();
    const held = decide(
      script,
      atHold(script, state),
      { kind: 'resumed' },
      { open: false, hasCase: true, paging: 'ringing' },
    );
    expect(held.awaits).toMatchObject({ choices: [{ say: ['For a message, press one.'] }] });
  });

  it('says what it has promised in the language that is chosen after', () => {
    const phone = call().presses('2');
    expect(phone.heard()).toBe(
      'Ditt ärende är N O R R, 1 0 0. Vi öppnar klockan åtta på måndag. Vi svarar nästa arbetsdag. För ett sms, tryck ett. For English, press nine.',
    );
    const bye = phone.presses('9').presses('1');
    expect(bye.heard()).toBe(
      'A text message is on its way. Thank you. Your case is N O R R, 1 0 0. We will answer on the next working day. Write to stod at norrsken dot example.',
    );
  });

  it.each([
    [
      '',
      'Norrsken Drift: ditt ärende är NORR-100. Vi öppnar klockan åtta på måndag. Skriv till stod@norrsken.example.',
    ],
    [
      '9',
      'Norrsken Drift: your case is NORR-100. We open at eight in the morning on Monday. Write to stod@norrsken.example.',
    ],
  ])('texts the caller in it (%s)', (keys, body) => {
    const phone = call();
    if (keys !== '') phone.presses(keys);
    const { effects } = phone.presses('2').presses('1').turn();
    const text = effects.find(({ kind }) => kind === 'text-caller');
    if (text?.kind !== 'text-caller') return expect.fail('no text was sent');
    expect(renderText(script, text.body, { caseNumber: 'NORR-100' })).toBe(body);
  });

  it('says nothing of the next opening while the office is open', () => {
    expect(call({ open: true }).presses('2').heard()).toBe(
      'Ditt ärende är N O R R, 1 0 0. Vi svarar inom en timme. För ett sms, tryck ett. For English, press nine.',
    );
  });

  it('goes on in its own when the chosen one is taken out while the call lasts', () => {
    const gone = { ...script, alsoIn: {} };
    const { state } = call().presses('9').turn();
    const turn = decide(gone, state, { kind: 'resumed' }, { open: true, hasCase: false, paging: 'none' });
    expect(sentencesIn(render(gone, turn, {}, urls))[1]).toEqual({
      verb: 'say',
      text: 'För driftstopp, tryck ett.',
      ...swedish,
    });
    expect(scriptIn(script, 'de-DE')).toBe(script);
  });
});

test('whatever a caller does, each sentence is in the language of the call, and only a choice changes it', () => {
  const anyInput: fc.Arbitrary<IvrInput> = fc.oneof(
    fc.record({
      kind: fc.constant('keys' as const),
      digits: fc.constantFrom('1', '2', '9', '9', '5', '', '0701234567'),
    }),
    fc.record({
      kind: fc.constant('speech' as const),
      text: fc.constantFrom('english', 'ett', 'one', 'fråga', 'outage'),
    }),
    fc.constant({ kind: 'silence' as const }),
    fc.constant({ kind: 'resumed' as const }),
    fc.record({ kind: fc.constant('recorded' as const), seconds: fc.nat(9) }),
  );
  fc.assert(
    fc.property(fc.array(anyInput, { maxLength: 12 }), fc.boolean(), (inputs, withheld) => {
      const context = {
        open: false,
        now,
        nextOpening: () => opening,
        callerNumber: withheld ? undefined : ('+46701234567' as PhoneNumber),
        hasCase: false,
        paging: 'none' as const,
      };
      let turn = begin(script, context);
      let language = 'sv-SE';
      for (const input of inputs) {
        turn = decide(script, turn.state, input, context);
        for (const effect of turn.effects) if (effect.kind === 'language') language = effect.language;
        expect(turn.state.language ?? 'sv-SE').toBe(language);
        for (const line of sentencesIn(render(script, turn, { caseNumber: 'NORR-100' }, urls))) {
          const spoken = line.text === 'For English, press nine.' ? 'en-US' : language;
          expect(line).toMatchObject(spoken === 'en-US' ? english : swedish);
          if (spoken === 'en-US') expect(line.text).not.toMatch(/[åäö]/i);
        }
      }
    }),
    { numRuns: 300 },
  );
});

describe('the words of the product', () => {
  const dino = dinoScript();
  it.each([
    [dino, 'sv-SE', 'Hej då.', swedish],
    [dino, 'sv', 'Hej då.', swedish],
    [dino, 'en-GB', 'Goodbye.', { language: 'en-US', voice: 'Polly.Joanna-Neural' }],
    [dino, 'fr-FR', 'Goodbye.', { language: 'en-US', voice: 'Polly.Joanna-Neural' }],
    [script, 'sv-FI', 'Hej då.', swedish],
    [script, 'en-GB', 'Goodbye.', english],
    [script, 'de-DE', 'Auf Wiederhören.', { language: 'de-DE', voice: 'Polly.Daniel-Neural' }],
    [script, 'it', 'Arrivederci.', { language: 'it-IT', voice: 'Polly.Adriano-Neural' }],
    [script, 'fr-FR', 'Goodbye.', english],
  ])(
    'are said to somebody by a voice of their language, whatever the desk speaks: %#',
    (desk, language, text, speaker) => {
      const { words, say } = voiceFor(desk, language);
      expect(say(words.goodbye)).toEqual({ verb: 'say', text, ...speaker });
    },
  );
});

describe('a fault in one of the languages is named with its place and its mend', () => {
  test.each([
    [
      'a sentence that lacks a language',
      "say: { sv-SE: 'För en fråga, tryck två.', en-US: 'For a question, press two.' }",
      "say: ¦{ sv-SE: 'För en fråga, tryck två.' }",
      'This is not written in en-US, in which callers hear it. Add en-US: and the words.',
    ],
    [
      'a sentence in one language that callers hear in two',
      '{ sv-SE: Jag hörde dig inte., en-US: I did not hear you. }',
      '¦Jag hörde dig inte.',
      'Callers hear this in sv-SE and en-US, and it is written in one language. Write it in each, as in { sv-SE: ..., en-US: ... }.',
    ],
    [
      'words to be heard in one language',
      'hear: { sv-SE: [fråga], en-US: [question] }',
      'hear: ¦[fråga]',
      'Callers hear this in sv-SE and en-US, and it is written in one language.',
    ],
    [
      'a promise in one language',
      'in_hours: { sv-SE: inom en timme, en-US: within an hour }',
      'in_hours: ¦inom en timme',
      'and it is written in one language.',
    ],
    [
      'a text message in one language',
      "        en-US: '{desk}: your case is {case_number}. We open {opens}. Write to {mail}.'\n",
      '',
      'This is not written in en-US',
    ],
    [
      'an address that is read aloud in one language',
      '{ sv-SE: stöd snabel-a norrsken punkt example, en-US: stod at norrsken dot example }',
      '¦stöd snabel-a norrsken punkt example',
      'and it is written in one language.',
    ],
    [
      'the question for a number in one language',
      '{ sv-SE: Det numret kan jag inte ringa., en-US: That is not a number I can call. }',
      '¦{ en-US: That is not a number I can call. }',
      'This is not written in sv-SE',
    ],
    [
      'a language that the script has not',
      '{ sv-SE: Vänta kvar., en-US: Please hold. }',
      '{ sv-SE: Vänta kvar., en-US: Please hold., ¦de-DE: Bitte warten. }',
      'de-DE is not a language of this script. Add it to also_in with its voice, or take it out; the script speaks sv-SE, en-US.',
    ],
    [
      'a language that there is not',
      '{ sv-SE: Vänta kvar., en-US: Please hold. }',
      '{ sv-SE: Vänta kvar., ¦en-UK: Please hold. }',
      'Did you mean "en-US"?',
    ],
    [
      'what is no sentence in a language',
      '{ sv-SE: Vänta kvar., en-US: Please hold. }',
      '{ sv-SE: Vänta kvar., en-US: ¦5 }',
      '5 in nodes.wait.hold.say.en-US',
    ],
    [
      'no language at all',
      'say: { sv-SE: Vänta kvar., en-US: Please hold. }',
      'say: ¦{}',
      '{} in nodes.wait.hold.say is neither a sentence nor a list of sentences. Write a sentence',
    ],
    [
      'a field that is unknown in one language',
      'en-US: I have {number}.',
      'en-US: ¦I have {numbr}.',
      'There is no field {numbr} here. Did you mean "number"?',
    ],
    [
      'a text that is too long in one language',
      "en-US: '{desk}: your case is {case_number}.",
      `en-US: ¦'{desk}: your case is {case_number}. ${'Write to {mail}. '.repeat(10)}`,
      'This text is too long',
    ],
    [
      'a sentence that is too long in one language',
      'en-US: Please speak after the beep.',
      `en-US: ¦Please speak after the beep. ${'word '.repeat(700)}`,
      'This sentence is too long for the carrier',
    ],
    [
      'too many words before severity 1 in one language',
      "en-US: 'For an outage, press one.'",
      `en-US: ¦'For an outage ${'that keeps everybody from working '.repeat(4)}, press one.'`,
      'A severity 1 caller hears 28 words before knowing the key',
    ],
    [
      'words of two choices in one language',
      'en-US: [question]',
      'en-US: [¦outage]',
      'The words "outage" mean two choices in "main".',
    ],
    [
      'a goodbye without the number in one language',
      "en-US: ['Thank you. Your case is {case_number}.', ",
      "en-US: ¦['Thank you.', ",
      'The goodbye "bye" does not say the case number.',
    ],
    [
      'a voice of another language',
      'Polly.Ruth-Neural',
      '¦Polly.Astrid',
      '"Polly.Astrid" is not a listed voice for en-US.',
    ],
    [
      'a change to a language that the script has not',
      'language: { to: en-US, then: welcome }',
      'language: { to: ¦en-GB, then: welcome }',
      'The script does not speak en-GB. Add it to also_in with its voice; the script speaks sv-SE, en-US.',
    ],
    [
      'a change to nowhere',
      'then: welcome',
      'then: ¦welcom',
      'There is no node "welcom". Did you mean "welcome"?',
    ],
    [
      'a language that nobody can choose',
      'also_in: { en-US:',
      'also_in: { ¦en-GB: { voice: Polly.Amy-Neural }, en-US:',
      'No caller comes to hear en-GB. Lead a choice to a node with language: { to: en-GB, then: NODE }, or take it out.',
    ],
  ])('%s', (what, replace, by, message) => {
    const text = norrskenText.replace(replace, () => by.replace('¦', ''));
    expect(norrskenText).toContain(replace);
    const { faults } = readTogether([{ file: 'norrsken.yaml', text }]);
    const said = faults.map(formatFault);
    const mark = norrskenText.indexOf(replace) + Math.max(by.indexOf('¦'), 0);
    const lines = text.slice(0, mark).split('\n');
    const place = by.includes('¦')
      ? `norrsken.yaml:${lines.length}:${(lines.at(-1) ?? '').length + 1}: `
      : 'norrsken.yaml:';
    const fault = said.find((line) => line.includes(message));
    expect(fault, said.join('\n')).toContain(place);
    if (what !== 'a change to nowhere') expect(said, said.join('\n')).toHaveLength(1);
  });

  test('a script that has forgotten also_in hears of it at each change, and once for all sentences', () => {
    const text = norrskenText.replace(/also_in: .*\n/, '');
    const said = readTogether([{ file: 'norrsken.yaml', text }]).faults.map(({ what }) => what);
    expect(said).toEqual([
      'The script does not speak en-US.',
      'The script does not speak en-US.',
      expect.stringMatching(/^en-US is not a language of this script, and is written in \d\d more places\.$/),
    ]);
  });
});
