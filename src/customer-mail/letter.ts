import { SECRET_MARK } from '../mail/index.ts';
import type { CustomerWords } from '../phrases/index.ts';
import type { CustomerEvent, MailFacts } from './events.ts';

/** A mail to a customer as it is handed to the outbox. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
}

/**
 * Writes the mail of an event. The case number stands first in the subject, where an answer keeps it.
 * @param withPin the mail that tells the PIN: it has SECRET_MARK in its place.
 */
export function letterOf(
  words: CustomerWords,
  event: CustomerEvent,
  facts: MailFacts,
  page: { url: string; withPin: boolean },
): Letter {
  const { title, paragraphs } = words.told(event, facts);
  const pin = page.withPin ? words.pin(SECRET_MARK) : words.pinBefore;
  const greeting = words.greeting(facts.contactName);
  const signature = words.signature(facts.deskName);
  return {
    subject: `[${facts.number}] ${title}`,
    text: [
      greeting,
      ...paragraphs,
      `${words.statusLink}\n${page.url}\n${pin}`,
      words.answerThis,
      `-- \n${signature}`,
    ].join('\n\n'),
    html: [
      `<!doctype html>\n<html lang="${words.language}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>`,
      '<body style="font-family:sans-serif;line-height:1.5;max-width:36em">',
      `<p>${escaped(facts.number)}</p>\n<h1 style="font-size:1.3em">${escaped(title)}</h1>`,
      `<p>${escaped(greeting)}</p>`,
      ...paragraphs.map((text) => `<p>${lines(text)}</p>`),
      `<p>${escaped(words.statusLink)}<br>\n<a href="${escaped(page.url)}">${escaped(page.url)}</a><br>\n${escaped(pin)}</p>`,
      `<p>${escaped(words.answerThis)}</p>`,
      `<p>${escaped(signature)}</p>\n</body></html>\n`,
    ].join('\n'),
  };
}

function lines(text: string): string {
  return escaped(text).replaceAll('\n', '<br>\n');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
