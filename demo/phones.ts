/** The part of the simulated phones' control API that the demo uses; phones/README.md describes it. */
export interface PhoneState {
  number: string;
  name: string;
  call: CallState | null;
  lastCall: CallState | null;
  texts: { sid: string; at: string; way: 'received' | 'sent'; body: string }[];
}

export interface CallState {
  sid: string;
  /** As the person at the phone sees it. */
  way: 'incoming' | 'outgoing';
  state: 'calling' | 'ringing' | 'talking' | 'on-hold' | 'ended';
  startedAt: string;
  answeredAt: string | null;
  endedAt: string | null;
  with: string[];
  said: { at: string; by: string; kind: 'speech' | 'audio' | 'keys' | 'tone' | 'note'; text: string }[];
}

export interface PhonesState {
  now: string;
  people: PhoneState[];
  customers: PhoneState[];
}

export class PhonesClient {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async state(): Promise<PhonesState> {
    return (await this.#ask('/control/state')) as PhonesState;
  }

  async act(number: string, action: string, body: object = {}): Promise<void> {
    await this.#ask(`/control/phones/${encodeURIComponent(number)}/${action}`, body);
  }

  async fault(fault: object): Promise<void> {
    await this.#ask('/control/faults', { add: [fault] });
  }

  async #ask(path: string, body?: object): Promise<unknown> {
    const request = body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    };
    const answer = await fetch(this.#url + path, request);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`the phones answered ${answer.status} to ${path}: ${text}`);
    return JSON.parse(text);
  }
}
