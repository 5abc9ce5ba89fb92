import { beforeAll, describe, expect, test } from 'vitest';
import type { PhoneNumber } from '../kernel/index.ts';
import { dinoScript } from './dino.fixture.ts';
import { begin, decide, render, renderText, type Script, type Turn } from './index.ts';
import type { IvrContext, IvrEffect, IvrFacts, IvrInput } from './index.ts';

const caller = '+12025550100' as PhoneNumber;
const urls = {
  input: 'input',
  recorded: 'recorded',
  recordingStatus: 'file',
  hold: 'hold',
  holdAtOnce: 'hold/0',
};
let script: Script;
beforeAll(() => {
  script = dinoScript();
});

/** One call, with a desk behind it that does every effect at once. */
function call(world: { open?: boolean; withheld?: boolean; facts?: IvrFacts } = {}) {
  const context: IvrContext = {
    open: world.open ?? false,
    callerNumber: world.withheld ? undefined : caller,
    hasCase: false,
    paging: 'none',
  };
  const facts: IvrFacts = { ...world.facts };
  const done: IvrEffect[] = [];
  let turn: Turn = begin(script, context);
  const next = (input: IvrInput) => {
    // What is kept between two requests is JSON.
    turn = decide(script, JSON.parse(JSON.stringify(turn.state)) as Turn['state'], input, context);
    done.push(...turn.effects);
    for (const effect of turn.effects) {
      if (effect.kind === 'open-case') {
        facts.caseNumber = 'DINO-1042';
        context.hasCase = true;
      }
      const plan = effect.kind === 'open-case' || effect.kind === 'start-paging' ? effect.plan : undefined;
      if (plan !== undefined && facts.joinedExisting !== true) {
        facts.peoplePaged = plan === 'emergency' ? 4 : 1;
        context.paging = 'ringing';
      }
    }
    return phone;
  };
  const phone = {
    presses: (digits: string) => next({ kind: 'keys', digits }),
    says: (text: string) => next({ kind: 'speech', text }),
    isSilent: () => next({ kind: 'silence' }),
    records: (seconds: number) => next({ kind: 'recorded', seconds }),
    document: () => render(script, turn, facts, urls),
    heard: () =>
      phone
        .document()
        .flatMap((verb) => (verb.verb === 'gather' ? verb.prompts : [verb]))
        .flatMap((verb) => (verb.verb === 'say' ? [verb.text] : []))
        .join(' '),
    effects: (kind: IvrEffect['kind']) => done.filter((effect) => effect.kind === kind),
    at: () => turn.awaits.kind,
    facts,
  };
  return phone;
}

describe('severity 1 and 2', () => {
  test.each([
    ['1', '1', 'Product not operational'],
    ['2', '2', 'Severe problems'],
  ])('key %s opens a case, pages everybody, and holds, at any hour', (key, severity, summary) => {
    for (const open of [true, false]) {
      const phone = call({ open }).presses(key);
      expect(phone.effects('open-case')).toEqual([
        { kind: 'open-case', caseKind: 'severity', severity, summary, plan: 'emergency' },
      ]);
      expect(phone.heard()).toBe(
        'Your case is D I N O, 1 0 4 2. 4 people are being called and texted now. ' +
          'Please hold, or hang up and we will call you back.',
      );
      expect(phone.at()).toBe('hold');
      expect(phone.document().at(-1)).toEqual({ verb: 'redirect', url: 'hold' });
    }
  });

  test.each([
    'Severity one.',
    'severity 1',
    'One',
    'sev one please',
    "It's severity one, our product is down",
  ])('"%s" is understood as well as the key', (words) => {
    const phone = call().says(words);
    expect(phone.effects('open-case')).toMatchObject([{ severity: '1', plan: 'emergency' }]);
    expect(phone.effects('choice')).toEqual([
      { kind: 'choice', key: '1', label: 'Severity 1', heard: words },
    ]);
  });

  test('the words before the first useful key are at most 20, and can be cut short', () => {
    const [first, ...rest] = call().document();
    if (first?.verb !== 'gather') return expect.fail('the call does not begin with a gather');
    const said = first.prompts.map((prompt) => (prompt.verb === 'say' ? prompt.text : ''));
    const untilKey = said.slice(0, said.findIndex((text) => /press or say one/.test(text)) + 1).join(' ');
    expect(untilKey.split(' ').length).toBeLessThanOrEqual(20);
    expect(untilKey).toContain('severity one');
    expect(rest).toEqual([{ verb: 'redirect', url: 'input' }]);
    expect(first).toMatchObject({
      input: 'keys-and-speech',
      keyCount: 1,
      reportSilence: true,
      action: 'input',
    });
  });

  test('a call that joins an open case is told so, and who has it', () => {
    const joined = call({ facts: { joinedExisting: true } }).presses('1');
    expect(joined.heard()).toMatch(/^Your case is already open, as D I N O, 1 0 4 2\. Please hold/);
    const taken = call({ facts: { joinedExisting: true, acceptedBy: 'Anna Alm' } }).presses('1');
    expect(taken.heard()).toContain(
      'already open, as D I N O, 1 0 4 2. Anna Alm has accepted it. Please hold',
    );
  });

  test('one person paged is not "1 people", and nobody paged is not said to be called', () => {
    const phone = call().presses('1');
    phone.facts.peoplePaged = 1;
    expect(phone.heard()).toContain('One person is being called and texted now.');
    phone.facts.peoplePaged = 0;
    expect(phone.heard()).not.toContain('being called');
  });

  test('on hold, 1 leaves a message and keeps the place; other keys change nothing', () => {
    const phone = call().presses('1').presses('5');
    expect([phone.at(), phone.heard()]).toEqual(['hold', '']);
    expect(phone.presses('1').at()).toBe('record');
    expect(phone.records(20).at()).toBe('hold');
    expect(phone.effects('open-case')).toHaveLength(1);
    expect(phone.effects('start-paging')).toEqual([]);
  });
});

