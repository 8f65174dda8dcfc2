import { compareText } from '../../../domain/compare-text.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { nameParts, type Masked } from './text-tokens.ts';

/** Of a text that an account handed in, or of the title of a job that a client posted, all but its words. */
export interface Written {
  id: string;
  account: string;
  kind: string;
  at: string | null;
  /** The clients whom it answers or addresses; sorted. */
  clients: readonly string[];
  /** A job's title: it can be quoted, but says nothing of who words texts alike. */
  quotedOnly: boolean;
}

export interface Text extends Written, Masked {
  text: string;
}

/** Papers that an office words, not who hands them in. */
const officialKinds = [
  'passport',
  'national_id',
  'driving_licence',
  'social_security',
  'resident_card',
  'diploma',
  'visa',
  'statement',
];

interface Row {
  id: string;
  account: string;
  kind: string | null;
  at: string | null;
  text: string;
  names: (string | null)[];
  clients: string[];
  titles: string[];
}

/** So many accounts' texts are in memory at once. */
export const accountsAtOnce = 2_000;
/** Texts asked for at once by their ids. */
const idsAtOnce = 1_000;

/** All texts up to that time, ordered by account, time and id, whatever the order of rows was: some accounts' after the other. */
export async function* readTexts(database: Database, asOf: string): AsyncGenerator<Text[]> {
  const accounts: string[] = [];
  await database.each<{ id: string }>('MATCH (a:Account) RETURN a.id AS id', {}, ({ id }) => {
    accounts.push(id);
  });
  accounts.sort(compareText);
  for (let at = 0; at < accounts.length; at += accountsAtOnce) {
    const texts = await textsOf(database, accounts.slice(at, at + accountsAtOnce), asOf);
    if (texts.length > 0) yield texts;
  }
}

async function textsOf(
  database: Database,
  accounts: readonly string[],
  asOf: string,
): Promise<Text[]> {
  const texts: Text[] = [];
  // With hints: a plan made while the database was empty is kept, and would begin with every document.
  await database.each<Row>(
    `MATCH (a:Account) USING INDEX SEEK a:Account(id) WHERE a.id IN $accounts
     MATCH (d:Document)-[:HANDED_IN_BY]->(a)
     WHERE d.text IS NOT NULL AND coalesce(d.submitted_at, '') <= $as_of
       AND NOT coalesce(d.kind, '') IN $official_kinds
     OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
     WITH d, a, coalesce(then, a) AS stated
     RETURN d.id AS id, a.id AS account, d.kind AS kind, d.submitted_at AS at, d.text AS text,
            [stated.display_name, stated.legal_name] + reduce(all = [],
              n IN COLLECT { MATCH (d)-[:ADDRESSED_TO]->(c:Account)
                             OPTIONAL MATCH (c)-[then:STATED_THEN]->(c)
                             WITH coalesce(then, c) AS client
                             RETURN [client.display_name, client.legal_name] } |
              all + n) AS names,
            COLLECT { MATCH (d)-[:ADDRESSED_TO]->(c:Account) RETURN c.id } +
            COLLECT { MATCH (d)<-[bid:BID_WITH]-(:Account) WHERE coalesce(bid._at, '') <= $as_of
                      MATCH (:Job {id: bid.job_id})-[:POSTED_BY]->(c:Account) RETURN c.id } AS clients,
            COLLECT { MATCH (d)<-[bid:BID_WITH]-(:Account) WHERE coalesce(bid._at, '') <= $as_of
                      MATCH (j:Job {id: bid.job_id}) WHERE j.title IS NOT NULL RETURN j.title } AS titles`,
    { accounts, as_of: asOf, official_kinds: officialKinds },
    (row) => {
      texts.push({
        ...row,
        kind: row.kind ?? 'other',
        names: nameParts(...row.names),
        clients: [...new Set(row.clients)].sort(),
        quotedOnly: false,
      });
    },
  );
  await database.each<{ id: string; account: string; at: string | null; text: string }>(
    `MATCH (a:Account) USING INDEX SEEK a:Account(id) WHERE a.id IN $accounts
     MATCH (j:Job)-[:POSTED_BY]->(a)
     WHERE j.title IS NOT NULL AND coalesce(j.posted_at, '') <= $as_of
     RETURN j.id AS id, a.id AS account, j.posted_at AS at, j.title AS text`,
    { accounts, as_of: asOf },
    (row) => {
      texts.push({ ...row, kind: 'title', names: [], titles: [], clients: [], quotedOnly: true });
    },
  );
  return texts.sort(
    (x, y) =>
      compareText(x.account, y.account) ||
      compareText(x.at ?? '', y.at ?? '') ||
      Number(x.quotedOnly) - Number(y.quotedOnly) ||
      compareText(x.id, y.id),
  );
}

/** What these documents say, by their ids. */
export async function textsById(
  database: Database,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (let at = 0; at < ids.length; at += idsAtOnce)
    await database.each<{ id: string; text: string }>(
      'MATCH (d:Document) USING INDEX SEEK d:Document(id) WHERE d.id IN $ids RETURN d.id AS id, d.text AS text',
      { ids: ids.slice(at, at + idsAtOnce) },
      ({ id, text }) => {
        texts.set(id, text);
      },
    );
  return texts;
}
