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

const english: TechnicianWords = {
  assignedSms: (of) => `${of.number} is yours: ${of.summary}. ${contact(of, 'Contact')} ${of.link}`,
  assignedSubject: (of) => `[${of.number}] is yours`,
  assignedMail: (of) =>
    `${of.number} of ${of.deskName} is yours.\n\n${of.summary}\n\n${contact(of, 'Contact')}\n\n${of.link}\n`,
  reminderSms: (of, what) => `${of.number}: ${english.reminderSubject(of, what)}. ${of.link}`,
  reminderSubject: (_of, what) =>
    ({
      'waiting-over': 'what it waits for was due by now',
      'return-awaited': 'the old unit has not come back',
      'customer-replied': 'the customer has answered by mail',
      'mail-bounced': 'mail to the customer has come back',
    })[what],
};

const swedish: TechnicianWords = {
  assignedSms: (of) => `${of.number} är ditt: ${of.summary}. ${contact(of, 'Kontakt')} ${of.link}`,
  assignedSubject: (of) => `[${of.number}] är ditt`,
  assignedMail: (of) =>
    `${of.number} hos ${of.deskName} är ditt.\n\n${of.summary}\n\n${contact(of, 'Kontakt')}\n\n${of.link}\n`,
  reminderSms: (of, what) => `${of.number}: ${swedish.reminderSubject(of, what)}. ${of.link}`,
  reminderSubject: (_of, what) =>
    ({
      'waiting-over': 'det som ärendet väntar på skulle ha varit klart',
      'return-awaited': 'den gamla enheten har inte kommit tillbaka',
      'customer-replied': 'kunden har svarat per mejl',
      'mail-bounced': 'mejlet till kunden kom tillbaka',
    })[what],
};

function contact({ contactName, callbackNumber }: CaseForTechnician, label: string): string {
  const known = [contactName, callbackNumber].filter((part) => part !== undefined);
  return known.length === 0 ? '' : `${label}: ${known.join(', ')}`;
}

/** The words of a BCP 47 language; English where a language has none yet. */
export function technicianWords(language: string): TechnicianWords {
  return /^sv\b/i.test(language) ? swedish : english;
}
