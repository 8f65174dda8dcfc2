import { columnsOf } from '../../domain/schema/graph.ts';
import type { FileName } from '../../domain/schema/schema.ts';

/** The files of the contract that a generator writes. Their order decides a world's bytes: add at the end. */
export const writtenFiles = [
  'accounts',
  'account_changes',
  'logins',
  'ips',
  'devices',
  'payment_accounts',
  'account_payments',
  'transfers',
  'documents',
  'jobs',
  'bids',
  'ratings',
  'profiles',
  'shipments',
  'websites',
  'companies',
  'persons',
  'links',
  'known_shared',
  'labels',
] as const satisfies readonly FileName[];
export type WrittenFile = (typeof writtenFiles)[number];

/** The columns of a file, in the order of the contract. */
export function columnNames(file: WrittenFile): string[] {
  return Object.keys(columnsOf(file));
}

/** A cell as RFC 4180 writes it. */
export function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
