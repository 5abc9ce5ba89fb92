import { contactOf, inOneLine, type TechnicianWords } from './technician-words.ts';

/** What technicians read in English. */
export const englishTechnician: TechnicianWords = {
  assignedSms: (of) => inOneLine(`${of.number} is yours: ${of.summary}.`, contactOf(of, 'Contact'), of.link),
  assignedSubject: (of) => `[${of.number}] is yours`,
  assignedMail: (of) =>
    `${of.number} of ${of.deskName} is yours.\n\n${of.summary}\n\n${contactOf(of, 'Contact')}\n\n${of.link}\n`,
  reminderSms: (of, what) => `${of.number}: ${englishTechnician.reminderSubject(of, what)}. ${of.link}`,
  reminderSubject: (_of, what) =>
    ({
      'waiting-over': 'what it waits for was due by now',
      'return-awaited': 'the old unit has not come back',
      'customer-replied': 'the customer has answered by mail',
      'mail-bounced': 'mail to the customer has come back',
    })[what],
};
