import { messages } from '../../../../domain/messages/browser.ts';

/** A country's name in the reader's language; its code where there is none. */
export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames([messages.page.locale], { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** "Warsaw, Poland", or the country alone. */
export function placeName({ country, city }: { country: string; city: string | null }): string {
  return city === null ? countryName(country) : `${city}, ${countryName(country)}`;
}
