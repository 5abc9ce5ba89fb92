/** How patiently a webhook is sent. */
export interface Overrides {
  retries: number;
  retryOn: ReadonlySet<'ct' | 'rt' | '4xx' | '5xx'>;
  totalMs: number;
}

const TOTAL_MS = 15_000;
const ALL = ['ct', 'rt', '4xx', '5xx'] as const;

/** Reads Twilio's connection overrides from a URL's fragment: `#rc=2&rp=5xx,rt&tt=8000`. Defaults: one retry, on connect failure, 15 s. */
export function connectionOverrides(url: string): Overrides {
  const fields = new URLSearchParams(/#(.*)$/s.exec(url)?.[1] ?? '');
  const policies = (fields.get('rp') ?? 'ct').split(',');
  return {
    retries: bounded(fields.get('rc'), 0, 5, 1),
    retryOn: new Set(policies.includes('all') ? ALL : ALL.filter((policy) => policies.includes(policy))),
    totalMs: bounded(fields.get('tt'), 100, TOTAL_MS, TOTAL_MS),
  };
}

function bounded(text: string | null, from: number, to: number, otherwise: number): number {
  const value = Number(text);
  return text === null || !Number.isInteger(value) || value < from || value > to ? otherwise : value;
}
