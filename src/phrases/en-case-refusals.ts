import { isPlain, type PlainRefusals } from './case-refusal-words.ts';
import type { CaseWords } from './case-words.ts';
import { englishRegister } from './en-register.ts';

const plain: PlainRefusals = {
  'not-closed': 'The case is not closed.',
  closed: 'The case is closed. Reopen it first.',
  'work-begun': 'Work on it has begun, and it waits for nothing.',
  'assessment-stands': 'A replacement has been sent: the assessment stands.',
  'old-unit-out': 'A replacement has been sent, and the old unit is still out.',
  'not-assessed':
    'First record the assessment: is it really the hardware? Without it no replacement is sent.',
  'not-hardware': 'The assessment says that it is not the hardware. Change it first, if that was wrong.',
  'nothing-sent': 'No replacement has been sent.',
  'arrived-already': 'That it has arrived is recorded.',
  'no-return-awaited': 'No replacement has been sent, so no old unit is awaited.',
  'return-over': 'The old unit is not awaited any more.',
  'not-arrived': 'First record that the replacement has arrived.',
  'no-old-unit': 'No old unit is awaited.',
  'out-of-scope-already': 'It is marked as out of scope.',
  'old-unit-not-back':
    'The old unit has not come back. Record its return first, or that it will not come back.',
  'office-closed': 'Nobody can be reached past the operator now: the office is closed.',
  'code-missing': 'Choose one of the codes.',
  'build-or-reason-missing': 'Enter the build number of the fix first, or say why there is none.',
  'time-past': 'Choose a time that is still to come.',
  erased: 'Its personal data has been deleted: register a new case instead.',
  'note-empty': 'The note is empty, or longer than 4000 characters',
  'nobody-in-contact': 'Choose who is in contact with the customer',
  'build-malformed': 'A build number has letters, digits, dots and dashes, such as 7.2.118',
  'no-assignee': 'Choose whose it is',
  'no-wait': 'Write what it waits for',
  'wait-time-malformed': 'Write the time with its date, such as 2026-11-05T14:00',
  'no-assessment': 'Choose whether it is the hardware',
  'no-shipment': 'Write what is sent, and where to',
  'no-write-off-reason': 'Write why it will not come back',
  'no-scope-reason': 'Write why: the customer is told',
  'mail-empty': 'The message is empty',
  'no-reopening-reason': 'Write why it is opened again',
};

/** Why something is not done to a case, in English. */
export const englishCaseRefusals: CaseWords['refusal'] = (why) => {
  if (isPlain(why, plain)) return plain[why.kind];
  switch (why.kind) {
    case 'no-such-case':
      return `There is no case ${why.number}.`;
    case 'has-status':
      return `${why.number} is ${englishRegister.status(why.status)}.`;
    case 'contact-known':
      return `${why.number} is in contact: that was recorded before.`;
    case 'nobody-paged':
      return `Nobody is being paged for ${why.number}.`;
    case 'no-such-person':
      return `Nobody in the roster has the key ${why.person}.`;
    case 'no-such-desk':
      return `No script describes the desk ${why.desk} any more.`;
    case 'theirs-already':
      return `${why.name} has it already.`;
    case 'cannot-be-told':
      return `${why.name} can be told neither by SMS nor by mail. Give them a number or an address first.`;
    case 'caller-gone':
      return `The caller of ${why.number} is not on the line any more.`;
    case 'not-callable':
      return `${why.name} cannot be called for ${why.number} now.`;
  }
};
