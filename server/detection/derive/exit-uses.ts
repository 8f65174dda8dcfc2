import { loadSql } from '../../../cypher/load-query.ts';
import type { Columns } from '../columns/columns.ts';

/** An account and the network of an exit (of a VPN, of Tor, a rented server) through which it logged in. */
export interface ExitUse {
  account: string;
  exit: string;
}

/** What `readExitUses` asks of columns. */
export const exitUsesSql = loadSql('derive/exit_uses');

/** `asOf`: a time as text; nothing that happened later is read. Each pair once, in order. */
export async function readExitUses(columns: Columns, asOf: string): Promise<ExitUse[]> {
  const rows = await columns.all(exitUsesSql, { as_of: asOf });
  return rows as unknown as ExitUse[];
}
