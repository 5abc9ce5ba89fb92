import { describe, expect, it } from 'vitest';
import { phrasesFor } from './index.ts';

const held = {
  ringing: 0,
  listening: 0,
  asked: 0,
  acceptedBy: undefined,
  talksElsewhere: false,
  nextRoundInSeconds: undefined,
};

describe('Swedish counts', () => {
  const swedish = phrasesFor('sv');
  it.each([
    [swedish.hold({ ...held, ringing: 1 }), 'En telefon ringer.'],
    [swedish.hold({ ...held, ringing: 3 }), 'Tre telefoner ringer.'],
    [swedish.hold({ ...held, ringing: 14 }), '14 telefoner ringer.'],
    [swedish.hold({ ...held, listening: 1 }), 'En telefon har besvarats. Ingen har tagit ärendet än.'],
    [swedish.hold({ ...held, listening: 2, ringing: 1 }), 'Två telefoner har besvarats, och en ringer.'],
    [swedish.hold({ ...held, asked: 1 }), 'En person rings upp.'],
    [swedish.hold({ ...held, asked: 4 }), 'Fyra personer rings upp.'],
    [
      swedish.hold({ ...held, nextRoundInSeconds: 37 }),
      'Ingen har tagit ärendet än. Vi ringer igen om 40 sekunder.',
    ],
    [swedish.severalPages(2), 'Två ärenden väntar.'],
    [swedish.acceptedSeveral(['1', '2', '3', '4']), 'Du har tagit fyra ärenden: 1; 2; 3; och ett till.'],
    [swedish.acceptedSeveral(['1', '2', '3', '4', '5']), 'Du har tagit fem ärenden: 1; 2; 3; och två till.'],
  ])('%s', (said, words) => expect(said).toBe(words));
});

describe('Italian counts', () => {
  const italian = phrasesFor('it');
  it.each([
    [italian.hold({ ...held, ringing: 1 }), 'Un telefono sta squillando.'],
    [italian.hold({ ...held, ringing: 2 }), 'Due telefoni stanno squillando.'],
    [italian.hold({ ...held, ringing: 14 }), '14 telefoni stanno squillando.'],
    [italian.hold({ ...held, listening: 1 }), 'Un telefono ha risposto. Nessuno ha ancora accettato.'],
    [italian.hold({ ...held, listening: 2, ringing: 1 }), 'Due telefoni hanno risposto, e uno squilla.'],
    [italian.hold({ ...held, listening: 1, ringing: 3 }), 'Un telefono ha risposto, e tre squillano.'],
    [italian.hold({ ...held, asked: 1 }), 'Stiamo chiamando una persona.'],
    [italian.hold({ ...held, asked: 4 }), 'Stiamo chiamando quattro persone.'],
    [italian.hold(held), 'Siamo sempre in linea con Lei.'],
    [italian.severalPages(1), 'Un caso è in attesa.'],
    [italian.severalPages(2), 'Due casi sono in attesa.'],
    [italian.acceptedSeveral(['1', '2', '3', '4']), 'Ha preso in carico quattro casi: 1; 2; 3; e un altro.'],
    [
      italian.acceptedSeveral(['1', '2', '3', '4', '5']),
      'Ha preso in carico cinque casi: 1; 2; 3; e altri due.',
    ],
    [italian.register.form.faultsFound(0), 'Mancano 0 campi.'],
    [italian.customer.page.wait(1), 'Troppi tentativi errati. Riprovi tra un minuto.'],
  ])('%s', (said, words) => expect(said).toBe(words));
});

describe('German counts', () => {
  const german = phrasesFor('de');
  it.each([
    [german.hold({ ...held, ringing: 1 }), 'Ein Telefon klingelt.'],
    [german.hold({ ...held, ringing: 3 }), 'Drei Telefone klingeln.'],
    [german.hold({ ...held, listening: 1 }), 'Ein Telefon wurde abgehoben. Noch hat niemand übernommen.'],
    [
      german.hold({ ...held, listening: 2, ringing: 1 }),
      'Zwei Telefone wurden abgehoben, und eines klingelt.',
    ],
    [german.hold({ ...held, asked: 1 }), 'Eine Person wird angerufen.'],
    [german.hold({ ...held, asked: 2 }), 'Zwei Personen werden angerufen.'],
    [german.severalPages(1), 'Ein Fall wartet.'],
    [
      german.acceptedSeveral(['1', '2', '3', '4']),
      'Sie haben vier Fälle übernommen: 1; 2; 3; und ein weiterer.',
    ],
  ])('%s', (said, words) => expect(said).toBe(words));
});
