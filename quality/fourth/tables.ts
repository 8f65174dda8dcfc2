import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Random } from './random.ts';

export type Row = Record<string, string>;

/** Files of the contract that a world writes, and their columns. */
const COLUMNS = {
  accounts:
    'account_id platform role handle display_name legal_name birth_date trade nationality country city address timezone email phone website employer education status created_at verified_at video_verified_at closed_at closed_reason referred_by',
  account_changes: 'account_id field old_value new_value changed_at',
  logins: 'account_id ip device_id started_at ended_at user_agent service_port',
  ips: 'ip country city asn as_name kind open_ports observed_at',
  devices: 'device_id kind os fingerprint remote_access',
  payment_accounts:
    'payment_account_id kind provider holder_name holder_company country currency status opened_at closed_at',
  account_payments: 'account_id payment_account_id purpose first_used_at last_used_at',
  transfers:
    'transfer_id from_payment_account_id to_payment_account_id amount currency sent_at channel initiated_by status job_id reference',
  documents:
    'document_id account_id kind used_for name_on_document birth_date number issuing_country issuer_name issuer_email issuer_phone address_on_document sha256 perceptual_hash photo_hash verification_result text submitted_at to_account_id',
  jobs: 'job_id client_account_id title category posted_at due_at finished_at budget currency',
  bids: 'bid_id account_id job_id submitted_at status document_id',
  ratings:
    'rating_id from_account_id to_account_id score scale_min scale_max rated_at job_id comment',
  profiles:
    'profile_id account_id site name nationality country city email phone employer education website observed_at',
  shipments: 'shipment_id account_id address country recipient_name requested_at',
  websites: 'url status checked_at',
  companies:
    'company_id name aliases country registration_number address email phone website incorporated_on dissolved_on',
  persons: 'person_id name aliases nationality country birth_date address email phone',
  links: 'from_type from_id to_type to_id kind share_percent since until source',
  known_shared: 'type value reason since until',
  labels: 'account_id cluster role kind note',
} as const;

type TableName = keyof typeof COLUMNS;
export type Tables = Record<TableName, Row[]>;

export function emptyTables(): Tables {
  return Object.fromEntries(Object.keys(COLUMNS).map((name) => [name, []])) as unknown as Tables;
}

const quote = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** `keep` says what share of a column's cells the platform kept: the same for every row, whoever it is about. */
export async function writeTables(
  tables: Tables,
  folder: string,
  random: Random,
  keep: (column: string) => number,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of Object.keys(COLUMNS) as TableName[]) {
    const columns = COLUMNS[name].split(' ');
    const shares = columns.map((column) => keep(`${name}.${column}`));
    const lines = [columns.join(',')];
    const rows = keep(name) > 0 ? random.shuffle(tables[name]) : [];
    for (const row of rows) {
      lines.push(
        columns
          .map((column, at) => (random.next() < shares[at]! ? quote(row[column] ?? '') : ''))
          .join(','),
      );
    }
    await writeFile(join(folder, `${name}.csv`), `${lines.join('\n')}\n`);
  }
}
