import { h } from './draw.js';
import { staff } from './model.js';

/** Faults with a box to tick. Those with `whom` befall one phone or all. */
export const FAULTS = [
  {
    key: 'sms',
    label: 'Texts are not delivered, 30005',
    whom: true,
    faults: [{ kind: 'sms-undelivered', code: 30005 }],
  },
  { key: 'unconfirmed', label: 'Delivery is never confirmed', faults: [{ kind: 'sms-never-delivered' }] },
  { key: 'late-sms', label: 'Texts arrive 30 s late', faults: [{ kind: 'sms-slow', delayMs: 30_000 }] },
  {
    key: 'voice',
    label: 'Calls fail at the carrier, SIP 503',
    whom: true,
    faults: [{ kind: 'voice-failed' }],
  },
  { key: '429', label: 'Answer 429 to every third request', faults: [{ kind: 'rest-429', every: 3 }] },
  {
    key: 'lost',
    label: 'Accept a call, lose the answer',
    faults: [{ kind: 'rest-lost', resource: 'Calls' }],
  },
  {
    key: 'callbacks',
    label: 'Callbacks late, doubled, out of order',
    faults: [{ kind: 'callback-delay' }, { kind: 'callback-duplicate' }, { kind: 'callback-reorder' }],
  },
  { key: 'dropped', label: 'Every third callback is lost', faults: [{ kind: 'callback-drop', every: 3 }] },
  { key: 'down', label: 'Carrier down: 500 with HTML', faults: [{ kind: 'rest-500' }] },
  { key: 'hang', label: 'Carrier takes requests, never answers', faults: [{ kind: 'rest-hang' }] },
];

const COUNTS = ['id', 'chances', 'strikes'];
const CONDITIONS = ['kind', 'resource', 'every', 'probability', 'times', 'delayMs', 'code'];

/** Whether an active fault is this one; with `whom`, for any number. */
const isLike = (active, fault, whom) =>
  CONDITIONS.every((name) => active[name] === fault[name]) && (whom || active.number === undefined);

/** The active faults of an entry: all of its kinds, or none. */
export function activeOf(entry, active) {
  const found = entry.faults.map((fault) => active.find((one) => isLike(one, fault, entry.whom)));
  return found.every(Boolean) ? found : [];
}

const isSlowAnswer = (fault) =>
  fault.kind === 'rest-slow' &&
  !fault.number &&
  !fault.every &&
  !fault.times &&
  !fault.resource &&
  !fault.probability;

/** The fault that makes all answers late, or undefined. */
export const slowAnswer = (active) => active.find(isSlowAnswer);

/** Active faults that no box stands for: a script's own. */
export function ownFaults(active) {
  const boxed = new Set(FAULTS.flatMap((entry) => activeOf(entry, active)));
  return active.filter((fault) => !boxed.has(fault) && fault !== slowAnswer(active));
}

const struck = (faults) => {
  const strikes = faults.reduce((sum, fault) => sum + fault.strikes, 0);
  return h(
    'span',
    { class: 'dim' },
    strikes === 0 ? ' not struck yet' : ` struck ${strikes} ${strikes === 1 ? 'time' : 'times'}`,
  );
};

function box(state, ui, entry) {
  const on = activeOf(entry, state.faults);
  const id = `fault-${entry.key}`;
  const whom = on[0]?.number ?? (on.length > 0 ? '' : (ui.whom[entry.key] ?? ''));
  return h(
    'div',
    { key: entry.key, class: 'check' },
    h('input', { id, type: 'checkbox', checked: on.length > 0, 'data-do': 'fault', 'data-fault': entry.key }),
    h(
      'div',
      {},
      h('label', { for: id }, entry.label),
      on.length > 0 && struck(on),
      entry.whom && whomOf(state, entry, whom),
    ),
  );
}

function whomOf(state, entry, value) {
  return h(
    'select',
    {
      key: 'whom',
      class: 'whom',
      'aria-label': `${entry.label}: whose phone`,
      'data-do': 'whom',
      'data-fault': entry.key,
      value,
    },
    h('option', { key: 'all', value: '' }, 'for everybody'),
    staff(state).map(({ number, name }) => h('option', { key: number, value: number }, `for ${name}`)),
  );
}

function figure(id, label, value, max) {
  return h(
    'p',
    { class: 'field w6' },
    h('label', { for: id }, label),
    h('input', {
      id,
      type: 'number',
      min: '0',
      max: String(max),
      step: 'any',
      inputmode: 'numeric',
      value: String(value),
      'data-do': id,
    }),
  );
}

/** The carrier's faults as boxes and figures. */
export function faults(state, ui) {
  const own = ownFaults(state.faults);
  return [
    FAULTS.map((entry) => box(state, ui, entry)),
    own.map((fault) =>
      h(
        'p',
        { key: fault.id, class: 'check' },
        h('button', { type: 'button', class: 'btn', 'data-do': 'end-fault', 'data-id': fault.id }, 'End'),
        h(
          'span',
          {},
          Object.entries(fault)
            .filter(([name]) => !COUNTS.includes(name))
            .map(([name, value]) => (name === 'kind' ? value : `${name} ${value}`))
            .join(', '),
          struck([fault]),
        ),
      ),
    ),
    figure('calls-per-second', 'Calls a second', state.settings.callsPerSecond, 1000),
    figure('answers-after', 'Answers after, ms', slowAnswer(state.faults)?.delayMs ?? 0, 60_000),
  ];
}

/** How many are on, in a word. */
export function faultCount(state) {
  return state.faults.length === 0 ? 'none is on' : `${state.faults.length} on`;
}
