/** What happened in a customer's call, in one language. */
export interface CallEventWords {
  /** `to`: the number that was dialled, as it is shown. */
  came: (to: string) => string;
  /** By key or by voice; `label`: what the script calls it. */
  chose: (what: { key: string } | { said: string }, label: string | undefined) => string;
  heard: (text: string) => string;
  joins: string;
  leaves: string;
  /** `tag`: BCP 47. */
  language: (tag: string) => string;
  abandoned: string;
  /** `length`: as m:ss. */
  recorded: (length: string | undefined) => string;
  nothingSaid: string;
  putOn: (number: string, by: string) => string;
  /** Of a customer who is called back. */
  rings: string;
  answered: string;
  ended: string;
  /** What has no words of its own. */
  other: (event: string) => string;
}

/** The name of a language, in another: English in Swedish is engelska. */
export const languageName = (tag: string, of: string): string =>
  new Intl.DisplayNames([of], { type: 'language', fallback: 'code' }).of(tag.split('-', 1)[0] ?? tag) ?? tag;
/** An event without words of its own, to read. */
export const plain = (event: string): string => event.replace(/[._-]+/g, ' ');
