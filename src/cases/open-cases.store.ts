/** Whose open cases are looked for. Everything is SQL: parameters, or columns of a query around it. */
interface OpenCasesOf {
  /** That called, or is called back. */
  number: string;
  customer?: string;
  /** What else must be true of them. */
  only?: string;
  /** The newest so many of each way in which they are found are enough; absent: all. */
  most?: number;
}

/**
 * The ids of open cases, as SQL: of whoever calls by a number, or is called back on it, and of a customer. One read each, in the
 * order of an index of open cases: none serves the three joined by OR, and pages that operators have open ask again and again.
 */
export function openCaseIds({ number, customer, only, most }: OpenCasesOf): string {
  const ofNumber = [`caller = ${number}`, `callback_number = ${number}`];
  const reads = customer === undefined ? ofNumber : [...ofNumber, `customer = ${customer}`];
  const also = only === undefined ? '' : ` AND ${only}`;
  const newest = most === undefined ? '' : ` ORDER BY opened_at DESC LIMIT ${most}`;
  return reads
    .map(
      (which) =>
        `(SELECT id FROM support_case WHERE ${which} AND status NOT IN ('closed', 'cancelled')${also}${newest})`,
    )
    .join(' UNION ');
}
