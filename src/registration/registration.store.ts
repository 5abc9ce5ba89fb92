import type { Queryable } from '../database/index.ts';
import type { StoredFields } from './fields.ts';
import type { RegisteredForm } from './form.ts';
import type { ContactException } from './standing.ts';

/** The registration of a case: a draft, until it is registered. */
export interface Draft {
  fields: StoredFields;
  revision: number;
  savedAt: Date | undefined;
  savedBy: string | undefined;
  refusedAt: Date | undefined;
  exception: ContactException | undefined;
  registered: RegisteredForm | undefined;
  registeredAt: Date | undefined;
  registeredBy: string | undefined;
  /** The open case on which the call is put when it is over, and whose choice that was. */
  putOn: { caseId: string; number: string; by: string } | undefined;
  callBack: CallBack | undefined;
}

/** Somebody is to be called back before it can be registered: who said so, when and why. */
export interface CallBack {
  at: Date;
  by: string;
  why: string;
}

interface Row {
  fields: StoredFields;
  revision: number;
  saved_at: Date | null;
  saved_by: string | null;
  refused_at: Date | null;
  exception: ContactException | null;
  registered: RegisteredForm | null;
  registered_at: Date | null;
  registered_by: string | null;
  put_on: string | null;
  put_on_by: string | null;
  put_on_number: string | null;
  call_back_at: Date | null;
  call_back_by: string | null;
  call_back_why: string | null;
}

const noDraft: Draft = {
  fields: {},
  revision: 0,
  savedAt: undefined,
  savedBy: undefined,
  refusedAt: undefined,
  exception: undefined,
  registered: undefined,
  registeredAt: undefined,
  registeredBy: undefined,
  putOn: undefined,
  callBack: undefined,
};

const SELECT = `SELECT fields, revision, saved_at, saved_by, refused_at, exception, registered, registered_at, registered_by,
  put_on, put_on_by, (SELECT number FROM support_case WHERE id = put_on) AS put_on_number, call_back_at, call_back_by, call_back_why
  FROM registration WHERE case_id = $1`;

/** What is known of a case's registration; an empty draft where nothing was ever saved. */
export async function readDraft(db: Queryable, caseId: string): Promise<Draft> {
  const { rows } = await db.query<Row>(SELECT, [caseId]);
  return rows[0] === undefined ? noDraft : toDraft(rows[0]);
}

/** The same, locked: saves of one form happen one after another. */
export async function lockDraft(tx: Queryable, caseId: string): Promise<Draft> {
  await tx.query('INSERT INTO registration (case_id) VALUES ($1) ON CONFLICT DO NOTHING', [caseId]);
  const { rows } = await tx.query<Row>(`${SELECT} FOR NO KEY UPDATE`, [caseId]);
  return rows[0] === undefined ? noDraft : toDraft(rows[0]);
}

/** Writes what is typed. `marks`: the unit that it names, normalised. */
export async function writeDraft(
  tx: Queryable,
  caseId: string,
  draft: { fields: StoredFields; revision: number; savedAt: Date; savedBy: string },
  marks: { serial: string | undefined; mac: string | undefined },
): Promise<void> {
  await tx.query(
    `UPDATE registration SET fields = $2, revision = $3, saved_at = $4, saved_by = $5, serial = $6, mac = $7
     WHERE case_id = $1`,
    [
      caseId,
      JSON.stringify(draft.fields),
      draft.revision,
      draft.savedAt,
      draft.savedBy,
      marks.serial ?? null,
      marks.mac ?? null,
    ],
  );
}

/** Writes the form as it is registered, onto the registration and onto the case. */
export async function writeRegistered(
  tx: Queryable,
  caseId: string,
  form: RegisteredForm,
  of: { at: Date; by: string; summary: string; customer: string | undefined },
): Promise<void> {
  await tx.query(
    // What was left to do of it is done.
    `UPDATE registration SET registered = $2, registered_at = $3, registered_by = $4, put_on = NULL, put_on_by = NULL,
       call_back_at = NULL, call_back_by = NULL, call_back_why = NULL WHERE case_id = $1`,
    [caseId, JSON.stringify(form), of.at, of.by],
  );
  await tx.query(
    `UPDATE support_case SET kind = 'registration', priority = $2, summary = $3, contact_name = $4, contact_email = $5,
       callback_number = $6, customer = coalesce($7, customer) WHERE id = $1`,
    [
      caseId,
      form.priority,
      of.summary,
      form.contact.name,
      form.contact.mail,
      form.contact.phone,
      of.customer ?? null,
    ],
  );
}

