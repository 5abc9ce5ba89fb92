/** The first `most` UTF-16 units of a text, without the half of a character at its end, which is no JSON and no UTF-8. */
export function cutText(text: string, most: number): string {
  return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}
