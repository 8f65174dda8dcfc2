import type { z } from 'zod';
import type { NodeRef } from '../../../domain/schema/graph.ts';
import type { viewOfAccountsSchema } from '../../../domain/views.ts';

export type ViewOfAccounts = z.output<typeof viewOfAccountsSchema>;

/** Later than every time that is stored as text. */
const never = '9999-12-31T23:59:59.999Z';

/** What every query of a view takes: its accounts, and the times it lies between. */
export function scopeOf({ accounts, from, to, known_on }: ViewOfAccounts) {
  return {
    accounts: [...new Set(accounts)],
    from: from === undefined ? '' : asStored(from),
    to: to === undefined ? never : asStored(to),
    known_on: known_on === undefined ? never : asStored(known_on),
  };
}

/** With milliseconds, as times are stored, so that text order is time order. */
function asStored(time: string): string {
  return new Date(time).toISOString();
}

export function accountRefs(ids: readonly string[]): NodeRef[] {
  return ids.map((id) => ({ type: 'account', id }));
}

export function paymentRefs(ids: readonly string[]): NodeRef[] {
  return ids.map((id) => ({ type: 'payment_account', id }));
}
