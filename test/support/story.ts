import type { Database } from '../../src/database/index.ts';
import {
  insertRow,
  nightAt,
  people,
  rings,
  sms,
  standsDown,
  uuid,
  writePage,
  type PageStory,
  type Values,
} from './night.ts';

const start = nightAt(3);

/**
 * Writes one night into an empty database, row by row: a Sev 1 case that Anna accepts in the second round, another one
 * that is still being paged, a Sev 3 that waits, a caller who hung up in the menu, two alarms.
 */
export async function tellNight(db: Database): Promise<void> {
  await roster(db);
  await acmeCase(db);
  await globexCase(db);
  await quietRows(db);
}

async function roster(db: Database): Promise<void> {
  let position = 0;
  for (const [key, name, role, number] of people) {
    await insertRow(db, 'person', { key, name, roles: [role], email: `${key}@example.com` });
    for (const channel of ['voice', 'sms']) {
      const dead = key === 'bo' && channel === 'sms';
      const state = dead
        ? { state: 'dead', state_reason: '30005: unknown handset', state_since: nightAt(19) }
        : {};
      await insertRow(db, 'contact_method', { person: key, channel, address: number, ...state });
    }
    await insertRow(db, 'duty', { desk: 'dino', role, position: position++, person: key });
  }
  await insertRow(db, 'customer', { key: 'acme', name: 'Acme Insurance', desks: ['dino'] });
  const phone = '+12025550100';
  await insertRow(db, 'customer_contact', { customer: 'acme', name: 'Dana Reyes', phone });
}

const acmePages: readonly PageStory[] = [
  sms('anna', 1, 12, 15),
  rings('anna', 1, 12, 15, 45),
  {
    person: 'bo',
    channel: 'sms',
    round: 1,
    status: 'failed',
    error: '30005',
    receipt: [
      [12, 'queued'],
      [13, 'at-carrier'],
      [19, 'not-delivered', { code: '30005' }],
    ],
  },
  rings('bo', 1, 12, 16, 46),
  sms('cleo', 1, 12, 16),
  {
    person: 'cleo',
    channel: 'voice',
    round: 1,
    status: 'unanswered',
    receipt: [
      [12, 'queued'],
      [15, 'rang'],
      [35, 'picked-up'],
      [57, 'ended-without-key'],
    ],
    call: { answered_at: nightAt(35) },
  },
  sms('sal', 1, 12, 15),
  rings('sal', 1, 12, 16, 46),
  sms('anna', 2, 72, 75),
  {
    person: 'anna',
    channel: 'voice',
    round: 2,
    status: 'acknowledged',
    receipt: [
      [72, 'queued'],
      [75, 'rang'],
      [82, 'picked-up'],
      [82, 'answered'],
      [91, 'key', { digits: '1' }],
      [91, 'accepted', { via: 'voice' }],
    ],
    call: {
      answered_at: nightAt(82),
      bridged_at: nightAt(93),
      left_bridge_at: nightAt(1417),
      ended_at: nightAt(1417),
      case_id: uuid(1),
    },
  },
  standsDown('bo', 75, 92),
  sms('cleo', 2, 72, 75),
  standsDown('cleo', 75, 92),
  sms('sal', 2, 72, 76),
  {
    ...standsDown('sal', 76, 96),
    receipt: [
      [72, 'queued'],
      [76, 'rang'],
      [87, 'picked-up'],
      [87, 'answered'],
      [96, 'stood-down', { takenBy: 'anna' }],
    ],
    call: { answered_at: nightAt(87) },
  },
];

async function acmeCase(db: Database): Promise<void> {
  const [caseId, pagingId] = [uuid(1), uuid(2)];
  await insertRow(db, 'support_case', {
    id: caseId,
    number: 'DINO-1042',
    desk: 'dino',
    kind: 'severity',
    severity: '1',
    summary: 'Product not operational',
    status: 'in-contact',
    caller: '+12025550100',
    customer: 'acme',
    contact_name: 'Dana Reyes',
    reply_code: 42,
    room: 'room-1',
    opened_at: nightAt(12),
    acknowledged_at: nightAt(91),
    acknowledged_by: 'anna',
    contact_due_at: nightAt(12 + 3600),
    contacted_at: nightAt(93),
  });
  await insertRow(db, 'call', {
    id: uuid(3),
    desk: 'dino',
    direction: 'inbound',
    purpose: 'support',
    carrier_id: 'CA-dana',
    from_number: '+12025550100',
    to_number: '+18004803466',
    case_id: caseId,
    status: 'completed',
    place: 'bridge',
    created_at: start,
    answered_at: start,
    bridged_at: nightAt(93),
    left_bridge_at: nightAt(1417),
    ended_at: nightAt(1417),
  });
  await insertRow(db, 'call_event', {
    call_id: uuid(3),
    at: nightAt(12),
    event: 'chose',
    data: { key: '1', label: 'severity 1' },
  });
  await insertRow(db, 'paging', {
    id: pagingId,
    case_id: caseId,
    desk: 'dino',
    reason: 'severity',
    plan: 'urgent',
    status: 'acknowledged',
    round: 2,
    round_began_at: nightAt(72),
    opened_at: nightAt(12),
    ended_at: nightAt(91),
    acknowledged_by: 'anna',
    acknowledged_via: 'voice',
  });
  for (const page of acmePages) await writePage(db, caseId, pagingId, page);
  const events: (readonly [number, string, Values])[] = [
    [12, 'case.opened', { severity: '1' }],
    [12, 'paging.round', { round: 1, people: 4 }],
    [72, 'paging.round', { round: 2, people: 4 }],
    [91, 'case.acknowledged', { by: 'anna', via: 'voice', round: 2 }],
    [93, 'case.in-contact', { by: 'anna', how: 'bridge' }],
    [1620, 'note', { text: 'Bypassed with EXIT=NONE; product up 03:08.', by: 'Anna Alm' }],
  ];
  for (const [at, event, data] of events) {
    await insertRow(db, 'case_event', { case_id: caseId, at: nightAt(at), event, data });
  }
}

