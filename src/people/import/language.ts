const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** A BCP 47 tag in its usual spelling (en-us is en-US); undefined when it is ill-formed or names no language. */
export function readLanguage(tag: string): string | undefined {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag);
    if (canonical === undefined) return undefined;
    return languageNames.of(new Intl.Locale(canonical).language) === undefined ? undefined : canonical;
  } catch {
    return undefined; // RangeError: ill-formed
  }
}

/** The tag that was probably meant: en_GB for en-GB, Swedish for sv. */
export function likelyLanguage(text: string): string | undefined {
  const tag = readLanguage(text.trim().replaceAll('_', '-'));
  if (tag !== undefined) return tag;
  const word = text.trim().toLowerCase();
  return common.find((language) => languageNames.of(language)?.toLowerCase() === word);
}

const common = ['en', 'sv', 'it', 'de', 'es', 'fr', 'nb', 'da', 'fi', 'nl', 'pt', 'pl', 'ja', 'zh'];
