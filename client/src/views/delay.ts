import { messages } from '../../../domain/messages/browser.ts';

/** "5 min", "3 h", "12 d": a length of time as short as can be. */
export function delay(hours: number): string {
  const minutes = Math.round(hours * 60);
  const unit = (n: number, of: 'minute' | 'hour' | 'day') =>
    n.toLocaleString(messages.page.locale, { style: 'unit', unit: of, unitDisplay: 'short' });
  if (minutes < 60) return unit(minutes, 'minute');
  if (hours < 48) return unit(Math.round(hours), 'hour');
  return unit(Math.round(hours / 24), 'day');
}
