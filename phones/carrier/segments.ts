const GSM_7 =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const GSM_7_TWO_UNITS = '^{}\\[~]|€\f';

/** How many SMS segments a body takes: GSM-7 160 then 153 each, else UCS-2 70 then 67 each (GSM 03.38). */
export function segmentCount(body: string): number {
  const characters = [...body];
  const isGsm = characters.every((c) => GSM_7.includes(c) || GSM_7_TWO_UNITS.includes(c));
  const units = isGsm
    ? characters.reduce((sum, c) => sum + (GSM_7_TWO_UNITS.includes(c) ? 2 : 1), 0)
    : body.length;
  const [single, each] = isGsm ? [160, 153] : [70, 67];
  return units <= single ? 1 : Math.ceil(units / each);
}
