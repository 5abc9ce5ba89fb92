import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  changePassword,
  invite,
  listAccounts,
  listApiTokens,
  makeApiToken,
  makePasswordLink,
  passwordFault,
  removeAccount,
  revokeApiToken,
  roleChoices,
  sessionCookieName,
  signOutEverywhere,
} from '../../accounts/index.ts';
import { accountPage, type OwnAccountProps } from '../pages/account.tsx';
import { accountsPage, type AccountsProps } from '../pages/accounts.tsx';
import { readResponders } from '../queries/people.store.ts';
import { frameOf, sendPage, sessionSecret, signedIn, type ConsoleContext } from './context.ts';
import { requireRight } from './guards.ts';

const roles = roleChoices.map(([role]) => role);
const inviteForm = z.object({
  role: z.enum(roles).optional().catch(undefined),
  person: z.string().max(100).catch(''),
});
const idForm = z.object({ id: z.uuid().catch('') });
const tokenForm = z.object({ name: z.string().trim().max(100).catch('') });
const passwordForm = z.object({
  current: z.string().max(200).catch(''),
  wanted: z.string().max(400).catch(''),
});

/** Accounts, invitations and tokens, for supervisors. */
export function accountsRoutes(scope: FastifyInstance, context: ConsoleContext): void {
  const { db, clock, publicUrl } = context.options;
  scope.addHook('preHandler', requireRight(context, 'administer'));

  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    shown: Partial<Pick<AccountsProps, 'made' | 'fault'>> = {},
  ) => {
    const [accounts, tokens, responders] = await Promise.all([
      listAccounts(db),
      listApiTokens(db),
      readResponders(db),
    ]);
    // A page that shows something once must not replace itself.
    const frame = await frameOf(context, request, shown.made === undefined && shown.fault === undefined);
    const props = { accounts, tokens, responders, made: shown.made, fault: shown.fault };
    return sendPage(reply, accountsPage(frame, props), shown.fault === undefined ? 200 : 422);
  };
  const by = (request: FastifyRequest) => signedIn(request).name;

  scope.get('/accounts', (request, reply) => show(request, reply));

  scope.post('/accounts/invite', async (request, reply) => {
    const { role, person } = inviteForm.parse(request.body ?? {});
    if (role === undefined) {
      return show(request, reply, { fault: { form: 'invite', message: 'Choose a role' } });
    }
    const known = (await readResponders(db)).find(({ key }) => key === person)?.key;
    const secret = await invite(db, clock.now(), by(request), { role, person: known });
    return show(request, reply, { made: { what: 'Invitation', value: `${publicUrl}/join/${secret}` } });
  });

  scope.post('/accounts/password-link', async (request, reply) => {
    const { id } = idForm.parse(request.body ?? {});
    const secret = id === '' ? undefined : await makePasswordLink(db, clock.now(), by(request), id);
    if (secret === undefined) return noSuchAccount(request, reply);
    return show(request, reply, {
      made: { what: 'Link to a new password', value: `${publicUrl}/join/${secret}` },
    });
  });

  scope.post('/accounts/remove', async (request, reply) => {
    const { id } = idForm.parse(request.body ?? {});
    const result = id === '' ? 'unknown' : await removeAccount(db, clock.now(), id, by(request));
    if (result === 'removed') return reply.redirect('/accounts', 303);
    if (result === 'unknown') return noSuchAccount(request, reply);
    const message = 'This is the only supervisor: nobody could let anybody in again';
    return show(request, reply, { fault: { form: 'remove', message } });
  });

  scope.post('/accounts/token', async (request, reply) => {
    const { name } = tokenForm.parse(request.body ?? {});
    if (name === '') {
      return show(request, reply, { fault: { form: 'token', message: 'Say what the token is for' } });
    }
    const secret = await makeApiToken(db, clock.now(), by(request), name);
    return show(request, reply, { made: { what: `Token for ${name}`, value: secret } });
  });

  scope.post('/accounts/revoke', async (request, reply) => {
    const { id } = idForm.parse(request.body ?? {});
    if (id !== '') await revokeApiToken(db, clock.now(), by(request), id);
    return reply.redirect('/accounts#tokens', 303);
  });

  const noSuchAccount = (request: FastifyRequest, reply: FastifyReply) =>
    show(request, reply, { fault: { form: 'remove', message: 'There is no such account any more' } });
}

/** One's own account; whoever is signed in. */
export function ownAccountRoutes(scope: FastifyInstance, context: ConsoleContext): void {
  const { db, clock, secureCookies } = context.options;
  const show = async (request: FastifyRequest, reply: FastifyReply, shown: OwnAccountProps) => {
    const failed = Object.values(shown.faults).some((fault) => fault !== undefined);
    return sendPage(reply, accountPage(await frameOf(context, request, false), shown), failed ? 422 : 200);
  };

  scope.get('/account', (request, reply) => show(request, reply, { faults: {}, done: false }));

  scope.post('/account/password', async (request, reply) => {
    const { current, wanted } = passwordForm.parse(request.body ?? {});
    const fault = passwordFault(wanted);
    if (fault !== undefined) return show(request, reply, { faults: { wanted: fault }, done: false });
    const sessionKept = sessionSecret(context, request) ?? '';
    const given = { current, wanted, sessionSecret: sessionKept };
    const changed = await changePassword(db, clock.now(), signedIn(request).accountId, given);
    const faults = changed ? {} : { current: 'This is not your password' };
    return show(request, reply, { faults, done: changed });
  });

  scope.post('/account/sign-out-everywhere', async (request, reply) => {
    await signOutEverywhere(db, clock.now(), signedIn(request));
    return reply.clearCookie(sessionCookieName(secureCookies), { path: '/' }).redirect('/sign-in', 303);
  });
}
