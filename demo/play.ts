import { newsIn, type Happening } from './happenings.ts';
import { PhonesClient } from './phones.ts';
import type { DemoService } from './service.ts';
import type { DemoCase, Story } from './steps.ts';
import { missingSteps } from './steps.ts';
import { tell } from './telling.ts';

const pollMs = 150;
/** The whole story; what is missing by then is told. */
const mostMs = 48_000;
/** Let them talk a little before it is over. */
const talkMs = 2_000;

const caller = '+12025550100';
const desk = '+18004803466';
const accepter = { key: 'anna', name: 'Anna Alm', number: '+12025550111' };
const others = [
  { key: 'bo', name: 'Bo Berg', number: '+12025550112' },
  { key: 'cleo', name: 'Cleo Carr', number: '+12025550113' },
  { key: 'sal', name: 'Sal Stone', number: '+12025550114' },
];

/** Plays the caller and the four people, and tells what happens while it happens. */
export async function play(service: DemoService, print: (line: string) => void): Promise<Story> {
  const phones = new PhonesClient(service.phonesUrl);
  const story: Story = { caller, accepter, others, happenings: [], case: undefined };
  for (const { number } of [accepter, ...others])
    await phones.act(number, 'personality', { personality: 'no-answer' });
  const known = new Set<string>();
  const names = new Map([accepter, ...others].map(({ number, name }) => [number, name]));
  names.set(caller, 'Caller');
  await phones.act(caller, 'dial', { to: desk });
  const startedAt = (await phones.state()).now;
  const cues = theCues(phones, story);
  for (let until = performance.now() + mostMs; performance.now() < until;) {
    const news = newsIn(await phones.state(), known);
    story.happenings.push(...news);
    for (const happening of news) print(tell(happening, startedAt, names));
    await cues();
    story.case = await latestCase(service);
    if (missingSteps(story).length === 0) break;
    await pause(pollMs);
  }
  await pause(talkMs);
  return story;
}

/** What the people do and when: each cue is taken once, as soon as it is due. */
function theCues(phones: PhonesClient, story: Story): () => Promise<void> {
  const seen = (number: string, kind: Happening['kind']) =>
    story.happenings.filter((h) => h.number === number && h.kind === kind).length;
  const cues: { due: () => boolean; act: () => Promise<void> }[] = [
    {
      due: () => seen(caller, 'heard') >= 2,
      act: () => phones.act(caller, 'press', { keys: '1' }),
    },
    {
      due: () => [accepter, ...others].every(({ number }) => seen(number, 'stopped-ringing') >= 1),
      act: () =>
        phones.act(accepter.number, 'personality', {
          personality: { kind: 'answers', afterRings: 1, press: '1', pressAfterSeconds: 5 },
        }),
    },
  ];
  return async () => {
    if (cues[0]?.due() === true) await cues.shift()?.act();
  };
}

async function latestCase({ url, apiToken }: DemoService): Promise<DemoCase | undefined> {
  const headers = { authorization: `Bearer ${apiToken}` };
  const list = await fetch(`${url}/api/v1/cases`, { headers });
  const { cases } = (await list.json()) as { cases: { number: string }[] };
  const number = cases[0]?.number;
  if (number === undefined) return undefined;
  return (await (await fetch(`${url}/api/v1/cases/${number}`, { headers })).json()) as DemoCase;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
