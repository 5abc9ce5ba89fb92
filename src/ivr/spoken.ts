import { formatPhoneNumber, type PhoneNumber } from '../kernel/index.ts';

/** A case number for a voice: `DINO-1042` as `D I N O, 1 0 4 2`. Run together it would be read as one large number. */
export function spokenCaseNumber(number: string): string {
  return number
    .split('-')
    .map((part) => [...part].join(' '))
    .join(', ');
}

/** A telephone number digit by digit, with a breath between its groups: `1, 2 0 2, 5 5 5, 0 1 0 0`. */
export function spokenDigits(number: PhoneNumber): string {
  return formatPhoneNumber(number)
    .split(/[^0-9]+/)
    .filter((group) => group !== '')
    .map((group) => [...group].join(' '))
    .join(', ');
}
