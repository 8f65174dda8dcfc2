/** A small platform on which one person's things are told from others'. */
import { gunzipSync } from 'node:zlib';
import { boardContentSchema } from '../../domain/case.ts';
import type { AccountScore, Finding } from '../../domain/finding.ts';
import { detect } from '../../server/decisions/applied/detect.ts';
import { createBoard } from '../../server/decisions/cases/board-store.ts';
import { createCase } from '../../server/decisions/cases/case-store.ts';
import { commentCase } from '../../server/decisions/cases/comment-store.ts';
import { loadFolders } from '../../server/ingest/load/load.ts';
import { silentProgress } from '../../server/platform/progress.ts';
import { nodes } from '../../server/trust/custody/acts.ts';
import { append } from '../../server/trust/custody/log.ts';
import type { TestDatabase } from '../database.ts';
import { writeDataset, type Dataset } from '../dataset.ts';
import { oneHand } from '../one-hand.ts';
import { wholeFindings } from '../whole-findings.ts';

/** Whose rows no other's are taken for. */
export const person = 'acc-ana-7731';
const [ben, cem] = ['acc-ben-1204', 'acc-cem-5518'];
export const others = [ben, cem] as const;

/** What the rows of that person say, and nobody else's. */
export const personal = [
  person,
  'Ana Quintanilha',
  'quintanilha.ana',
  'ana.quintanilha@example.com',
  '+351 555 010 7731',
  'Rua das Violetas 77',
  '198.51.100.77',
  'dev-ana-only',
  'pay-ana-only',
  'PQ7731990',
  'old-ana@example.com',
] as const;

const crowd = Array.from({ length: 12 }, (_, at) => `acc-other-${at}`);

export function dataset(): Dataset {
  const shared = oneHand([person, ...others]);
  return {
    accounts: [
      {
        account_id: person,
        role: 'developer',
        handle: 'quintanilha.ana',
        display_name: 'Ana Quintanilha',
        legal_name: 'Ana Quintanilha',
        email: 'ana.quintanilha@example.com',
        phone: '+351 555 010 7731',
        address: 'Rua das Violetas 77',
        created_at: '2024-01-01T00:00:00Z',
      },
      { account_id: ben, role: 'developer', display_name: 'Ben Okafor', referred_by: person },
      { account_id: cem, role: 'client', display_name: 'Cem Aydin' },
      ...crowd.map((account_id, at) => ({
        account_id,
        role: 'developer',
        display_name: `Other ${at}`,
        email: `other${at}@example.com`,
      })),
    ],
    account_changes: [
      {
        account_id: person,
        field: 'email',
        old_value: 'old-ana@example.com',
        new_value: 'ana.quintanilha@example.com',
        changed_at: '2024-03-01T00:00:00Z',
      },
    ],
    devices: [...shared.devices!, { device_id: 'dev-ana-only', kind: 'phone' }],
    logins: [
      ...shared.logins!,
      {
        account_id: person,
        ip: '198.51.100.77',
        device_id: 'dev-ana-only',
        started_at: '2024-02-02T08:00:00Z',
      },
      ...crowd.map((account_id, at) => ({
        account_id,
        ip: `203.0.113.${at + 1}`,
        started_at: `2024-02-${String(at + 1).padStart(2, '0')}T08:00:00Z`,
      })),
    ],
    payment_accounts: [
      ...shared.payment_accounts!,
      { payment_account_id: 'pay-ana-only', kind: 'bank', holder_name: 'Ana Quintanilha' },
      { payment_account_id: 'pay-rests', kind: 'bank', holder_name: 'Ana Quintanilha' },
      { payment_account_id: 'pay-client', kind: 'bank', holder_name: 'A Client' },
    ],
    account_payments: [
      ...shared.account_payments!,
      { account_id: person, payment_account_id: 'pay-ana-only', purpose: 'payout' },
      { account_id: person, payment_account_id: 'pay-rests', purpose: 'payout' },
      { account_id: crowd[0]!, payment_account_id: 'pay-client', purpose: 'funding' },
    ],
    transfers: [
      {
        transfer_id: 't1',
        from_payment_account_id: 'pay-client',
        to_payment_account_id: 'pay-rests',
        amount: '120',
        currency: 'EUR',
        sent_at: '2024-02-10T00:00:00Z',
        reference: 'for Ana Quintanilha, with thanks',
      },
    ],
    documents: [
      ...shared.documents!,
      {
        document_id: 'doc-ana',
        account_id: person,
        kind: 'passport',
        name_on_document: 'Ana Quintanilha',
        number: 'PQ7731990',
        submitted_at: '2024-01-05T00:00:00Z',
      },
    ],
    jobs: [
      {
        job_id: 'job-ana',
        client_account_id: person,
        title: 'A shop window',
        posted_at: '2024-02-01T00:00:00Z',
      },
    ],
    bids: [
      {
        bid_id: 'bid-ben',
        account_id: ben,
        job_id: 'job-ana',
        submitted_at: '2024-02-03T00:00:00Z',
      },
    ],
    ratings: [
      {
        rating_id: 'r1',
        from_account_id: person,
        to_account_id: ben,
        score: '5',
        rated_at: '2024-02-20T00:00:00Z',
      },
      {
        rating_id: 'r2',
        from_account_id: cem,
        to_account_id: ben,
        score: '5',
        rated_at: '2024-02-21T00:00:00Z',
      },
    ],
  };
}

