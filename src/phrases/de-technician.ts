import { contactOf, inOneLine, type TechnicianWords } from './technician-words.ts';

/** What technicians read in German. */
export const germanTechnician: TechnicianWords = {
  assignedSms: (of) =>
    inOneLine(`${of.number} gehört Ihnen: ${of.summary}.`, contactOf(of, 'Kontakt'), of.link),
  assignedSubject: (of) => `[${of.number}] gehört Ihnen`,
  assignedMail: (of) =>
    `${of.number} von ${of.deskName} gehört Ihnen.\n\n${of.summary}\n\n${contactOf(of, 'Kontakt')}\n\n${of.link}\n`,
  reminderSms: (of, what) => `${of.number}: ${germanTechnician.reminderSubject(of, what)}. ${of.link}`,
  reminderSubject: (_of, what) =>
    ({
      'waiting-over': 'worauf der Fall wartet, war bis jetzt fällig',
      'return-awaited': 'das alte Gerät ist noch nicht zurück',
      'customer-replied': 'der Kunde hat per E-Mail geantwortet',
      'mail-bounced': 'die E-Mail an den Kunden kam zurück',
    })[what],
};
