/** The tag of a language in which Skein speaks, such as `fr` or `pt-BR`; each but English is a folder of `languages/`. */
export type Language = string;

let known: readonly Language[] = ['en'];

/** The languages in which Skein speaks, English first. */
export function languages(): readonly Language[] {
  return known;
}

/** Says which there are beside English: a server has their folders, a page what it was built with. */
export function registerLanguages(others: readonly Language[]): void {
  known = ['en', ...[...others].sort()];
}

let inForce: () => Language = () => 'en';

/** Says how the language in force is found: on a page once and for all, on a server for each request. */
export function setActiveLanguage(how: () => Language): void {
  inForce = how;
}

export function activeLanguage(): Language {
  return inForce();
}

/** The first language of an Accept-Language header, or of a browser's list, that Skein speaks; English where none is. */
export function preferred(wanted: string | readonly string[]): Language {
  const list = typeof wanted === 'string' ? wanted.split(',') : wanted;
  for (const one of list) {
    const [tag = '', ...options] = one.trim().toLowerCase().split(';');
    if (options.some((option) => /^\s*q=0(\.0*)?\s*$/.test(option))) continue;
    const spoken = known.find((language) => isOf(tag, language.toLowerCase()));
    if (spoken) return spoken;
  }
  return 'en';
}

/** `fr-CA` is of `fr`. */
function isOf(tag: string, language: string): boolean {
  return tag === language || tag.startsWith(`${language}-`);
}

/** What a language is called in another; nothing has to be written down for a further one. */
export function languageName(language: Language, inLanguage: string): string {
  return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(language) ?? language;
}