describe('a hidden number', () => {
  test('is asked for after the case is open and paged, and read back', () => {
    const phone = call({ withheld: true }).presses('1');
    expect(phone.effects('open-case')).toHaveLength(1);
    expect(phone.heard()).toMatch(/^Your case is D I N O, 1 0 4 2\. 4 people .* Your number is hidden\./);
    expect(phone.document()[0]).toMatchObject({ verb: 'gather', input: 'keys', finishOnKey: '#' });
    phone.presses('2025550123');
    expect(phone.effects('callback-number')).toEqual([{ kind: 'callback-number', number: '+12025550123' }]);
    expect(phone.heard()).toContain('I have 1, 2 0 2, 5 5 5, 0 1 2 3.');
    expect(phone.presses('1').heard()).toBe('Please hold, or hang up and we will call you back.');
  });

  test('can be keyed again, three times at most', () => {
    const phone = call({ withheld: true }).presses('1').presses('2025550123').presses('2');
    expect(phone.at()).toBe('number');
    expect(phone.presses('2025550124').presses('1').at()).toBe('hold');
    expect(phone.effects('callback-number')).toHaveLength(2);
    const wrong = call({ withheld: true }).presses('1').presses('12');
    expect(wrong.heard()).toContain('Sorry, that is not a number I can call. Your number is hidden.');
    expect(wrong.presses('99').presses('0').at()).toBe('hold');
  });

  test('may stay hidden, and no call back is promised then', () => {
    const phone = call({ withheld: true }).presses('1').presses('');
    expect(phone.heard()).toBe('Please hold. We have no number to call you back on.');
    expect(call({ withheld: true }).presses('3').isSilent().isSilent().isSilent().at()).toBe('menu');
  });

  test('is not asked of whose number shows', () => {
    expect(call().presses('1').heard()).not.toContain('hidden');
  });
});

