import type { CallFacts, CaseFacts, PageFacts } from './facts.ts';

const opened = new Date('2026-11-12T07:47:12Z');

/** A Sev 1 case that was just opened, with what a test says otherwise. */
export function caseFacts(over: Partial<CaseFacts> = {}): CaseFacts {
  return {
    id: '00000000-0000-7000-8000-000000000001',
    number: 'DINO-1042',
    desk: 'dino',
    kind: 'severity',
    severity: '1',
    summary: 'Product not operational',
    status: 'paging',
    caller: '+12025550100',
    callbackNumber: undefined,
    customerName: 'Acme Insurance',
    contactName: 'Dana Reyes',
    openedAt: opened,
    acknowledgedAt: undefined,
    acknowledgedByName: undefined,
    contactDueAt: undefined,
    contactedAt: undefined,
    resolvedAt: undefined,
    closedAt: undefined,
    buildNumber: undefined,
    closingReason: undefined,
    events: [],
    calls: [],
    pagings: [],
    pages: [],
    texts: [],
    recordings: [],
    names: new Map(),
    ...over,
  };
}

/** A page by voice to Anna that is due, with what a test says otherwise. */
export function pageFacts(over: Partial<PageFacts> = {}): PageFacts {
  return {
    id: 'page',
    pagingId: 'paging',
    person: 'anna',
    personName: 'Anna Alm',
    role: 'senior-technician',
    channel: 'voice',
    round: 1,
    address: '+12025550111',
    status: 'due',
    carrierId: undefined,
    errorCode: undefined,
    createdAt: opened,
    attemptedAt: undefined,
    settledAt: undefined,
    answeredAt: undefined,
    bridgedAt: undefined,
    leftBridgeAt: undefined,
    endedAt: undefined,
    events: [],
    callEvents: [],
    ...over,
  };
}

/** A customer's call that began nine seconds before the case, with what a test says otherwise. */
export function callFacts(over: Partial<CallFacts> = {}): CallFacts {
  return {
    id: 'call',
    desk: 'dino',
    purpose: 'support',
    from: '+12025550100',
    to: '+18004803466',
    personName: undefined,
    status: 'in-progress',
    place: 'hold',
    choice: '1',
    createdAt: new Date(opened.getTime() - 9000),
    answeredAt: new Date(opened.getTime() - 9000),
    bridgedAt: undefined,
    leftBridgeAt: undefined,
    endedAt: undefined,
    events: [],
    ...over,
  };
}