export interface Detected {
  findings: Finding[];
  accounts: AccountScore[];
}

export async function loadWorld({ database, settings }: TestDatabase, data = dataset()) {
  return loadFolders(database, settings, [await writeDataset(data)], {}, silentProgress);
}

export async function detectWorld(
  { database, settings }: TestDatabase,
  changedOnly = false,
): Promise<Detected> {
  const result = await detect(database, { home: settings.home, changedOnly }, silentProgress);
  return { ...result, findings: await wholeFindings(database, result) };
}

/** A case with a board, a note and a comment, all of which speak of the person. */
export async function workOn(
  { database, settings }: TestDatabase,
  id = 'case-of-ana',
): Promise<void> {
  await createCase(database, { id, title: 'A case', description: '', tags: [] });
  const node = (account: string, caption: string) => ({
    ...{ type: 'account', id: account, caption, stub: false },
    ...{ score: null, cluster_id: null, degree: 1 },
  });
  const note = (key: string, text: string) => ({
    ...{ on: { kind: 'node', key }, text, by: null, at: null },
  });
  const content = boardContentSchema.parse({
    version: 1,
    nodes: [node(person, 'Ana Quintanilha'), node(ben, 'Ben Okafor')],
    relations: [],
    pinned: [`account:${person}`, `account:${ben}`],
    places: { [`account:${person}`]: [0, 0], [`account:${ben}`]: [1, 1] },
    notes: {
      'note-on-ana': note(`account:${person}`, 'She says little.'),
      'note-on-ben': note(`account:${ben}`, 'Seen with Ana Quintanilha.'),
    },
  });
  await createBoard(database, id, { id: `${id}-board`, title: 'A board', content });
  await commentCase(database, id, { id: `${id}-comment`, text: `Ask ${person} for papers.` });
  await append(settings.home, {
    act: 'view',
    subject: { view: 'node', nodes: nodes([{ type: 'account', id: person }]) },
    before: null,
    after: null,
  });
}

/** Everything that the database holds, as texts: boards and kept reports unpacked. */
export async function graphTexts({ database }: Pick<TestDatabase, 'database'>): Promise<string[]> {
  const rows = await database.read<{ said: Record<string, unknown> }>(
    'MATCH (n) RETURN properties(n) AS said UNION ALL MATCH ()-[r]->() RETURN properties(r) AS said',
  );
  return rows.map(({ said }) =>
    JSON.stringify(said, (_name, value: unknown) =>
      value instanceof Int8Array
        ? gunzipSync(Buffer.from(value.buffer, value.byteOffset, value.byteLength)).toString()
        : value,
    ),
  );
}
