import { GIVES_WAY, moveLeg, noteCall, type Call } from '../calls/index.ts';
import { pagesWaitFor } from '../dispatch/index.ts';
import type { Script, Voice } from '../ivr/index.ts';
import type { Service, Unit } from '../service/index.ts';
import type { Verb } from '../telephony/index.ts';
import { isDrillCall, noteReachedByKey } from './answer.store.ts';

interface DrillTurn {
  service: Service;
  unit: Unit;
  leg: Call;
  script: Script;
  voice: Voice;
  /** How often it has been asked in silence, this time included. */
  tries: number;
}

/** A voicemail box must not hold the line. */
const MOST_SILENCES = 3;
const KEY_TIMEOUT_SECONDS = 4;

/** The phone was picked up: that it is a test, and the key that says that a human has heard it. */
export async function drillDocument(turn: DrillTurn): Promise<Verb[]> {
  const { service, unit, leg, script, voice, tries } = turn;
  const { say } = voice;
  const words = voice.words.duty;
  const last = async (text: string): Promise<Verb[]> => {
    await moveLeg(unit, leg.id, 'told');
    return [say(text), { verb: 'hangup' }];
  };
  // The call that waits for this phone is placed when this one has ended.
  if (await pagesWaitFor(unit.tx, leg.toNumber)) return last(words.drillGivesWay);
  if (leg.place === GIVES_WAY || !(await isDrillCall(unit.tx, leg.id))) return last(words.drillPast);
  const action = service.urls.drillKey(leg.id, tries);
  return [
    {
      verb: 'gather',
      prompts: [say(words.drillSpoken(script.name)), say(words.drillKeys)],
      input: 'keys',
      keyCount: 1,
      timeoutSeconds: KEY_TIMEOUT_SECONDS,
      reportSilence: true,
      action,
    },
    { verb: 'redirect', url: action },
  ];
}

/** A key in such a call: only 1 shows that they were reached; silence hears it again, a few times. */
export async function drillKey(turn: DrillTurn & { digits: string | undefined }): Promise<Verb[]> {
  const { unit, leg, voice, digits, tries } = turn;
  const { say, words } = voice;
  if (digits !== undefined) noteCall(unit, leg.id, 'key', { digits, about: 'drill' });
  if (digits === '1') {
    await noteReachedByKey(unit.tx, leg.id, unit.now);
    await moveLeg(unit, leg.id, 'told');
    return [say(words.duty.drillHeard), { verb: 'hangup' }];
  }
  if (tries >= MOST_SILENCES) return [say(words.goodbye), { verb: 'hangup' }];
  const again = await drillDocument({ ...turn, tries: tries + 1 });
  return digits === undefined || digits === '9' ? again : [say(words.notAKey), ...again];
}
