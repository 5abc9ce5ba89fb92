import type { PhonesClient, PhoneState } from './phones.ts';

const desk = '+18004803466';
const dana = '+12025550100';
const stranger = '+12025550121';
const [anna, bo, cleo, sal] = ['+12025550111', '+12025550112', '+12025550113', '+12025550114'] as const;

/** The moments of the story at which pictures are taken; the story waits for each. */
export interface Moments {
  /** Second round: the caller holds, Anna listens, others ring. */
  ringing(): Promise<void>;
  /** Anna and the caller have talked and hung up. */
  over(): Promise<void>;
}

const pollMs = 100;
const mostMs = 60_000;

/**
 * A night at the Dino desk: somebody leaves a message about a small matter; then Dana's product stands still, nobody
 * answers the first round, one phone goes to voicemail, one text is not delivered, and Anna takes the second round.
 */
export async function playScenes(phones: PhonesClient, moments: Moments): Promise<void> {
  await phones.act(bo, 'personality', { personality: { kind: 'voicemail', afterSeconds: 6 } });
  await phones.act(cleo, 'personality', { personality: 'no-answer' });
  await phones.fault({ kind: 'sms-undelivered', number: sal, code: 30005 });

  await phones.act(stranger, 'dial', { to: desk });
  await until(phones, stranger, (phone) => heard(phone, /press/i));
  await phones.act(stranger, 'press', { keys: '4' });
  await until(phones, stranger, (phone) => heard(phone, /message/i));
  await phones.act(stranger, 'press', { keys: '2' });
  await until(phones, stranger, (phone) => phone.call?.said.at(-1)?.kind === 'tone');
  await phones.act(stranger, 'say', { text: 'The monthly report shows the wrong logo. It can wait.' });
  await pause(4_000);
  await phones.act(stranger, 'hangup');

  await phones.act(dana, 'dial', { to: desk });
  await until(phones, dana, (phone) => heard(phone, /press/i));
  await phones.act(dana, 'press', { keys: '1' });
  await until(phones, anna, (phone) => phone.lastCall !== null);
  await until(phones, anna, (phone) => phone.call?.state === 'ringing');
  await pause(1_500);
  await phones.act(anna, 'answer');
  await until(phones, anna, (phone) => (phone.call?.said.length ?? 0) > 0);
  await pause(2_500);
  await moments.ringing();

  await phones.act(anna, 'press', { keys: '1' });
  await until(phones, anna, (phone) => phone.call?.with.includes(dana) ?? false);
  await phones.act(dana, 'say', { text: 'Good that you are there. Nothing runs since two o’clock.' });
  await pause(8_000);
  await phones.act(dana, 'hangup');
  await until(phones, anna, (phone) => phone.call === null);
  await pause(1_000);
  await moments.over();
}

const heard = (phone: PhoneState, words: RegExp): boolean =>
  phone.call?.said.some((line) => line.kind === 'speech' && words.test(line.text)) ?? false;

/** @throws Error when it does not come to that within a minute. */
async function until(
  phones: PhonesClient,
  number: string,
  isSo: (phone: PhoneState) => boolean,
): Promise<void> {
  for (let waitedMs = 0; waitedMs < mostMs; waitedMs += pollMs) {
    const { people, customers } = await phones.state();
    const phone = [...people, ...customers].find((one) => one.number === number);
    if (phone && isSo(phone)) return;
    await pause(pollMs);
  }
  throw new Error(`the story does not go on at ${number}: ${isSo.toString()}`);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
