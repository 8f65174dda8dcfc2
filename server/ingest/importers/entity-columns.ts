/** What the imports of entities, of FollowTheMoney and of STIX, write alike. */

/** The columns that imports of entities fill, by the file's name without its ending. */
export const entityColumns = {
  accounts: [
    'account_id',
    'platform',
    'handle',
    'display_name',
    'country',
    'address',
    'email',
    'phone',
    'status',
    'created_at',
  ],
  persons: [
    'person_id',
    'name',
    'aliases',
    'nationality',
    'country',
    'birth_date',
    'address',
    'email',
    'phone',
  ],
  companies: [
    'company_id',
    'name',
    'aliases',
    'country',
    'registration_number',
    'address',
    'email',
    'phone',
    'website',
    'incorporated_on',
    'dissolved_on',
  ],
  watchlist: [
    'entry_id',
    'list',
    'name',
    'aliases',
    'kind',
    'birth_date',
    'country',
    'programs',
    'addresses',
    'identifiers',
    'listed_on',
    'list_published_on',
    'remarks',
  ],
  payment_accounts: [
    'payment_account_id',
    'kind',
    'provider',
    'holder_name',
    'country',
    'currency',
  ],
  transfers: [
    'transfer_id',
    'from_payment_account_id',
    'to_payment_account_id',
    'amount',
    'currency',
    'sent_at',
    'reference',
  ],
  links: [
    'from_type',
    'from_id',
    'to_type',
    'to_id',
    'kind',
    'share_percent',
    'since',
    'until',
    'source',
  ],
  ips: ['ip', 'asn', 'as_name'],
  websites: ['url'],
  devices: ['device_id'],
};

export type EntityFile = keyof typeof entityColumns;

/** Cells by column; what is not filled is empty. */
export type EntityRow = Record<string, string | undefined>;

/** Each once; the contract splits lists at `|`, which no item may hold. */
export function listCell(texts: readonly string[]): string {
  return [...new Set(texts.map((one) => one.replaceAll('|', ' ')))].join('|');
}
