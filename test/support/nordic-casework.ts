import type { Script } from '../../src/ivr/index.ts';
import type { TestPerson } from './people.ts';

/**
 * Makes a Swedish desk out of Dino's script: a day's office in Stockholm, where whoever is on duty gets what is
 * registered, and whose customers are told of everything. Its number and its cases keep Dino's names.
 */
export function asNordic(change: Partial<Script> = {}): (scripts: Script[]) => void {
  return (scripts) => {
    const dino = scripts.find(({ desk }) => desk === 'dino')!;
    const span = [{ startMinute: 8 * 60, endMinute: 17 * 60 }];
    Object.assign(dino, {
      name: 'Nordisk Hissvakt',
      language: 'sv-SE',
      voice: 'Polly.Elin-Neural',
      timeZone: 'Europe/Stockholm',
      country: 'SE',
      mail: {
        address: 'support@nordic.example',
        spoken: 'support snabel-a nordic punkt example',
        tellCustomers: true,
      },
      coverage: {
        hours: { monday: span, tuesday: span, wednesday: span, thursday: span, friday: span },
        publicHolidays: 'closed',
        alsoClosed: ['Christmas Eve', "New Year's Eve", 'Midsummer Eve'],
        exceptions: [],
      },
      assign: { role: 'technician', responseHours: 4 },
      returns: {
        address: ['Nordisk Hissvakt', 'Returgatan 1', '111 22 Stockholm'],
        remindEveryWorkingDays: 3,
      },
      closingCodes: [
        { code: 'solved', words: { sv: 'Löst', en: 'Solved' } },
        { code: 'out-of-scope', words: { sv: 'Utanför supporten', en: 'Out of scope' } },
      ],
      ...change,
    });
  };
}

export const tove: TestPerson = {
  key: 'tove',
  name: 'Tove Tall',
  roles: ['technician'],
  voice: '+46701740601',
  sms: '+46701740601',
  duty: 'technician',
};
export const tore: TestPerson = {
  key: 'tore',
  name: 'Tore Torp',
  roles: ['technician'],
  email: 'tore@nordic.example',
  duty: 'technician',
};
export const stina: TestPerson = {
  key: 'stina',
  name: 'Stina Sund',
  roles: ['supervisor'],
  voice: '+46701740609',
  sms: '+46701740609',
  duty: 'supervisor',
};
