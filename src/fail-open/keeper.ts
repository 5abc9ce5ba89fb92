import { clearAlarm, raiseAlarm } from '../alarms/index.ts';
import type { Script } from '../ivr/index.ts';
import type { Timer } from '../kernel/index.ts';
import { unitOfWork, type Service } from '../service/index.ts';
import { copyFaultKinds, type CopyFault } from './hosted-copy.ts';
import { examineSets, type FoundFault } from './hosted-sets.ts';
import { hostedAt, makeFailOpen, type MadeDocuments } from './make.ts';
import { writeDocuments } from './write.ts';

/** Duty changes by import, by hand and at every handoff of a schedule: it is read anew so often. */
const TURN_MS = 30_000;
const LOOK_EVERY_MS = 5 * 60_000;
/** So long a copy may differ before it is an alarm: after a change it has to be carried to its host. */
const GRACE_MS = 15 * 60_000;

export interface FailOpenKeeperOptions {
  service: Service;
  /** Address of the static host, without a slash at its end. */
  url: string;
  /** Where the documents are written; undefined: another carries them to the host. */
  folder: string | undefined;
  /** Told after each look at the hosted copy. */
  onLook: (desk: string, isCurrent: boolean) => void;
}

/** Writes the fail-open documents anew when script or duty change, and says when the hosted copy is another. */
export class FailOpenKeeper {
  private readonly options: FailOpenKeeperOptions;
  private readonly faultySince = new Map<string, { kind: CopyFault['kind']; since: number }>();
  /** An alarm that is up keeps its words: other words need another one. */
  private readonly said = new Map<string, string | undefined>();
  private timer: Timer | undefined;
  private turning: Promise<void> | undefined;
  private nextLookAt = 0;
  private stopped = true;

  constructor(options: FailOpenKeeperOptions) {
    this.options = options;
  }

  start(): void {
    this.stopped = false;
    this.turn();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.timer?.cancel();
    await this.turning;
  }

  private turn(): void {
    const { clock } = this.options.service;
    this.turning = this.turnOnce().finally(() => {
      if (!this.stopped) this.timer = clock.after(TURN_MS, () => this.turn());
    });
  }

  private async turnOnce(): Promise<void> {
    const now = this.options.service.clock.now().getTime();
    const looks = now >= this.nextLookAt;
    if (looks) this.nextLookAt = now + LOOK_EVERY_MS;
    for (const script of this.options.service.scripts) {
      await this.keep(script, looks).catch((error: unknown) => {
        this.options.service.log.error({ err: error, desk: script.desk }, 'fail-open documents not kept');
      });
    }
  }

  private async keep(script: Script, looks: boolean): Promise<void> {
    const { service, url } = this.options;
    const now = service.clock.now();
    const made = await makeFailOpen(service.db.$client, script, now, service, (place) =>
      hostedAt(url, place),
    );
    await this.write(script, made);
    if (looks) await this.look(script, made);
  }

  /** A folder that cannot be written leaves the hosted copy as it was: the look at it tells. */
  private async write({ desk }: Script, { sets }: MadeDocuments): Promise<void> {
    const { folder, service } = this.options;
    if (folder === undefined) return;
    try {
      for (const { place, documents } of sets) {
        const written = await writeDocuments(folder, place, documents);
        if (written.length > 0) service.log.info({ desk, place, written }, 'fail-open documents written');
      }
    } catch (error) {
      service.log.error({ err: error, desk }, 'fail-open documents not written');
    }
  }

  private async look(script: Script, made: MadeDocuments): Promise<void> {
    const { service, url, onLook } = this.options;
    const { desk } = script;
    const fault = await examineSets(service.clock, made.sets, (place) => hostedAt(url, place));
    onLook(desk, fault === undefined);
    const people = made.faults.map((of) => `${of}.`).join(' ');
    await this.settle(desk, 'people', people === '' ? undefined : people);
    for (const kind of copyFaultKinds) {
      if (kind !== fault?.kind) await this.settle(desk, kind, undefined);
      // Within its grace it is neither raised nor taken down: an earlier process may have raised it.
      else if (this.isOld(desk, fault)) await this.settle(desk, kind, sentence(fault));
    }
    if (fault === undefined) this.faultySince.delete(desk);
  }

  /** The first sight of a fault is for the log alone. */
  private isOld(desk: string, fault: FoundFault): boolean {
    const now = this.options.service.clock.now().getTime();
    const known = this.faultySince.get(desk);
    if (known?.kind === fault.kind) return now - known.since >= GRACE_MS;
    this.faultySince.set(desk, { kind: fault.kind, since: now });
    this.options.service.log.warn({ desk, fault: fault.kind, document: fault.name }, sentence(fault));
    return false;
  }

  private async settle(desk: string, fault: string, told: string | undefined): Promise<void> {
    const key = `${desk} ${fault}`;
    const before = this.said.get(key);
    if (this.said.has(key) && before === told) return;
    await unitOfWork(this.options.service, async (unit) => {
      const facts = { kind: 'fail-open', desk, fault, told: told ?? '' } as const;
      if (told === undefined) await clearAlarm(unit.tx, facts, 'it is as it should be', unit.now);
      else {
        // After a start it is not known what was said: an alarm that is up says it.
        if (before !== undefined) await clearAlarm(unit.tx, facts, 'it is told anew', unit.now);
        await raiseAlarm(this.options.service, unit, { desk, facts });
      }
    });
    this.said.set(key, told);
  }
}

function sentence({ place, name, message }: FoundFault): string {
  return `${place}/${name}.xml ${message}.`;
}
