import { words } from '../../../domain/words/browser.ts';

/** "USD 12,345.00": the currency's code says which of several dollars is meant. */
export function money(amount: number, currency: string): string {
  try {
    return amount.toLocaleString(words.page.locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'code',
    });
  } catch {
    return `${currency} ${amount.toLocaleString(words.page.locale)}`;
  }
}
