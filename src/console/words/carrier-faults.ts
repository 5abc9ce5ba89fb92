// Twilio's error codes that people on call meet, in their words; the others stand as the bare number.
const faults: Record<string, string> = {
  '21211': 'not a valid number',
  '21408': 'this country is not allowed for the account',
  '21610': 'they answered STOP',
  '21614': 'not a mobile number',
  '30003': 'the phone is off or out of reach',
  '30004': 'the phone blocks messages',
  '30005': 'the carrier does not know this handset',
  '30006': 'a landline, or a carrier that cannot be reached',
  '30007': 'filtered by the carrier',
  '30008': 'the carrier gives no reason',
};

/** ", 30005: the carrier does not know this handset", or nothing without a code. */
export function carrierFault(code: string | undefined): string {
  if (code === undefined) return '';
  const words = faults[code];
  return words === undefined ? `, ${code}` : `, ${code}: ${words}`;
}
