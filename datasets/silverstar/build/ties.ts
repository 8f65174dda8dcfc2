import type { Row } from './dataset.ts';
import type { Sample } from './sample.ts';

type End = readonly [
  type: 'account' | 'company' | 'person' | 'payment_account' | 'watchlist_entry',
  id: string,
];

/** States a fictional tie; its source says that it is one, whatever document it claims to come from. */
export function tie(
  sample: Sample,
  from: End,
  kind: string,
  to: End,
  about: { source: string; since?: string; until?: string; share?: number },
): void {
  sample.data.add('links', {
    from_type: from[0],
    from_id: from[1],
    to_type: to[0],
    to_id: to[1],
    kind,
    share_percent: about.share,
    since: about.since,
    until: about.until,
    source: `Fictional, made for this sample: ${about.source}`,
  });
}

/** Registers a fictional company; its register number begins with SAMPLE. */
export function company(sample: Sample, id: string, about: Row<'companies'>): string {
  const number = sample.ids.next(`SAMPLE-${about.country}-`, 6);
  sample.data.add('companies', { company_id: id, registration_number: number, ...about });
  return id;
}
