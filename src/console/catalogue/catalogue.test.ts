import { expect, it } from 'vitest';
import { catalogueFor } from './index.ts';

it.each([
  ['sv-SE', 'en', 'sv'],
  ['en-US', 'sv', 'en'],
  ['fi', 'sv', 'sv'],
  [undefined, 'fi, sv;q=0.8, en;q=0.9', 'en'],
  [undefined, 'de-CH, it;q=0.9', 'de'],
  ['it', 'de', 'it'],
  [undefined, 'fi, sv-SE;q=0.5', 'sv'],
  [undefined, 'sv;q=0, fi', 'en'],
  [undefined, undefined, 'en'],
  ['constructor', '__proto__', 'en'],
])('a reader of %s, whose browser wants %s, is answered in %s', (person, browser, language) => {
  expect(catalogueFor(person, browser).bar.language).toBe(language);
});
