/** The languages in which Skein speaks; each is a folder beside this file. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

let inForce: () => Language = () => 'en';

/** Says how the language in force is found: on a page once and for all, on a server for each request. */
export function speak(how: () => Language): void {
  inForce = how;
}

export function languageInForce(): Language {
  return inForce();
}

/** The first language of an Accept-Language header, or of a browser's list, that Skein speaks; English where none is. */
export function preferred(wanted: string | readonly string[]): Language {
  const list = typeof wanted === 'string' ? wanted.split(',') : wanted;
  for (const one of list) {
    const [tag = '', ...options] = one.trim().toLowerCase().split(';');
    if (options.some((option) => /^\s*q=0(\.0*)?\s*$/.test(option))) continue;
    const known = languages.find((language) => tag === language || tag.startsWith(`${language}-`));
    if (known) return known;
  }
  return 'en';
}
