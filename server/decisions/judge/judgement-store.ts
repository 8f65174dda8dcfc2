import { createHash } from 'node:crypto';
import { loadQuery } from '../../../cypher/load-query.ts';
import { formatRef, parseRef, type NodeRef } from '../../../domain/schema/graph.ts';
import type { Judgement, JudgementKind, Verdict } from '../../../domain/judgement.ts';
import type { Kept, StoredJudgement } from '../../detection/derive/judged-relations.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import type { RawNode } from '../../graph/neo4j/records.ts';

/** Judgements as the database keeps them: each a node of its own, tied to nothing, so that no query meets it by chance. */

/** What a judgement is about, without the words. */
export type Subject = Pick<Judgement, 'kind' | 'subjects' | 'relation'>;

interface Properties {
  id: string;
  kind: JudgementKind;
  verdict: Verdict;
  subjects: string[];
  /** Digest of what it is about. */
  subject: string;
  /** The same while it is in force; unique. */
  in_force?: string;
  relation?: string;
  kept?: string;
  why: string;
  by: string;
  at: string;
  withdrawn_by?: string;
  withdrawn_at?: string;
  withdrawn_why?: string;
}

interface Row {
  judgement: RawNode;
}

/** Of the node or the relation that is judged: a digest, since a key may be too long for an index. */
export function subjectDigest({ kind, subjects, relation }: Subject): string {
  const what = relation?.key ?? subjects.map(formatRef).sort();
  return createHash('sha256')
    .update(JSON.stringify([kind, what]))
    .digest('hex');
}

/** Throws the database's constraint error when what it is about is judged already. */
export async function storeJudgement(database: Database, judgement: StoredJudgement) {
  const { kept, relation, subjects, id, kind, verdict, why, by, at } = judgement;
  const subject = subjectDigest(judgement);
  const properties: Properties = {
    ...{ id, kind, verdict, why, by, at, subject },
    in_force: subject,
    subjects: subjects.map(formatRef),
    ...(relation ? { relation: JSON.stringify(relation) } : {}),
    ...(kept ? { kept: JSON.stringify(kept) } : {}),
  };
  await database.write(loadQuery('judge/store'), { judgement: properties });
}

/** Null when there is none of that id in force. */
export async function storeWithdrawal(
  database: Database,
  id: string,
  act: NonNullable<Judgement['withdrawn']>,
): Promise<Judgement | null> {
  const [row] = await database.write<Row>(loadQuery('judge/withdraw'), { id, ...act });
  return row ? read(row) : null;
}

export async function judgementsByIds(
  database: Database,
  ids: readonly string[],
): Promise<Judgement[]> {
  if (ids.length === 0) return [];
  return (await database.read<Row>(loadQuery('judge/by_ids'), { ids })).map(read);
}

export interface JudgementFilter {
  /** A node among those that are judged. */
  node?: NodeRef | undefined;
  relation?: string | undefined;
}

/** Latest first, withdrawn ones too; `before` is the id of the last one of the page before. */
export async function listJudgements(
  database: Database,
  { node, relation }: JudgementFilter,
  limit: number,
  before: string | null = null,
): Promise<Judgement[]> {
  const rows = await database.read<Row>(loadQuery('judge/list'), {
    before,
    limit,
    node: node ? formatRef(node) : null,
    subject:
      relation === undefined
        ? null
        : subjectDigest({
            kind: 'relation',
            subjects: [],
            relation: { key: relation, type: '', says: '' },
          }),
  });
  return rows.map(read);
}

/** Oldest first. */
export async function activeJudgements(database: Database): Promise<StoredJudgement[]> {
  return (await database.read<Row>(loadQuery('judge/in_force'))).map(readStored);
}

/** Those in force about the nodes, oldest first. */
export async function judgementsAmong(
  database: Database,
  nodes: readonly string[],
): Promise<Judgement[]> {
  return (await database.read<Row>(loadQuery('judge/among'), { refs: nodes })).map(read);
}

/** All that was ever judged about the nodes, oldest first, withdrawn ones too. */
export async function judgementsAbout(
  database: Database,
  nodes: readonly string[],
): Promise<Judgement[]> {
  return (await database.read<Row>(loadQuery('judge/about'), { refs: nodes })).map(read);
}

function readStored(row: Row): StoredJudgement {
  const { kept } = row.judgement.properties as Properties;
  return { ...read(row), kept: kept === undefined ? null : (JSON.parse(kept) as Kept) };
}

function read({ judgement: { properties } }: Row): Judgement {
  const stored = properties as Properties;
  return {
    id: stored.id,
    kind: stored.kind,
    verdict: stored.verdict,
    subjects: stored.subjects.map((ref) => parseRef(ref)!),
    relation:
      stored.relation === undefined
        ? null
        : (JSON.parse(stored.relation) as NonNullable<Judgement['relation']>),
    why: stored.why,
    by: stored.by,
    at: stored.at,
    withdrawn:
      stored.withdrawn_by === undefined
        ? null
        : { by: stored.withdrawn_by, at: stored.withdrawn_at!, why: stored.withdrawn_why! },
  };
}
