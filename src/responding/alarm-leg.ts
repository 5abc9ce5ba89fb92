import { alarmOfCall, noteHeard } from '../alarms/index.ts';
import { moveLeg, noteCall, type Call } from '../calls/index.ts';
import type { Script, Voice } from '../ivr/index.ts';
import type { Service, Unit } from '../service/index.ts';
import type { Verb } from '../telephony/index.ts';
import { ask, MOST_SILENCES } from './speech.ts';

interface AlarmTurn {
  service: Service;
  unit: Unit;
  leg: Call;
  script: Script;
  voice: Voice;
  tries: number;
}

/** A supervisor's phone was picked up: what is wrong, what to do, and the key that says that a human has heard it. */
export async function alarmDocument({
  service,
  unit,
  leg,
  script,
  voice,
  tries,
}: AlarmTurn): Promise<Verb[]> {
  const { words, say } = voice;
  const about = await alarmOfCall(unit.tx, leg.id);
  if (!about?.stands) {
    await moveLeg(unit, leg.id, 'told');
    return [say(words.alarmOver), { verb: 'hangup' }];
  }
  const spoken = say(words.alarmSpoken(script.name, words.alarm(about.facts)));
  return ask(service, leg.id, 'alarm', tries, [spoken, say(words.alarmKeys)]);
}

/** A key in such a call: 1 has heard it; silence hears it again, a few times. */
export async function alarmKey(turn: AlarmTurn & { digits: string | undefined }): Promise<Verb[]> {
  const { unit, leg, voice, digits, tries } = turn;
  if (digits !== undefined) noteCall(unit, leg.id, 'key', { digits, about: 'alarm' });
  if (digits === '1') {
    await noteHeard(unit.tx, leg.id, unit.now);
    await moveLeg(unit, leg.id, 'told');
    return [voice.say(voice.words.alarmHeard), { verb: 'hangup' }];
  }
  if (tries >= MOST_SILENCES) return [voice.say(voice.words.goodbye), { verb: 'hangup' }];
  return alarmDocument({ ...turn, tries: tries + 1 });
}
