import type { FailOpenPhrases } from './fail-open-phrases.ts';

export const swedishFailOpen: FailOpenPhrases = {
  greeting: (deskName) =>
    `Välkommen till supporten hos ${deskName}. Vårt automatiska system fungerar inte just nu.`,
  greetingWithoutPeople: (deskName) =>
    `Välkommen till supporten hos ${deskName}. Vårt automatiska system fungerar inte just nu, och ingen kan ringas upp härifrån.`,
  orWrite: (spokenMail) => `Du kan också skriva till ${spokenMail}.`,
  calling:
    'Om det kan vänta, ring gärna igen senare. Nu ringer jag dem som har jour åt dig: stanna kvar på linjen.',
  helpedOrAgain:
    'Om någon har hjälpt dig kan du lägga på nu. Annars, stanna kvar på linjen: jag ringer igen.',
  helpedOrNobody:
    'Om någon har hjälpt dig kan du lägga på nu. Annars ber jag om ursäkt, ingen kunde ta ditt samtal.',
  leaveMessage:
    'Lämna ditt namn, företag, telefonnummer och vad som har hänt, efter signalen. Meddelandet spelas in. Tryck på fyrkant när du är klar.',
  noMessage: 'Jag hörde inget meddelande. Försök gärna igen.',
  noMessageGoodbye: 'Jag hörde inget meddelande. Ring gärna igen. Hej då.',
  messageGoodbye:
    'Tack. Om du lämnade ett meddelande är det inspelat. Om det är bråttom, ring igen om några minuter. Hej då.',
  whisper: (deskName) =>
    `Supporten hos ${deskName}. Någon väntar på linjen, och vårt automatiska system fungerar inte.`,
  whisperKeys: 'Tryck 1 för att ta samtalet, 2 för att avböja.',
  notTaken: 'Inget samtal har tagits. Hej då.',
  taken: 'Du har samtalet. Systemet antecknar ingenting: skriv upp vem som ringer och vad som är fel.',
};
