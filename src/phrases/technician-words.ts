/** What a technician is told of a case of theirs. */
export interface CaseForTechnician {
  number: string;
  deskName: string;
  summary: string;
  contactName: string | undefined;
  callbackNumber: string | undefined;
  /** The case in the console. */
  link: string;
}

/** What technicians read, in one language. SMS bodies end with the link, which is never cut. */
export interface TechnicianWords {
  assignedSms(of: CaseForTechnician): string;
  assignedSubject(of: CaseForTechnician): string;
  assignedMail(of: CaseForTechnician): string;
  /** Something of the case is due: `what` it is. */
  reminderSms(of: CaseForTechnician, what: Reminder): string;
  reminderSubject(of: CaseForTechnician, what: Reminder): string;
}

export type Reminder = 'waiting-over' | 'return-awaited' | 'customer-replied' | 'mail-bounced';

/** Whom to contact, behind a label and a colon; empty where neither name nor number is known. */
export function contactOf({ contactName, callbackNumber }: CaseForTechnician, label: string): string {
  const known = [contactName, callbackNumber].filter((part) => part !== undefined);
  return known.length === 0 ? '' : `${label}: ${known.join(', ')}`;
}

/** The parts of an SMS that there are, with one space between them: the link last. */
export function inOneLine(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
