import { loadQuery } from '../../../cypher/load-query.ts';
import type { Database } from '../../graph/neo4j/database.ts';

/** An account and the network of an exit (of a VPN, of Tor, a rented server) through which it logged in. */
export interface ExitUse {
  account: string;
  exit: string;
}

/** `asOf`: a time as text; nothing that happened later is read. Each pair once, in no order. */
export async function readExitUses(database: Database, asOf: string): Promise<ExitUse[]> {
  return database.read<ExitUse>(loadQuery('detect/exit_uses'), { as_of: asOf });
}
