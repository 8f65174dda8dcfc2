/**
 * The domain, declared once: every file and column of the dataset contract, by theme in `schema/`.
 * Validation, constraints and indexes, load queries, captions, colours, icons, API types and
 * docs/SCHEMA.md derive from here; `graph.ts` beside it does the deriving.
 */
import { accounts, accountChanges, profiles, shipments, websites } from './schema/accounts.ts';
import { logins, ips, devices } from './schema/sessions.ts';
import { paymentAccounts, accountPayments, transfers } from './schema/money.ts';
import { documents, jobs, bids, ratings } from './schema/work.ts';
import { companies, persons, links, watchlist } from './schema/entities.ts';
import { knownShared, labels } from './schema/marks.ts';
import type { DatasetFile } from './schema/declaration.ts';

export {
  nodeTypeNames,
  type Column,
  type DatasetFile,
  type NodeLooks,
  type NodeTypeName,
  type Shape,
} from './schema/declaration.ts';

/** Raised when stored data changes shape; the database carries the version that wrote it. */
export const schemaVersion = 2;

/** By the file's name, in the contract's order. */
export const files = {
  accounts,
  account_changes: accountChanges,
  logins,
  ips,
  devices,
  payment_accounts: paymentAccounts,
  account_payments: accountPayments,
  transfers,
  documents,
  jobs,
  bids,
  ratings,
  profiles,
  shipments,
  websites,
  companies,
  persons,
  links,
  watchlist,
  known_shared: knownShared,
  labels,
} as const satisfies Record<string, DatasetFile>;

export type FileName = keyof typeof files;
