import { measureBurst, type BurstSizes } from './burst.ts';
import { measureFanOut, type FanOutSizes } from './fan-out.ts';
import { measureGrowth, type GrowthSizes } from './growth.ts';
import type { Line } from './line.ts';
import { measurePunctuality, type PunctualitySizes } from './punctuality.ts';
import { measureSoak, type SoakSizes } from './soak.ts';
import { measureStartUp, type StartUpSizes } from './start-up.ts';
import { measureWebhooks, type WebhooksSizes } from './webhooks.ts';

export interface Sizes {
  startUp: StartUpSizes;
  fanOut: FanOutSizes;
  webhooks: WebhooksSizes;
  punctuality: PunctualitySizes;
  burst: BurstSizes;
  growth: GrowthSizes;
  soak: SoakSizes;
}

/** Every measurement by the name that it is asked for by, in the order in which they run. */
export function measurementsOf(sizes: Sizes): Record<string, (folder: string) => Promise<Line[]>> {
  return {
    'start-up': (folder) => measureStartUp(folder, sizes.startUp),
    'fan-out': (folder) => measureFanOut(folder, sizes.fanOut),
    webhooks: (folder) => measureWebhooks(folder, sizes.webhooks),
    punctuality: (folder) => measurePunctuality(folder, sizes.punctuality),
    burst: (folder) => measureBurst(folder, sizes.burst),
    growth: (folder) => measureGrowth(folder, sizes.growth),
    soak: (folder) => measureSoak(folder, sizes.soak),
  };
}
