import type { IForbiddenRuleType } from 'dependency-cruiser';

/** Test files, and what only they use, may reach anywhere. */
const tests = '\\.(test|fixture|test-support)\\.tsx?$|^test/|^phones/testing/';
/** The folders whose decisions are pure. */
const domains =
  'alarms|calls|cases|coverage|customers|duty|ivr|kernel|paging|people|phrases|registration|telephony|texts';
/**
 * Handlers: each reads rows, asks a core, and writes what follows in one transaction. A file is core unless it is named
 * here or below, so that a new one has to be pure or to say that it is not.
 */
const handlers = [
  'alarms/raise',
  'cases/contact',
  'paging/(accept|ask-the-next|call-over|decline|expect-contact|give-up|in-hours|next-round|no-contact|register-unanswered|release-operator|round|stand-down|start|stop|withdraw)',
  'registration/(approve|call-back|join-case|open-by-hand|put-on|register|save|state)',
  'texts/outgoing',
  'ivr/(load|check-scripts)',
  'config/project-root',
];
/** Inside a domain: what does the I/O. */
const shell = `\\.store\\.ts$|/tables\\.ts$|\\.cli\\.ts$|\\.routes\\.tsx?$|/index\\.ts$|^src/(${handlers.join('|')})\\.ts$`;
const npm = (names: string): string => `(^|node_modules/)(${names})(/|$)`;

/** The imports that may never happen, each with its reason. */
export const importRules: IForbiddenRuleType[] = [
  {
    name: 'no-cycles',
    comment: 'Files that need each other are one idea in two places.',
    severity: 'error',
    from: { path: '^(src|phones)/' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'service-not-phones',
    comment:
      'The service knows its carrier only over HTTP: simulated phones prove nothing if it could cheat.',
    severity: 'error',
    from: { path: '^src/', pathNot: tests },
    to: { path: '^phones/' },
  },
  {
    name: 'phones-not-service',
    comment: 'The simulated carrier must not share a misunderstanding with the service.',
    severity: 'error',
    from: { path: '^phones/', pathNot: tests },
    to: { path: '^src/' },
  },
  {
    name: 'only-the-adapter-knows-twilio',
    comment: 'A second carrier is a second adapter, and nothing else.',
    severity: 'error',
    from: { path: '^src/', pathNot: `^src/twilio/|${tests}` },
    to: { path: npm('twilio') },
  },
  {
    name: 'only-mail-knows-smtp',
    comment:
      'Whoever has something to write puts it into the outbox: sent from anywhere else it could be lost.',
    severity: 'error',
    from: { path: '^src/', pathNot: `^src/mail/smtp\\.ts$|${tests}` },
    to: { path: npm('nodemailer') },
  },
  {
    name: 'only-stores-speak-sql',
    comment: 'What is decided must be testable without a database.',
    severity: 'error',
    from: {
      path: '^src/',
      pathNot: `^src/database/|\\.store\\.ts$|/tables\\.ts$|^src/console/queries/|${tests}`,
    },
    to: { path: npm('pg|drizzle-orm|@types/pg'), dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'only-the-web-knows-fastify',
    comment: 'Domains can be asked by anything, a test or a command line as well as a web server.',
    severity: 'error',
    from: { path: '^src/', pathNot: `^src/(http|console|twilio)/|^src/(app|main)\\.ts$|${tests}` },
    to: { path: npm('@?fastify|@fastify/[^/]+|fastify-[^/]+') },
  },
  {
    name: 'through-the-door',
    comment: 'index.ts is the only door of a folder: what lies behind it can change.',
    severity: 'error',
    from: { path: '^src/([^/]+)/', pathNot: tests },
    to: { path: '^src/[^/]+/', pathNot: '^src/$1/|^src/[^/]+/(index|tables)\\.tsx?$' },
  },
  {
    name: 'through-the-door-from-the-top',
    comment: 'The programs at the top use the doors too.',
    severity: 'error',
    from: { path: '^src/[^/]+\\.tsx?$', pathNot: tests },
    to: { path: '^src/[^/]+/', pathNot: '^src/[^/]+/index\\.tsx?$' },
  },
  {
    name: 'cores-are-pure',
    comment:
      'Decisions take what they need as parameters: no file, no network, no database, no web, no settings.',
    severity: 'error',
    from: { path: `^src/(${domains})/`, pathNot: `${shell}|${tests}` },
    to: {
      path: '.',
      pathNot: [
        `^src/(${domains})/`,
        npm('luxon|@types/luxon|zod|libphonenumber-js|date-holidays|n2words|yaml'),
        '^(node:)?crypto$',
      ],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'cores-ask-no-store',
    comment: 'A core is given rows, it does not fetch them.',
    severity: 'error',
    from: { path: `^src/(${domains})/`, pathNot: `${shell}|${tests}` },
    to: { path: '\\.store\\.ts$', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-development-packages',
    comment: 'The image holds only production packages.',
    severity: 'error',
    from: { path: '^(src|phones)/', pathNot: tests },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
  },
  {
    name: 'everything-resolves',
    comment: 'An import that leads nowhere would escape every rule above.',
    severity: 'error',
    from: { path: '^(src|phones)/' },
    to: { couldNotResolve: true },
  },
];
