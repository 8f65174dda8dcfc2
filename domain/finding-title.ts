import type { Finding } from './finding.ts';
import { words } from './words/browser.ts';

/** The title of a finding where nothing beside it says whom it is of: one account that it does not name is put before. */
export function titleWithSubject({ title, accounts }: Pick<Finding, 'title' | 'accounts'>): string {
  const [only] = accounts;
  if (only === undefined || accounts.length > 1 || namesIt(title, only)) return title;
  return words.page.details.ofAccount(only, title);
}

/** As a word by itself. */
function namesIt(title: string, id: string): boolean {
  const at = title.indexOf(id);
  if (at < 0) return false;
  const around = `${title[at - 1] ?? ''}${title[at + id.length] ?? ''}`;
  return !/[\p{L}\p{N}_]/u.test(around);
}
