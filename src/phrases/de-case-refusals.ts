import { isPlain, type PlainRefusals } from './case-refusal-words.ts';
import type { CaseWords } from './case-words.ts';
import { germanRegister } from './de-register.ts';

const plain: PlainRefusals = {
  'not-closed': 'Der Fall ist nicht abgeschlossen.',
  closed: 'Der Fall ist abgeschlossen. Öffnen Sie ihn zuerst wieder.',
  'work-begun': 'Die Arbeit hat begonnen, und der Fall wartet auf nichts.',
  'assessment-stands': 'Ein Ersatzgerät ist versandt: Der Befund steht fest.',
  'old-unit-out': 'Ein Ersatzgerät ist versandt, und das alte Gerät ist noch nicht zurück.',
  'not-assessed':
    'Halten Sie zuerst den Befund fest: Ist es wirklich die Hardware? Ohne ihn wird kein Ersatzgerät versandt.',
  'not-hardware': 'Laut Befund ist es nicht die Hardware. Ändern Sie ihn zuerst, falls er falsch war.',
  'nothing-sent': 'Es ist kein Ersatzgerät versandt.',
  'arrived-already': 'Die Ankunft ist bereits festgehalten.',
  'no-return-awaited': 'Es ist kein Ersatzgerät versandt, also wird kein altes Gerät erwartet.',
  'return-over': 'Das alte Gerät wird nicht mehr erwartet.',
  'not-arrived': 'Halten Sie zuerst fest, dass das Ersatzgerät angekommen ist.',
  'no-old-unit': 'Es wird kein altes Gerät erwartet.',
  'out-of-scope-already': 'Der Fall liegt bereits außerhalb des Supports.',
  'old-unit-not-back':
    'Das alte Gerät ist nicht zurück. Halten Sie zuerst die Rückgabe fest, oder dass es nicht zurückkommt.',
  'office-closed':
    'Über die Telefonzentrale hinaus ist jetzt niemand zu erreichen: Das Büro ist geschlossen.',
  'code-missing': 'Wählen Sie einen der Abschlussgründe.',
  'build-or-reason-missing':
    'Tragen Sie zuerst die Programmversion ein, die den Fehler behebt, oder schreiben Sie, warum es keine gibt.',
  'time-past': 'Wählen Sie eine Zeit, die noch kommt.',
  erased: 'Die persönlichen Daten sind gelöscht: Erfassen Sie stattdessen einen neuen Fall.',
  'note-empty': 'Die Notiz ist leer oder länger als 4000 Zeichen.',
  'nobody-in-contact': 'Wählen Sie, wer Kontakt mit dem Kunden hat.',
  'build-malformed': 'Eine Programmversion hat Buchstaben, Ziffern, Punkte und Striche, wie 7.2.118.',
  'no-assignee': 'Wählen Sie, wem der Fall zugewiesen wird.',
  'no-wait': 'Schreiben Sie, worauf der Fall wartet.',
  'wait-time-malformed': 'Schreiben Sie die Zeit mit Datum, wie 2026-11-05T14:00.',
  'no-assessment': 'Wählen Sie, ob es die Hardware ist.',
  'no-shipment': 'Schreiben Sie, was versandt wird und wohin.',
  'no-write-off-reason': 'Schreiben Sie, warum es nicht zurückkommt.',
  'no-scope-reason': 'Schreiben Sie, warum: Der Kunde erfährt es.',
  'mail-empty': 'Die Nachricht ist leer.',
  'no-reopening-reason': 'Schreiben Sie, warum der Fall wieder geöffnet wird.',
};

/** Why something is not done to a case, in German. */
export const germanCaseRefusals: CaseWords['refusal'] = (why) => {
  if (isPlain(why, plain)) return plain[why.kind];
  switch (why.kind) {
    case 'no-such-case':
      return `Es gibt keinen Fall ${why.number}.`;
    case 'has-status':
      return `${why.number} ist schon ${germanRegister.status(why.status)}.`;
    case 'contact-known':
      return `${why.number} ist in Kontakt: Das ist bereits festgehalten.`;
    case 'nobody-paged':
      return `Für ${why.number} wird niemand gesucht.`;
    case 'no-such-person':
      return `In der Personenliste gibt es niemanden mit dem Schlüssel ${why.person}.`;
    case 'no-such-desk':
      return `Die Linie ${why.desk} gibt es nicht mehr.`;
    case 'theirs-already':
      return `${why.name} hat den Fall schon.`;
    case 'cannot-be-told':
      return `${why.name} ist weder per SMS noch per E-Mail zu erreichen. Tragen Sie zuerst eine Nummer oder Adresse ein.`;
    case 'caller-gone':
      return `Der Anrufer zu ${why.number} ist nicht mehr in der Leitung.`;
    case 'not-callable':
      return `${why.name} kann für ${why.number} jetzt nicht angerufen werden.`;
  }
};