async function globexCase(db: Database): Promise<void> {
  const [caseId, pagingId] = [uuid(11), uuid(12)];
  const opened = 32 * 60 - 68;
  await insertRow(db, 'support_case', {
    id: caseId,
    number: 'DINO-1043',
    desk: 'dino',
    kind: 'severity',
    severity: '2',
    summary: 'Severe problems',
    status: 'paging',
    caller: '+12025550101',
    reply_code: 43,
    room: 'room-2',
    opened_at: nightAt(opened),
    contact_due_at: nightAt(opened + 3600),
  });
  await insertRow(db, 'call', {
    id: uuid(13),
    desk: 'dino',
    direction: 'inbound',
    purpose: 'support',
    carrier_id: 'CA-globex',
    from_number: '+12025550101',
    to_number: '+17037682610',
    case_id: caseId,
    status: 'in-progress',
    place: 'hold',
    created_at: nightAt(opened - 11),
    answered_at: nightAt(opened - 11),
  });
  await insertRow(db, 'paging', {
    id: pagingId,
    case_id: caseId,
    desk: 'dino',
    reason: 'severity',
    plan: 'urgent',
    status: 'open',
    round: 2,
    round_began_at: nightAt(opened + 60),
    next_round_at: nightAt(opened + 120),
    opened_at: nightAt(opened),
  });
  for (const [index, person] of (['anna', 'bo', 'cleo', 'sal'] as const).entries()) {
    if (person !== 'bo')
      await writePage(db, caseId, pagingId, sms(person, 1, opened, opened + 3, 'delivered'));
    await writePage(db, caseId, pagingId, rings(person, 1, opened, opened + 3, opened + 33));
    if (person !== 'bo') {
      await writePage(db, caseId, pagingId, sms(person, 2, opened + 60, opened + 63, 'delivered'));
    }
    await writePage(db, caseId, pagingId, {
      person,
      channel: 'voice',
      round: 2,
      status: index === 3 ? 'answered' : 'ringing',
      receipt: [
        [opened + 60, 'queued'],
        [opened + 63, 'rang'],
        ...(index === 3 ? ([[opened + 66, 'answered']] as const) : []),
      ],
      call: index === 3 ? { status: 'in-progress', answered_at: nightAt(opened + 66) } : {},
    });
  }
}

async function quietRows(db: Database): Promise<void> {
  await insertRow(db, 'support_case', {
    id: uuid(21),
    number: 'DINO-1041',
    desk: 'dino',
    kind: 'severity',
    severity: '3',
    summary: 'Non-critical problem',
    status: 'open',
    caller: '+12025550102',
    contact_name: '<script>alert(1)</script>',
    reply_code: 41,
    room: 'room-3',
    opened_at: nightAt(-9000),
  });
  const calls = [
    [uuid(22), 'CA-iris', '+12025550102', uuid(21), -9030, -8900],
    [uuid(23), 'CA-menu', null, null, -3000, -2994],
  ] as const;
  for (const [id, carrier, from, caseId, from_, to] of calls) {
    await insertRow(db, 'call', {
      id,
      desk: 'dino',
      direction: 'inbound',
      purpose: 'support',
      carrier_id: carrier,
      from_number: from,
      to_number: '+18004803466',
      case_id: caseId,
      status: 'completed',
      place: 'menu',
      created_at: nightAt(from_),
      ended_at: nightAt(to),
    });
  }
  const message = 'Bo Berg’s SMS number +1 202 555 0112 is dead (30005). He is paged by voice only.';
  await insertRow(db, 'alarm', {
    id: uuid(31),
    kind: 'dead-number',
    subject: 'bo sms',
    desk: 'dino',
    message,
    raised_at: nightAt(19),
  });
}