/** On which open case the call is put when it is over; undefined: it stays a matter of its own. */
export async function writePutOn(
  tx: Queryable,
  caseId: string,
  wish: { caseId: string; by: string } | undefined,
): Promise<void> {
  await tx.query('UPDATE registration SET put_on = $2, put_on_by = $3 WHERE case_id = $1', [
    caseId,
    wish?.caseId ?? null,
    wish?.by ?? null,
  ]);
}

/** The call of a case is put on another as soon as it is over. */
export async function isToBePutOn(tx: Queryable, caseId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    'SELECT 1 FROM registration WHERE case_id = $1 AND put_on IS NOT NULL',
    [caseId],
  );
  return (rowCount ?? 0) > 0;
}

/** The customer is to be called back; undefined: that is done, or not to be. */
export async function writeCallBack(
  tx: Queryable,
  caseId: string,
  callBack: CallBack | undefined,
): Promise<void> {
  await tx.query(
    'UPDATE registration SET call_back_at = $2, call_back_by = $3, call_back_why = $4 WHERE case_id = $1',
    [caseId, callBack?.at ?? null, callBack?.by ?? null, callBack?.why ?? null],
  );
}

export async function noteRefusal(tx: Queryable, caseId: string, at: Date): Promise<void> {
  await tx.query('UPDATE registration SET refused_at = $2 WHERE case_id = $1', [caseId, at]);
}

/** A supervisor has spoken: for this case where `exception` is given. */
export async function writeApproval(
  tx: Queryable,
  caseId: string,
  exception: ContactException | undefined,
): Promise<void> {
  await tx.query(
    'UPDATE registration SET refused_at = NULL, exception = coalesce($2, exception) WHERE case_id = $1',
    [caseId, exception === undefined ? null : JSON.stringify(exception)],
  );
}

/**
 * Approves a contact of a customer for good; one who was not named is added. The name of the contact whose telephone it
 * is already, when that is somebody else: then nothing is changed.
 */
export async function approveContact(
  tx: Queryable,
  contact: {
    customer: string;
    name: string;
    phone: string;
    mail: string | undefined;
    by: string;
    at: Date;
  },
  known: boolean,
): Promise<string | undefined> {
  const { customer, name, phone, mail, by, at } = contact;
  if (known) {
    await tx.query(
      `UPDATE customer_contact SET approved = true, approved_by = $4, approved_at = $5
       WHERE customer = $1 AND phone = $2 AND name = $3`,
      [customer, phone, name, by, at],
    );
    return undefined;
  }
  const { rowCount } = await tx.query(
    `INSERT INTO customer_contact (customer, name, phone, email, approved, approved_by, approved_at)
     VALUES ($1, $2, $3, $4, true, $5, $6) ON CONFLICT (customer, phone) DO NOTHING`,
    [customer, name, phone, mail ?? null, by, at],
  );
  if (rowCount) return undefined;
  const { rows } = await tx.query<{ name: string }>(
    'SELECT name FROM customer_contact WHERE customer = $1 AND phone = $2',
    [customer, phone],
  );
  return rows[0]?.name ?? phone;
}

function toDraft(row: Row): Draft {
  return {
    fields: row.fields,
    revision: row.revision,
    savedAt: row.saved_at ?? undefined,
    savedBy: row.saved_by ?? undefined,
    refusedAt: row.refused_at ?? undefined,
    exception: row.exception ?? undefined,
    registered: row.registered ?? undefined,
    registeredAt: row.registered_at ?? undefined,
    registeredBy: row.registered_by ?? undefined,
    putOn:
      row.put_on === null
        ? undefined
        : { caseId: row.put_on, number: row.put_on_number ?? '', by: row.put_on_by ?? '' },
    callBack:
      row.call_back_at === null
        ? undefined
        : { at: row.call_back_at, by: row.call_back_by ?? '', why: row.call_back_why ?? '' },
  };
}
