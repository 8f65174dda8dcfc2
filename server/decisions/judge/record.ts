import { randomBytes } from 'node:crypto';
import { loadQuery } from '../../../cypher/load-query.ts';
import { derivedRelations, type DerivedRelation } from '../../../domain/schema/derived.ts';
import { parseRef, relationTypeOf } from '../../../domain/schema/graph.ts';
import type { Judgement, Judging } from '../../../domain/judgement.ts';
import { nodeTypeNames } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/index.ts';
import { actor } from '../../platform/access/actor.ts';
import { judged, withdrawn } from '../../trust/custody/acts.ts';
import { recorded } from '../../trust/custody/recorded.ts';
import type { InferredEnd } from '../../detection/derive/derivation.ts';
import { existingNode } from '../../explore/graph/node-detail.ts';
import { contradiction } from '../../detection/link/judged-pairs.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { isConstraintBroken } from '../../platform/failures.ts';
import {
  refOf,
  storedNode,
  storedRelation,
  type RawNode,
  type RawRelation,
} from '../../graph/neo4j/records.ts';
import { ConflictError, NotFoundError, UsageError } from '../../platform/problems.ts';
import {
  judgementsByIds,
  activeJudgements,
  storeJudgement,
  storeWithdrawal,
  subjectDigest,
  type Subject,
} from './judgement-store.ts';
import type { Kept } from '../../detection/derive/judged-relations.ts';

const text = messages.judgements.problems;

/**
 * Records what an analyst has decided, with who and when, and before that in the custody log of `home`. Throws
 * UsageError for what cannot be judged so, NotFoundError for what is not in the graph, ConflictError for what is judged
 * already or contradicts that, UnavailableError when the log cannot be written.
 */
export async function recordJudgement(
  database: Database,
  home: string,
  judging: Judging,
): Promise<Judgement> {
  const { kept, ...subject } = await readSubject(database, judging);
  const at = new Date().toISOString();
  const judgement: Judgement = {
    id: judgementId(at),
    verdict: judging.verdict,
    ...subject,
    ...{ why: judging.why, by: actor(), at, withdrawn: null },
  };
  await refuseJudged(database, judgement);
  try {
    await recorded(home, judged(judgement), () => storeJudgement(database, { ...judgement, kept }));
  } catch (error) {
    if (isConstraintBroken(error)) throw await alreadyJudged(database, judgement);
    throw error;
  }
  return judgement;
}

/**
 * Withdraws it, with who, when and why, recorded as a judgement is. Throws NotFoundError, ConflictError when it was
 * withdrawn before, or UnavailableError when the custody log cannot be written.
 */
export async function withdrawJudgement(
  database: Database,
  home: string,
  id: string,
  why: string,
): Promise<Judgement> {
  const known = await inForce(database, id);
  return recorded(home, withdrawn(known, why), async () => {
    const act = { by: actor(), at: new Date().toISOString(), why };
    const stored = await storeWithdrawal(database, id, act);
    // Somebody else was quicker.
    return stored ?? inForce(database, id);
  });
}

async function inForce(database: Database, id: string): Promise<Judgement> {
  const [known] = await judgementsByIds(database, [id]);
  if (!known) throw new NotFoundError(text.none(id));
  if (!known.withdrawn) return known;
  throw new ConflictError(text.withdrawnBefore(known.withdrawn.by, known.withdrawn.at));
}

/** In order of time, so that a list can go on after one. */
function judgementId(at: string): string {
  return `J-${at.replaceAll(/[-:.]/g, '')}-${randomBytes(4).toString('hex')}`;
}

type JudgedSubject = Subject & { kept: Kept | null };

function readSubject(database: Database, judging: Judging): Promise<JudgedSubject> {
  if (judging.kind === 'relation') return relationSubject(database, judging);
  if (judging.relation !== undefined) throw wrong('relation', text.needless);
  return nodesSubject(database, judging);
}

