import { may } from '../../accounts/index.ts';
import { mayReport, type ApproveResult, type RegistrationState } from '../../registration/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { CsrfField, Field } from '../components/form.tsx';
import type { Frame } from '../components/layout.tsx';

export type ApprovalFault = Exclude<ApproveResult, { kind: 'approved' } | { kind: 'unknown' }>;

interface Props {
  readonly catalogue: Catalogue;
  readonly state: RegistrationState;
  readonly isRefused?: boolean;
  readonly approvalFault?: ApprovalFault | undefined;
  readonly frame: Frame;
}

/** What is said of a contact who is not approved, and the supervisor's word on it. */
export function Approval({ catalogue, state, isRefused = false, approvalFault, frame }: Props) {
  const { approval } = catalogue.register;
  const { standing } = state;
  if (standing.kind === 'unnamed' || mayReport(standing)) return null;
  const approved = state.customer?.contacts.filter((contact) => contact.approved).map(({ name }) => name);
  const fault =
    approvalFault === undefined
      ? undefined
      : approvalFault.kind === 'phone-of'
        ? approval.phoneOf(approvalFault.name)
        : approval.faults[approvalFault.kind];
  return (
    <section class={isRefused ? 'alarm approval' : 'alarm live approval'} role="alert" id="approval">
      <p>
        <b>{approval.needed(state.values['name'] ?? '', state.customer?.name)}</b>{' '}
        {approved !== undefined && approval.approvedOnes(approved)}{' '}
        {(isRefused || state.draft.refusedAt !== undefined) && approval.logged}
      </p>
      {may(frame.signedIn.role, 'approve') ? (
        <form
          class="grid"
          method="post"
          action={`/register/${encodeURIComponent(state.number)}/approve`}
          id="approve"
        >
          <CsrfField of={frame.signedIn} />
          <Field id="why" label={approval.reason} fault={fault} width="w6">
            <input id="why" name="reason" maxLength={300} autocomplete="off" aria-describedby="why-hint" />
          </Field>
          <p class="acts w6">
            <button class="btn" name="how" value="once">
              {approval.once}
            </button>
            <button class="btn" name="how" value="always">
              {approval.always}
            </button>
          </p>
        </form>
      ) : (
        <p class="soft">{approval.askSupervisor}</p>
      )}
    </section>
  );
}
