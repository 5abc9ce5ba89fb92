import { expect, test } from 'vitest';
import type { PhoneNumber } from '../kernel/index.ts';
import { spokenCaseNumber, spokenDigits } from './spoken.ts';
import { fieldsIn, fillTemplate } from './template.ts';

test('a case number is spoken letter by letter and digit by digit', () => {
  expect(spokenCaseNumber('DINO-1042')).toBe('D I N O, 1 0 4 2');
});

test.each([
  ['+12025550123', '1, 2 0 2, 5 5 5, 0 1 2 3'],
  ['+46858460600', '4 6, 8, 5 8 4, 6 0 6, 0 0'],
])('%s is spoken digit by digit', (number, spoken) => {
  expect(spokenDigits(number as PhoneNumber).replace(/[^0-9]/g, '')).toBe(number.slice(1));
  expect(spokenDigits(number as PhoneNumber)).toBe(spoken);
});

test('a sentence is left out while one of its fields is unknown', () => {
  expect(fillTemplate('Case {case_number}.', { case_number: 'D I N O, 7' })).toBe('Case D I N O, 7.');
  expect(fillTemplate('{accepted_by} has it.', {})).toBeUndefined();
  expect(fillTemplate('No field.', {})).toBe('No field.');
});

test.each([
  [1, 'One phone rings.'],
  [2, '2 phones ring.'],
])('a sentence can choose its words by the number %i', (people, spoken) => {
  expect(fillTemplate('{people: One phone rings | # phones ring}.', { people })).toBe(spoken);
});

test('a value is never read as a template', () => {
  expect(fillTemplate('{accepted_by}.', { accepted_by: '{mail} $& #' })).toBe('{mail} $& #.');
});

test('fields are found with their forms', () => {
  expect(fieldsIn('{people: a | b} and { mail } and {x_y}')).toEqual(['people', 'mail', 'x_y']);
});
