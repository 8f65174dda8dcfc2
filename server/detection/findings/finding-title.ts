import { messages } from '../../../domain/messages/index.ts';

/**
 * The headline of a detector as a title that says whom it is of wherever it stands alone: the one account that it does
 * not name is put before it. In the language in force.
 */
export function titleOf(headline: string, accounts: readonly string[]): string {
  const [only] = accounts;
  if (only === undefined || accounts.length > 1 || names(headline, only)) return headline;
  return messages.page.details.ofAccount(only, headline);
}

/** As a word by itself. */
function names(headline: string, id: string): boolean {
  const at = headline.indexOf(id);
  if (at < 0) return false;
  const around = `${headline[at - 1] ?? ''}${headline[at + id.length] ?? ''}`;
  return !/[\p{L}\p{N}_]/u.test(around);
}
