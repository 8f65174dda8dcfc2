import { messages } from '../../../domain/messages/index.ts';
import { exactSum } from '../../graph/money/money-totals.ts';

/**
 * The sum as `USD 12,345.60`, to the last digit, in the language in force: it is written from the digits, since a
 * number would round it.
 */
export function writtenAmount(currency: string, amounts: readonly string[]): string {
  const [whole = '0', fraction = ''] = exactSum(amounts).split('.');
  const { locale } = messages.page;
  const point = (1.5).toLocaleString(locale).charAt(1);
  const digits = BigInt(whole).toLocaleString(locale);
  return `${currency} ${digits}${point}${fraction.padEnd(2, '0')}`;
}
