import { subjectOf } from '../alarms/index.ts';
import type { AlarmFacts } from '../phrases/index.ts';
import type { CarrierName } from '../telephony/index.ts';

/** What is true now of the things that alarms are about. */
export interface Standing {
  /** Numbers of people that cannot be used: "sms +12025550112". */
  unusable: ReadonlySet<string>;
  /** Roles of a desk that have too few people: "dino sales". */
  holes: ReadonlySet<string>;
  /** The subjects of what is missing in the schedules of the next days. */
  ahead: ReadonlySet<string>;
  /** The subjects of drills by which somebody was not reached, and is not yet. */
  missedDrills: ReadonlySet<string>;
  /** Desks that have somebody who can be reached. */
  reachable: ReadonlySet<string>;
  /** The alarm ids of refusals that a later success has disproved. */
  disproved: ReadonlySet<string>;
  /** The carriers that a canary goes by. */
  canaries: ReadonlySet<CarrierName>;
}

/** Why an alarm is over; undefined while its cause stands, or when only an event of its own can end it. */
export function whyOver(id: string, facts: AlarmFacts, now: Standing): string | undefined {
  switch (facts.kind) {
    case 'contact-dead':
      return now.unusable.has(`${facts.channel} ${facts.number}`) ? undefined : 'the number was changed';
    case 'opted-out':
      return now.unusable.has(`sms ${facts.number}`) ? undefined : 'the number was changed';
    case 'duty-hole':
      return now.holes.has(`${facts.desk} ${facts.role}`) ? undefined : 'the duty list was mended';
    case 'duty-ahead':
      return now.ahead.has(subjectOf(facts)) ? undefined : 'the schedule was mended, or it is past';
    case 'drill-missed':
      return now.missedDrills.has(subjectOf(facts))
        ? undefined
        : 'they were reached, or the shift or the number was changed';
    case 'nobody-to-page':
      return now.reachable.has(facts.desk) ? 'somebody can be reached' : undefined;
    case 'carrier-refuses':
      return now.disproved.has(id) ? 'the carrier has taken the same since' : undefined;
    case 'canary-missing':
      return now.canaries.has(facts.carrier) ? undefined : 'the canary was switched off';
    case 'delivery-drop':
    case 'mail-stuck':
    case 'recordings-kept':
    case 'recorded-late':
    case 'fail-open':
      return undefined;
  }
}
