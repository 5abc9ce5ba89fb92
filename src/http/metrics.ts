import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { countOpenAlarms } from '../alarms/index.ts';
import type { Queryable } from '../database/index.ts';
import { backlog } from '../engine/index.ts';
import type { Clock } from '../kernel/index.ts';
import { outboxState } from '../mail/index.ts';
import type { CarrierAnswer, Telephony } from '../telephony/index.ts';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 8];

/** What the service tells Prometheus: how the carrier answers, how long webhooks take, what waits. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly carrier = new Counter({
    name: 'afterhours_carrier_requests_total',
    help: 'Requests to the carrier, by what was asked and how it was answered',
    labelNames: ['request', 'outcome'],
    registers: [this.registry],
  });
  private readonly carrierSeconds = new Histogram({
    name: 'afterhours_carrier_request_seconds',
    help: 'How long the carrier took to answer',
    labelNames: ['request'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly webhookSeconds = new Histogram({
    name: 'afterhours_webhook_seconds',
    help: 'How long a webhook waited for its answer',
    buckets: SECONDS,
    registers: [this.registry],
  });

  private readonly failOpen = new Gauge({
    name: 'afterhours_fail_open_current',
    help: 'Whether the hosted fail-open documents of a desk are what they have to be now: 1 or 0; absent, not looked at',
    labelNames: ['desk'],
    registers: [this.registry],
  });

  constructor(db: Queryable, clock: Clock) {
    collectDefaultMetrics({ register: this.registry });
    const due = new Gauge({
      name: 'afterhours_tasks_due',
      help: 'Tasks that are due and not taken up',
      registers: [],
    });
    const oldest: Gauge = new Gauge({
      name: 'afterhours_oldest_due_task_seconds',
      help: 'How long the task that waits longest has been due',
      registers: [],
      collect: unlessAway(
        () => [due, oldest],
        async () => {
          const waiting = await backlog(db, clock.now());
          due.set(waiting.due);
          oldest.set(waiting.oldestSeconds);
        },
      ),
    });
    const openPagings: Gauge = new Gauge({
      name: 'afterhours_open_pagings',
      help: 'Cases that nobody has accepted yet',
      registers: [],
      collect: unlessAway(
        () => [openPagings],
        async () => {
          const { rows } = await db.query<{ open: number }>(
            `SELECT count(*)::int AS open FROM paging WHERE status = 'open'`,
          );
          openPagings.set(rows[0]?.open ?? 0);
        },
      ),
    });
    const alarms: Gauge = new Gauge({
      name: 'afterhours_open_alarms',
      help: 'Alarms that stand, by what is wrong',
      labelNames: ['kind'],
      registers: [],
      collect: unlessAway(
        () => [alarms],
        async () => {
          const open = await countOpenAlarms(db);
          alarms.reset();
          for (const of of open) alarms.set({ kind: of.kind }, of.open);
        },
      ),
    });
    const mails: Gauge = new Gauge({
      name: 'afterhours_mails',
      help: 'Mails that wait to be sent, and those of the last day that were given up',
      labelNames: ['status'],
      registers: [],
      collect: unlessAway(
        () => [mails],
        async () => {
          const { waiting, failed } = await outboxState(db, clock.now());
          mails.set({ status: 'waiting' }, waiting);
          mails.set({ status: 'failed' }, failed);
        },
      ),
    });
    for (const gauge of [oldest, due, openPagings, alarms, mails]) this.registry.registerMetric(gauge);
  }

  /** The same carrier, counted and timed. */
  watch(telephony: Telephony): Telephony {
    const timed = <A extends unknown[], T>(
      request: string,
      ask: (...args: A) => Promise<CarrierAnswer<T>>,
    ) => {
      return async (...args: A): Promise<CarrierAnswer<T>> => {
        const end = this.carrierSeconds.startTimer({ request });
        const answer = await ask(...args);
        end();
        this.carrier.inc({ request, outcome: answer.ok ? 'ok' : answer.failure.class });
        return answer;
      };
    };
    return {
      placeCall: timed('place-call', (order) => telephony.placeCall(order)),
      sendText: timed('send-text', (order) => telephony.sendText(order)),
      redirectCall: timed('redirect-call', (id, url) => telephony.redirectCall(id, url)),
      cancelUnanswered: timed('cancel-call', (id) => telephony.cancelUnanswered(id)),
      hangUp: timed('hang-up', (id) => telephony.hangUp(id)),
      fetchCall: timed('fetch-call', (id) => telephony.fetchCall(id)),
      fetchText: timed('fetch-text', (id) => telephony.fetchText(id)),
      fetchRecording: timed('fetch-recording', (url) => telephony.fetchRecording(url)),
      deleteRecording: timed('delete-recording', (recording) => telephony.deleteRecording(recording)),
      deleteCall: timed('delete-call', (id) => telephony.deleteCall(id)),
      deleteText: timed('delete-text', (id) => telephony.deleteText(id)),
    };
  }

  /** Shows what the journal holds, as it is when it is asked for. */
  watchJournal(journal: { readonly counts: { waiting: number; givenUp: number; refused: number } }): void {
    const unrecorded = new Gauge({
      name: 'afterhours_unrecorded_webhooks',
      help: 'What callers and responders did and is not recorded: waiting for the database, given up, or not even kept since the start',
      labelNames: ['state'],
      registers: [this.registry],
      collect: () => {
        const { waiting, givenUp, refused } = journal.counts;
        unrecorded.set({ state: 'waiting' }, waiting);
        unrecorded.set({ state: 'given-up' }, givenUp);
        unrecorded.set({ state: 'not-kept' }, refused);
      },
    });
  }

  /** Notes what a look at a desk's hosted fail-open documents found. */
  noteFailOpen(desk: string, isCurrent: boolean): void {
    this.failOpen.set({ desk }, isCurrent ? 1 : 0);
  }

  register(app: FastifyInstance): void {
    app.addHook('onResponse', async (request, reply) => {
      if (request.url.startsWith('/twilio/')) this.webhookSeconds.observe(reply.elapsedTime / 1000);
    });
    app.get('/metrics', async (_request, reply) =>
      reply.type(this.registry.contentType).send(await this.registry.metrics()),
    );
  }
}

/** What the database cannot tell is left out: the rest is wanted most of all while it is away. */
function unlessAway(gauges: () => Gauge[], read: () => Promise<void>): () => Promise<void> {
  return async () => {
    try {
      await read();
    } catch {
      for (const gauge of gauges()) leaveOut(gauge);
    }
  };
}

function leaveOut(gauge: Gauge): void {
  gauge.reset();
  // Without labels a reset leaves a nought, which would be a lie.
  if ('labelNames' in gauge && Array.isArray(gauge.labelNames) && gauge.labelNames.length === 0)
    gauge.remove();
}
