interface Geo {
  City: string;
  State: string;
  Zip: string;
  Country: string;
}

const NOWHERE: Geo = { City: '', State: '', Zip: '', Country: '' };
const BY_PREFIX: readonly (readonly [string, Geo])[] = [
  ['+1202', { City: 'WASHINGTON', State: 'DC', Zip: '20001', Country: 'US' }],
  ['+1703', { City: 'ARLINGTON', State: 'VA', Zip: '22201', Country: 'US' }],
  ['+1', { ...NOWHERE, Country: 'US' }],
  ['+44', { ...NOWHERE, Country: 'GB' }],
  ['+45', { ...NOWHERE, Country: 'DK' }],
  ['+46', { ...NOWHERE, Country: 'SE' }],
  ['+47', { ...NOWHERE, Country: 'NO' }],
  ['+49', { ...NOWHERE, Country: 'DE' }],
  ['+39', { ...NOWHERE, Country: 'IT' }],
  ['+358', { ...NOWHERE, Country: 'FI' }],
];

/** The geographic fields of one party as webhooks carry them: `FromCity`, `FromState`, `FromZip`, `FromCountry`; empty when unknown. */
export function geoFields(
  party: 'From' | 'To' | 'Caller' | 'Called',
  number: string,
): Record<string, string> {
  const geo = BY_PREFIX.find(([prefix]) => number.startsWith(prefix))?.[1] ?? NOWHERE;
  return Object.fromEntries(
    Object.entries(geo).map(([field, value]) => [`${party}${field}`, value as string]),
  );
}
