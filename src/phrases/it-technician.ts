import { contactOf, inOneLine, type TechnicianWords } from './technician-words.ts';

/** What technicians read in Italian. */
export const italianTechnician: TechnicianWords = {
  assignedSms: (of) => inOneLine(`${of.number} è Suo: ${of.summary}.`, contactOf(of, 'Contatto'), of.link),
  assignedSubject: (of) => `[${of.number}] è Suo`,
  assignedMail: (of) =>
    `Il caso ${of.number} di ${of.deskName} è Suo.\n\n${of.summary}\n\n${contactOf(of, 'Contatto')}\n\n${of.link}\n`,
  reminderSms: (of, what) => `${of.number}: ${italianTechnician.reminderSubject(of, what)}. ${of.link}`,
  reminderSubject: (_of, what) =>
    ({
      'waiting-over': 'il termine di ciò che il caso aspettava è passato',
      'return-awaited': 'il vecchio dispositivo non è ancora tornato',
      'customer-replied': 'il cliente ha risposto per e-mail',
      'mail-bounced': "l'e-mail al cliente è tornata indietro",
    })[what],
};
