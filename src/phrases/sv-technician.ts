import { contactOf, inOneLine, type TechnicianWords } from './technician-words.ts';

/** What technicians read in Swedish. */
export const swedishTechnician: TechnicianWords = {
  assignedSms: (of) => inOneLine(`${of.number} är ditt: ${of.summary}.`, contactOf(of, 'Kontakt'), of.link),
  assignedSubject: (of) => `[${of.number}] är ditt`,
  assignedMail: (of) =>
    `${of.number} hos ${of.deskName} är ditt.\n\n${of.summary}\n\n${contactOf(of, 'Kontakt')}\n\n${of.link}\n`,
  reminderSms: (of, what) => `${of.number}: ${swedishTechnician.reminderSubject(of, what)}. ${of.link}`,
  reminderSubject: (_of, what) =>
    ({
      'waiting-over': 'det som ärendet väntar på skulle ha varit klart',
      'return-awaited': 'den gamla enheten har inte kommit tillbaka',
      'customer-replied': 'kunden har svarat per mejl',
      'mail-bounced': 'mejlet till kunden kom tillbaka',
    })[what],
};
