import { messages } from '../../../domain/messages/browser.ts';

/** "USD 12,345.00": the currency's code says which of several dollars is meant. */
export function money(amount: number, currency: string): string {
  try {
    return amount.toLocaleString(messages.page.locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'code',
    });
  } catch {
    return `${currency} ${amount.toLocaleString(messages.page.locale)}`;
  }
}

/** The same of an exact sum, written from its digits: a number would round it. */
export function exactMoney(amount: string, currency: string): string {
  const [whole = '0', fraction = ''] = amount.split('.');
  const point = (1.5).toLocaleString(messages.page.locale).charAt(1);
  const digits = BigInt(whole).toLocaleString(messages.page.locale);
  return `${currency} ${digits}${point}${fraction.padEnd(2, '0')}`;
}
