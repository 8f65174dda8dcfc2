import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Random } from './random.ts';
import type { Regime } from './regime.ts';

/** The files of the contract and their columns, in the order they are written. */
const layout = {
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

type TableName = keyof typeof layout;
type Cell = string | number | undefined;

const names = Object.keys(layout) as TableName[];

/** Rows as they are made; written shuffled, without the columns that this platform does not keep. */
export class Tables {
  private readonly rows = new Map<TableName, string[][]>();
  private readonly columns = new Map<TableName, string[]>();

  constructor() {
    for (const name of names) {
      this.rows.set(name, []);
      this.columns.set(name, layout[name].split(' '));
    }
  }

  add(table: TableName, row: Record<string, Cell>): void {
    const cells = this.columns.get(table)!.map((column) => {
      const cell = row[column];
      return cell === undefined ? '' : String(cell);
    });
    this.rows.get(table)!.push(cells);
  }

  async write(folder: string, regime: Regime, rng: Random): Promise<void> {
    await mkdir(folder, { recursive: true });
    for (const name of names) {
      const whole = name !== 'labels' && regime.lost.has(name);
      const columns = this.columns.get(name)!;
      const kept = columns.map(
        (column) => name === 'labels' || !regime.lost.has(`${name}.${column}`),
      );
      const gaps = columns.map((column) =>
        name === 'labels' ? 0 : (regime.gaps.get(`${name}.${column}`) ?? 0),
      );
      const file = await open(join(folder, `${name}.csv`), 'w');
      let block = columns.filter((_, i) => kept[i]).join(',') + '\n';
      for (const row of whole ? [] : rng.shuffle(this.rows.get(name)!)) {
        const cells: string[] = [];
        row.forEach((cell, i) => {
          if (!kept[i]) return;
          cells.push(gaps[i]! > 0 && rng.chance(gaps[i]!) ? '' : quoted(cell));
        });
        block += cells.join(',') + '\n';
        if (block.length > 1_000_000) {
          await file.write(block);
          block = '';
        }
      }
      await file.write(block);
      await file.close();
    }
  }
}

function quoted(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Seconds since 1970 as the contract writes a time. */
export function iso(seconds: number): string {
  return new Date(Math.round(seconds) * 1000).toISOString().replace('.000Z', 'Z');
}

export function isoDay(seconds: number): string {
  return iso(seconds).slice(0, 10);
}