describe('what can wait', () => {
  test.each([
    ['3', { severity: '3', caseKind: 'severity' }, 'within 8 hours'],
    ['4', { severity: '4', caseKind: 'severity' }, 'within 24 hours'],
    ['5', { severity: undefined, caseKind: 'configuration' }, 'within 8 hours'],
  ])('key %s registers a case, pages nobody, and says when it is answered', (key, opened, inHours) => {
    for (const [open, promise] of [
      [true, inHours],
      [false, 'on the next business day'],
    ] as const) {
      const phone = call({ open }).presses(key);
      expect(phone.effects('open-case')).toMatchObject([{ ...opened, plan: undefined }]);
      expect(phone.heard()).toBe(
        `Your case is D I N O, 1 0 4 2. We will answer ${promise}. ` +
          'If you need a technician right now, press 1. To leave a message, press 2 or stay on the line.',
      );
      expect(phone.isSilent().at()).toBe('record');
      expect(phone.heard()).toMatch(/after the beep\. This is recorded\./);
      phone.records(12);
      expect(phone.heard()).toBe(
        `Thank you. Your case is D I N O, 1 0 4 2. We will answer ${promise}. ` +
          'If it becomes urgent, call again and press 1. Goodbye.',
      );
      expect(phone.document().at(-1)).toEqual({ verb: 'hangup' });
      expect(phone.effects('start-paging')).toEqual([]);
    }
  });

  test.each(['3', '4', '5'])('after key %s, 1 presses through to a technician and holds', (key) => {
    const phone = call().presses(key).presses('1');
    expect(phone.effects('start-paging')).toEqual([{ kind: 'start-paging', plan: 'press-through' }]);
    expect(phone.heard()).toMatch(/I am calling one person now, and then the next.*Please hold/);
    expect(phone.at()).toBe('hold');
  });

  test('an empty message is asked for once more, then let go', () => {
    const phone = call().presses('3').presses('2').records(0);
    expect(phone.at()).toBe('record');
    expect(phone.heard()).toMatch(/^I did not hear a message\./);
    expect(phone.records(0).at()).toBe('end');
  });

  test('contract: sales is paged while the office is open, a message is taken otherwise', () => {
    const open = call({ open: true }).presses('6');
    expect(open.effects('open-case')).toMatchObject([{ caseKind: 'contract', plan: 'contract' }]);
    expect(open.at()).toBe('hold');
    const closed = call({ open: false }).presses('6');
    expect(closed.effects('open-case')).toMatchObject([{ caseKind: 'contract', plan: undefined }]);
    expect(closed.at()).toBe('record');
    expect(closed.heard()).toContain('closed now. We will answer on the next business day.');
  });
});

describe('feedback', () => {
  test('is told the mail address, and gets it by text message', () => {
    const phone = call().presses('7');
    expect(phone.effects('open-case')).toMatchObject([{ caseKind: 'feedback' }]);
    expect(phone.heard()).toContain('write to support, at staging dot dino dash software dot com.');
    phone.presses('1');
    const [text] = phone.effects('text-caller');
    if (text?.kind !== 'text-caller') return expect.fail('no text was sent');
    expect(text.to).toBe(caller);
    expect(renderText(script, text.body, phone.facts)).toBe(
      'Dino-Software: your feedback is welcome at support@staging.dino-software.com. Your case is DINO-1042.',
    );
    expect(phone.at()).toBe('end');
    expect(phone.heard()).toMatch(
      /^The text message is on its way\. Thank you\. Your case is D I N O, 1 0 4 2\./,
    );
  });

  test('may leave a message', () => {
    expect(call().presses('7').presses('2').at()).toBe('record');
  });

  test('by text to a hidden number asks for one, and says so when there is none', () => {
    const given = call({ withheld: true }).presses('7').presses('1').presses('2025550123').presses('1');
    expect(given.effects('text-caller')).toMatchObject([{ to: '+12025550123' }]);
    const refused = call({ withheld: true }).presses('7').presses('1').presses('');
    expect(refused.effects('text-caller')).toEqual([]);
    expect(refused.heard()).toContain('I have no number to text to.');
  });
});

describe('silence and wrong keys', () => {
  test('are met kindly, then end in a case, and a technician for whoever needs one', () => {
    const phone = call().isSilent();
    expect(phone.heard()).toMatch(/^I did not hear you\. Please take your time\. Dino-Software support\./);
    expect(phone.presses('9').heard()).toMatch(/^Sorry, I did not get that\./);
    expect(phone.effects('open-case')).toEqual([]);
    phone.says('well, no one answers here, you know');
    expect(phone.effects('open-case')).toMatchObject([{ caseKind: 'unsorted', plan: undefined }]);
    expect(phone.heard()).toContain('I have opened case D I N O, 1 0 4 2 for you. If you need a technician');
    expect(phone.presses('1').effects('start-paging')).toEqual([
      { kind: 'start-paging', plan: 'press-through' },
    ]);
  });

  test('lead to a message when they go on', () => {
    const phone = call().isSilent().isSilent().isSilent().isSilent();
    expect(phone.at()).toBe('record');
  });

  test('0 repeats without counting against the caller', () => {
    const phone = call().presses('0').presses('0').presses('0').presses('0');
    expect(phone.heard()).toMatch(/^Dino-Software support\./);
    expect(phone.effects('open-case')).toEqual([]);
  });
});
