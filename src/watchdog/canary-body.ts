const MARK = 'Afterhours test';

/** What a canary's text says. */
export function canaryBody(code: string): string {
  return `${MARK} ${code}. No answer is needed.`;
}

/** The code of a canary's text; undefined for every other text. */
export function readCanaryCode(body: string): string | undefined {
  return new RegExp(`^${MARK} ([0-9A-F]{10})\\.`).exec(body.trim())?.[1];
}
