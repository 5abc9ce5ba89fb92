/**
 * Rows as CSV (RFC 4180, CRLF). A cell that a spreadsheet would take for a formula gets an apostrophe before it:
 * callers choose their own names.
 */
export function csv(rows: readonly (readonly (string | undefined)[])[]): string {
  return rows.map((row) => `${row.map((cell) => csvCell(cell ?? '')).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
  const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
