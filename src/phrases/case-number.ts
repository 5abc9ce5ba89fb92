/**
 * A case number as somebody reads it from a screen to a caller: DINO-1042 is D I N O, one zero four two.
 * @param digits the words for 0 to 9.
 */
export function readAloud(number: string, digits: readonly string[]): string {
  const [prefix = '', serial = ''] = number.split('-');
  return `${[...prefix].join(' ')}, ${[...serial].map((digit) => digits[Number(digit)] ?? digit).join(' ')}`;
}