async function nodesSubject(database: Database, judging: Judging): Promise<JudgedSubject> {
  const { kind, verdict, subjects } = judging;
  const refs = [...new Set(subjects)].sort().map((ref) => {
    const parsed = parseRef(ref);
    if (parsed) return parsed;
    throw wrong(`subjects.${subjects.indexOf(ref)}`, messages.http.badRef(nodeTypeNames));
  });
  const types = new Set(refs.map(({ type }) => type));
  if (kind === 'link' && (refs.length !== 2 || types.size > 1 || !types.has('account')))
    throw wrong('subjects', text.twoAccounts);
  if (refs.length < 2 || types.size > 1) throw wrong('subjects', text.oneType);
  if (kind === 'identity' && verdict === 'rejected') throw wrong('verdict', text.onlyConfirmed);
  for (const ref of refs) await existingNode(database, ref);
  return { kind, subjects: refs, relation: null, kept: null };
}

interface RelationRow {
  from: RawNode;
  relation: RawRelation;
  to: RawNode;
}

async function relationSubject(database: Database, judging: Judging): Promise<JudgedSubject> {
  if (judging.subjects.length > 0) throw wrong('subjects', text.needless);
  const derived = judgeable(judging.relation);
  const key = judging.relation!.slice(derived.relation.length + 1);
  const [row] = await database.read<RelationRow>(
    loadQuery('judge/relation', { relation: derived.relation }),
    { key },
  );
  if (!row) {
    const known = (await activeJudgements(database)).find(
      ({ relation }) => relation?.key === judging.relation,
    );
    throw known ? judgedBefore(known) : new NotFoundError(text.noRelation);
  }
  const relation = storedRelation(row.relation);
  const [from, to] = [storedNode(row.from), storedNode(row.to)];
  return {
    kind: 'relation',
    subjects: [refOf(from), refOf(to)],
    relation: { key: relation.key, type: relation.type, says: relation.says },
    kept: keptOf(derived, row),
  };
}

type Derived = (typeof derivedRelations)[number];

/** The kind of an inferred relation, by which its key begins. */
function judgeable(key: string | undefined): Derived {
  if (key === undefined) throw wrong('relation', text.missing);
  const name = key.slice(0, Math.max(0, key.indexOf('|')));
  const derived = derivedRelations.find(({ relation }) => relation === name);
  if (derived?.relation === 'STATED_THEN') throw wrong('relation', text.ownRecord);
  if (derived) return derived;
  throw wrong('relation', relationTypeOf(name) ? text.stated : text.relation);
}

/** What every inferred relation has; one that has more was counted by its rule, and nobody else can say that. */
const ofEveryRule = new Set(['key', 'score', 'reason', 'rule', 'version', 'judged', '_sources']);

function keptOf(derived: DerivedRelation, { from, relation, to }: RelationRow): Kept | null {
  const { properties } = relation;
  const counted = Object.keys(properties).some((name) => !ofEveryRule.has(name));
  if (derived.measures || counted) return null;
  return {
    from: endOf(from),
    to: endOf(to),
    score: Number(properties['score']),
    reason: String(properties['reason']),
  };
}

function endOf(node: RawNode): InferredEnd {
  const ref = refOf(storedNode(node));
  const key: unknown = node.properties['_key'];
  return typeof key === 'string' ? { ...ref, key } : ref;
}

/**
 * Of one thing one judgement is in force, and of one pair it must not be said that they are one and the same, and that
 * they are not linked.
 */
async function refuseJudged(database: Database, judgement: Judgement): Promise<void> {
  const known = await activeJudgements(database);
  const pair = judgement.kind === 'relation' ? null : contradiction([...known, judgement]);
  if (pair) throw new ConflictError(text.contradicts(...pair));
  const subject = subjectDigest(judgement);
  const same = known.find((one) => subjectDigest(one) === subject);
  if (same) throw judgedBefore(same);
}

async function alreadyJudged(database: Database, judgement: Judgement): Promise<ConflictError> {
  const subject = subjectDigest(judgement);
  const known = (await activeJudgements(database)).find((one) => subjectDigest(one) === subject);
  return judgedBefore(known ?? judgement);
}

function judgedBefore({ by, at }: Judgement): ConflictError {
  return new ConflictError(text.judged(by, at));
}

function wrong(where: string, problem: string): UsageError {
  return new UsageError(messages.http.badRequest, [{ where: `body.${where}`, problem }]);
}
