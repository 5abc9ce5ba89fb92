import { createCallRest, deleteCall, fetchCall, listCalls, updateCall } from './calls.ts';
import {
  createParticipant,
  deleteParticipant,
  fetchConference,
  fetchParticipant,
  listConferences,
  listParticipants,
  updateConference,
  updateParticipant,
} from './conferences.ts';
import { createMessage, deleteMessage, fetchMessage, listMessages, updateMessage } from './messages.ts';
import { fetchNumber, listNumbers, updateNumber } from './numbers.ts';
import { deleteRecording, fetchRecording, listRecordings, recordCall, recordingMedia } from './recordings.ts';
import type { RestHandler } from './request.ts';

type Methods = Partial<Record<'GET' | 'POST' | 'DELETE', RestHandler>>;

/** Paths under the account; `*` is an identifier. */
const ROUTES: Readonly<Record<string, Methods>> = {
  'Calls.json': { POST: createCallRest, GET: listCalls },
  'Calls/*.json': { GET: fetchCall, POST: updateCall, DELETE: deleteCall },
  'Calls/*/Recordings.json': { GET: listRecordings, POST: recordCall },
  'Messages.json': { POST: createMessage, GET: listMessages },
  'Messages/*.json': { GET: fetchMessage, POST: updateMessage, DELETE: deleteMessage },
  'Conferences.json': { GET: listConferences },
  'Conferences/*.json': { GET: fetchConference, POST: updateConference },
  'Conferences/*/Participants.json': { GET: listParticipants, POST: createParticipant },
  'Conferences/*/Participants/*.json': {
    GET: fetchParticipant,
    POST: updateParticipant,
    DELETE: deleteParticipant,
  },
  'Conferences/*/Recordings.json': { GET: listRecordings },
  'Recordings.json': { GET: listRecordings },
  'Recordings/*.json': { GET: fetchRecording, DELETE: deleteRecording },
  'Recordings/*.wav': { GET: recordingMedia },
  'Recordings/*.mp3': { GET: recordingMedia },
  'Recordings/*': { GET: recordingMedia, DELETE: deleteRecording },
  'IncomingPhoneNumbers.json': { GET: listNumbers },
  'IncomingPhoneNumbers/*.json': { GET: fetchNumber, POST: updateNumber },
};

const COMPILED = Object.entries(ROUTES).map(([pattern, methods]) => ({
  methods,
  resource: /^\w+/.exec(pattern)?.[0] ?? '',
  expression: new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '([^/]+?)')}$`),
}));

export interface RouteMatch {
  methods: Methods;
  resource: string;
  ids: string[];
}

/** The route of a path below the account, such as `Calls/CA….json`. */
export function matchRoute(path: string): RouteMatch | null {
  for (const { methods, resource, expression } of COMPILED) {
    const match = expression.exec(path);
    if (match) return { methods, resource, ids: match.slice(1).map((id) => decodeURIComponent(id)) };
  }
  return null;
}
