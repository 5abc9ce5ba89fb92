import { noCarrierFaults, type CarrierFaults } from './carrier/faults.ts';
import type { Random } from './kernel/random.ts';
import { asleep, eager, type Mood } from './people/mood.ts';
import type { ProcessSettings } from './process/service-process.ts';
import type { Incident, Scenario } from './scenario.ts';

/** Orders that are answered after seconds, and many of them by "not now". */
const SLOW_REFUSALS: CarrierFaults = { ...noCarrierFaults, slow: 0.7, tooMany: 0.25, serverError: 0.15 };

/**
 * Moments that chance alone brings about in one world of a hundred, or never, and that are dangerous: two worlds of ten
 * are about one of them each.
 * 7, 17, 27 …: everybody accepts at once, while the carrier takes seconds to say that it takes no call now.
 * 10, 20, 30 …: everybody sleeps, and processes die with the pages of a round in their hands, in the second in which
 * somebody accepts by the text of the round before.
 */
export function withRareMoments(seed: number, scenario: Scenario, random: Random): Scenario {
  if (seed % 10 === 7) return { ...scenario, incidents: scenario.incidents.map(slowRefusals) };
  if (seed % 10 !== 0) return scenario;
  return {
    ...scenario,
    // Others must be there to take the acceptance, and what the dead have left.
    processes: scenario.processes.length > 2 ? scenario.processes : threeOf(scenario.processes),
    incidents: scenario.incidents.map((incident) => deathsWithPages(incident, random)),
  };
}

function slowRefusals(incident: Incident): Incident {
  return { ...incident, carriers: incident.carriers.map(() => SLOW_REFUSALS), moods: all(incident, eager) };
}

function deathsWithPages(incident: Incident, random: Random): Incident {
  const troubles = [1, 2, 3].map((nth) => ({
    afterMs: Math.floor((incident.lengthMs * nth) / 4) + random.between(0, 60) * 500,
    kind: 'kill with pages in hand' as const,
  }));
  return { ...incident, troubles, moods: all(incident, asleep) };
}

function all({ moods }: Incident, mood: Mood): Incident['moods'] {
  return moods.slice(0, 1).map((first) => ({ afterMs: 0, moods: first.moods.map(() => mood) }));
}

function threeOf([first]: readonly ProcessSettings[]): ProcessSettings[] {
  return first ? ['A', 'B', 'C'].map((letter) => ({ ...first, name: `node ${letter}`, role: 'all' })) : [];
}
