import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCard, type ContactCard } from './vcard.ts';

const card: ContactCard = {
  uid: 'afterhours-1',
  name: 'Afterhours pages',
  organisation: 'Dino-Software; DV Nordic, AB',
  numbers: [
    { number: '+18004803466', label: 'Pages' },
    { number: '+46858460600', label: 'DV Nordic' },
  ],
  note: 'a\\b\nc',
  at: new Date('2026-11-12T19:00:00.123Z'),
};

/** What a telephone reads: lines put together again, and values as they were. */
const read = (text: string) =>
  text
    .replace(/\r\n /g, '')
    .split('\r\n')
    .filter((line) => line !== '');
const plain = (value: string) =>
  value.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign));

describe('a contact card', () => {
  it('is a vCard 3.0 with every number, each with its label', () => {
    expect(read(writeCard(card))).toEqual([
      'BEGIN:VCARD',
      'VERSION:3.0',
      'PRODID:-//Afterhours//Contact card//EN',
      'UID:afterhours-1',
      'FN:Afterhours pages',
      'N:Afterhours pages;;;;',
      'ORG:Dino-Software\\; DV Nordic\\, AB',
      'item1.TEL;TYPE=WORK,VOICE,PREF:+18004803466',
      'item1.X-ABLabel:Pages',
      'item2.TEL;TYPE=WORK,VOICE:+46858460600',
      'item2.X-ABLabel:DV Nordic',
      'NOTE:a\\\\b\\nc',
      'REV:2026-11-12T19:00:00Z',
      'END:VCARD',
    ]);
  });

  it('has no line longer than 75 octets, cuts no character, and loses nothing', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 }).map((of) => of.replace(/\p{Cc}/gu, ''));
    fc.assert(
      fc.property(text, (note) => {
        const written = writeCard({ ...card, note });
        expect(written).toMatch(/\r\n$/);
        for (const line of written.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/\p{Surrogate}/u);
        }
        const line = read(written).find((of) => of.startsWith('NOTE:'));
        expect(plain(line!.slice('NOTE:'.length))).toBe(note);
      }),
    );
  });
});
