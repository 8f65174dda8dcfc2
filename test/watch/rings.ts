/** Rows of a small platform, and of rings on it: what a ring shares is its own, and nobody else's. */
import type { Dataset, Row } from '../dataset.ts';

const unconcerned = 400;

/** Accounts that have nothing to do with one another, so that what a ring shares is rare. */
export function platform(): Dataset {
  return accounts(members('other', 1, unconcerned));
}

/** `amber1` … `amber4`. */
export function members(ring: string, first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => `${ring}${first + at}`);
}

/**
 * Accounts that are paid into one payment account, take turns on one machine, hand in one passport and write the same bids;
 * `company` are those of the ring that were there before and take their turns with them.
 */
export function ring(
  name: string,
  ids: readonly string[],
  day: string,
  company: readonly string[] = [],
): Dataset {
  return joined(
    accounts(ids),
    paidInto(`p-${name}`, ids, `${day}T00:00:00Z`),
    onOneMachine(`d-${name}`, [...company, ...ids], day),
    withOnePassport(name, ids, day),
    withTheSameBids(name, ids, day),
  );
}

function accounts(ids: readonly string[]): Dataset {
  return {
    accounts: ids.map((account_id) => ({
      ...{
        account_id,
        role: 'developer',
        display_name: `Person ${account_id}`,
        legal_name: `Person ${account_id}`,
      },
      created_at: '2026-01-01T00:00:00Z',
    })),
  };
}

export function paidInto(
  payment_account_id: string,
  ids: readonly string[],
  first_used_at: string,
  last_used_at = '',
): Dataset {
  const holder_name = `Holder of ${payment_account_id}`;
  return {
    payment_accounts: [{ payment_account_id, kind: 'bank', holder_name }],
    account_payments: ids.map((account_id) => ({
      ...{ account_id, payment_account_id, purpose: 'payout', first_used_at, last_used_at },
    })),
  };
}

/** In turn, three rounds on each of five days from that one on. */
function onOneMachine(device_id: string, ids: readonly string[], day: string): Dataset {
  const logins: Row[] = [];
  for (let at = 0; at < 5 * 3 * ids.length; at++) {
    const minutes = (at % (3 * ids.length)) * 20;
    const from = Date.parse(day) + Math.floor(at / (3 * ids.length)) * 86_400_000;
    logins.push({
      account_id: ids[at % ids.length]!,
      ip: `2001:db8::${(Date.parse(day) / 86_400_000).toString(16)}:${device_id.length.toString(16)}:${at.toString(16)}`,
      device_id,
      started_at: new Date(from + minutes * 60_000).toISOString(),
      ended_at: new Date(from + (minutes + 15) * 60_000).toISOString(),
    });
  }
  return { devices: [{ device_id, kind: 'laptop' }], logins };
}

/** What the members of a ring write in their bids, word for word. */
const bids: Readonly<Record<string, readonly string[]>> = {
  amber: [
    'Our crew mapped every drawer of the warehouse before the first scanner arrived on the quay.',
    'Half of the trouble with ticket machines hides in how the rain changes what people press.',
    'Twice a week I walk the staging copy backwards, from the receipt to the very first click.',
    'Old invoices taught me that the odd column at the far right is always the important one.',
  ],
  birch: [
    'Give me a noisy sensor and a quiet weekend, and the graph on Monday shall be boring again.',
    'I learned to fold long migrations into short ones while repairing a lighthouse timetable.',
    'Every button that nobody dared to remove is where I begin to draw the map of a product.',
    'A library of thirteen greenhouses runs on the tiny scheduler that we wrote over one winter.',
  ],
  cedar: [
    'Before I touch a pipeline I ask the night porter which lamp goes dark when it stands still.',
    'The shop in the valley still sells by the tables that I untangled from four paper binders.',
    'Nothing calms a release like a goat bell that rings whenever the error budget is eaten.',
    'My drafts come with a pencil margin, as reviewers should have somewhere to be cross with me.',
  ],
  delta: [
    'I once moved a brass band from spreadsheets to a proper roster without one missed parade.',
    'If the cache lies I take it for a walk through the access log until it begins to blush.',
    'Ferry captains were my first testers, and they press harder than any fuzzing tool can.',
    'The estimate holds two numbers: one for the work, and one for the stairs to the archive.',
  ],
};

function withTheSameBids(name: string, ids: readonly string[], day: string): Dataset {
  return {
    documents: ids.flatMap((account_id) =>
      bids[name]!.map((text, at) => ({
        ...{ document_id: `bid-${name}-${at}-${account_id}`, account_id, kind: 'bid', text },
        ...{ used_for: 'bid', submitted_at: `${day}T0${at}:00:00Z` },
      })),
    ),
  };
}

/** A given name for each, as papers have no numbers in theirs. */
function nameOf(account_id: string): string {
  const names = [
    'Alda',
    'Bruna',
    'Corin',
    'Dario',
    'Elma',
    'Fadil',
    'Gerda',
    'Hanno',
    'Ilka',
    'Jaro',
  ];
  return names[Number(/\d+$/.exec(account_id)![0]) % names.length]!;
}

/** The ring's own, in another name each time. */
export function withOnePassport(name: string, ids: readonly string[], day: string): Dataset {
  return {
    documents: ids.map((account_id) => ({
      ...{ document_id: `paper-${name}-${account_id}`, account_id, kind: 'passport' },
      ...{ number: `P7${name.length}${name.codePointAt(0)!}4391` },
      ...{ name_on_document: `Bearer ${nameOf(account_id)}`, used_for: 'verification' },
      submitted_at: `${day}T12:00:00Z`,
    })),
  };
}

/** All rows of all of them. */
export function joined(...datasets: readonly Dataset[]): Dataset {
  const all: Record<string, Row[]> = {};
  for (const dataset of datasets)
    for (const [file, rows] of Object.entries(dataset)) all[file] = [...(all[file] ?? []), ...rows];
  return all;
}
