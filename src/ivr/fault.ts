/** Where a fault is in the script: the way of keys and indexes to it, and whether the key itself is meant. */
export interface FaultPlace {
  path: readonly (string | number)[];
  atKey?: boolean;
}

/** A fault before its line is looked up: what is wrong, and how to mend it. */
export interface Finding extends FaultPlace {
  what: string;
  mend: string;
  /** Other places that it follows from: where one of them is malformed, nobody knows whether it is a fault at all. */
  dependsOn?: readonly FaultPlace['path'][];
}

/** One thing wrong with a script; line and column count from 1. */
export interface ScriptFault {
  file: string;
  line: number;
  column: number;
  what: string;
  mend: string;
}

/** A fault on one line, in the form that editors and terminals make clickable. */
export function formatFault(fault: ScriptFault): string {
  return `${fault.file}:${fault.line}:${fault.column}: ${fault.what} ${fault.mend}`;
}
