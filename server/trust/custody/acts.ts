/** What is recorded of each act, and which of it says something of a person (docs/CUSTODY.md). */
import type { WeightRevision } from '../../../domain/calibration.ts';
import type { Load } from '../../../domain/answers.ts';
import type { Run } from '../../../domain/finding.ts';
import { formatRef, type NodeRef } from '../../../domain/schema/graph.ts';
import type { PatternWatch } from '../../../domain/watched-pattern.ts';
import type { Exception } from '../../../domain/exception.ts';
import type { MaskKind } from '../../../domain/schema/masks.ts';
import type { Judgement } from '../../../domain/judgement.ts';
import type { ParameterRevision, Values } from '../../../domain/parameters.ts';
import type { Occasion, Scope } from '../../../domain/evidence-scope.ts';
import type { Verdict } from '../../../verifier/verdict.ts';
import { allEnded } from './access-acts.ts';
import { Personal, type Draft, type Value } from './draft.ts';

/** Nodes as one value, in order, so that an entry stays short however many they are. */
export function nodes(refs: readonly NodeRef[]): Personal {
  const named = refs.map(formatRef).sort();
  return new Personal(named.length === 1 ? named[0]! : JSON.stringify(named), named);
}

/** What a person wrote may name anybody. */
function written(text: string | null): Value {
  return text === null || text === '' ? null : new Personal(text, []);
}

/** An id of a finding or a cluster can be made again from the accounts in it. */
export function found(
  kind: 'finding' | 'cluster' | 'answer',
  id: string,
  accounts: readonly string[],
): Personal {
  return new Personal(id, [`${kind}:${id}`, ...accounts.map((account) => `account:${account}`)]);
}

export function loadBegun(load: string, files: readonly { name: string; sha256: string }[]): Draft {
  const read = files.map(({ name, sha256 }) => ({ file: name, sha256 }));
  return {
    act: 'load',
    subject: { load },
    before: null,
    after: { state: 'begun', files: read },
  };
}

export function loadEnded({ load, files }: Load): Draft {
  const counts = files.map(({ file, read, added, updated, unchanged, rejected, conflicts }) => ({
    ...{ file, read, added, updated, unchanged, rejected, conflicts },
  }));
  return {
    act: 'load',
    subject: { load },
    before: { state: 'begun' },
    after: { state: 'ended', counts },
  };
}

export function detected(run: Run): Draft {
  return {
    act: 'detect',
    subject: { run: run.run },
    before: null,
    after: {
      as_of: run.as_of,
      counts: { ...run.counts },
      detectors: run.detectors.map(({ id, version, findings }) => ({ id, version, findings })),
      judgements: run.judgements ?? [],
      loads: run.loads,
    },
  };
}

export function judged(judgement: Judgement): Draft {
  const { id, kind, verdict, subjects, relation, why } = judgement;
  const about = subjects.map(formatRef);
  return {
    act: 'judge',
    subject: {
      judgement: id,
      kind,
      nodes: nodes(subjects),
      relation: relation && new Personal(relation.key, about),
    },
    before: null,
    after: { state: 'in force', verdict, why: new Personal(why, about) },
  };
}

export function withdrawn({ id, verdict, subjects }: Judgement, why: string): Draft {
  return {
    act: 'judge',
    subject: { judgement: id },
    before: { state: 'in force', verdict },
    after: { state: 'withdrawn', why: new Personal(why, subjects.map(formatRef)) },
  };
}

/** What the log has to know of what was decided of a finding, a cluster or an answer of a pattern. */
export interface Decided {
  kind: 'finding' | 'cluster' | 'answer';
  /** Its id. */
  of: string;
  accounts: readonly string[];
  state: string;
}

/** `after`: what was changed; `why` and a comment may name anybody. */
/** What was decided of items, as it was until it is taken back. */
export function triageUndone(items: readonly Decided[]): Draft {
  const of = items.map(({ kind, of: id, accounts }) => found(kind, id, accounts));
  return {
    act: 'judge',
    subject: { queue: of },
    before: { states: items.map(({ state }) => state) },
    after: { undone: true },
  };
}

export function triageChanged(
  items: readonly Decided[],
  after: Readonly<Record<string, string | null>>,
  said: { why?: string; comment?: string; how?: string },
): Draft {
  const of = items.map(({ kind, of: id, accounts }) => found(kind, id, accounts));
  const about = of.flatMap((one) => one.about);
  return {
    act: 'judge',
    subject: { queue: of },
    before: { states: items.map(({ state }) => state) },
    after: {
      ...after,
      ...Object.fromEntries(
        Object.entries(said).map(([name, text]) => [name, new Personal(text, about)]),
      ),
    },
  };
}

/** Decisions that a run's new evidence, or a day that has come, has sent back. */
export function triageReopened(run: string, items: readonly Omit<Decided, 'state'>[]): Draft {
  return {
    act: 'judge',
    subject: { run, queue: items.map(({ kind, of, accounts }) => found(kind, of, accounts)) },
    before: null,
    after: { state: 'new' },
  };
}

/** A saved pattern that is watched from now on; its phrase and why may name anybody. */
export function patternWatched({
  id,
  query,
  version,
  trial,
  title,
  why,
  known,
}: PatternWatch): Draft {
  return {
    act: 'judge',
    subject: { pattern: query, version, watch: id },
    before: null,
    after: {
      ...{ state: 'watched', trial, known },
      ...{ phrase: written(title), why: written(why) },
    },
  };
}

export function patternUnwatched({ id, query, version }: PatternWatch): Draft {
  return {
    act: 'judge',
    subject: { pattern: query, version, watch: id },
    before: { state: 'watched' },
    after: { state: 'not watched' },
  };
}

/** New answers that a run brought to the queue. */
export function patternAnswered(
  { query, version, id }: PatternWatch,
  run: string,
  answers: readonly Omit<Decided, 'state'>[],
): Draft {
  return {
    act: 'judge',
    subject: {
      ...{ pattern: query, version, watch: id, run },
      queue: answers.map(({ kind, of, accounts }) => found(kind, of, accounts)),
    },
    before: null,
    after: { state: 'new' },
  };
}

/** An exception names what it is about; why may name anybody. */
export function excepted(exception: Exception): Draft {
  const { id, detectors, reason, until, why } = exception;
  const refs = exceptedNodes(exception);
  return {
    act: 'judge',
    subject: { exception: id, nodes: nodes(refs) },
    before: null,
    after: {
      ...{ state: 'in force', detectors: [...detectors], reason, until },
      why: new Personal(why, refs.map(formatRef)),
    },
  };
}

export function exceptionRevoked(exception: Exception, why: string): Draft {
  const about = exceptedNodes(exception).map(formatRef);
  return {
    act: 'judge',
    subject: { exception: exception.id },
    before: { state: 'in force', until: exception.until },
    after: { state: 'revoked', why: new Personal(why, about) },
  };
}

/** Of a detector's parameters: `was` is what was in force. Why may name anybody. */
export function parametersChanged(
  { detector, revision, values, why, trial }: ParameterRevision,
  was: Values,
): Draft {
  return {
    act: 'judge',
    subject: { detector, revision },
    before: { parameters: was },
    after: { state: 'in force', parameters: values, trial, why: written(why) },
  };
}

/** Of all weights: `was` is what was in force, null for what is shipped. Why may name anybody. */
export function weightsChanged(
  { revision, digest, weights, why, trial, proposed_by }: WeightRevision,
  was: WeightRevision | null,
): Draft {
  return {
    act: 'judge',
    subject: { weights: revision },
    before: { weights: was?.digest ?? 'shipped' },
    after: {
      ...{ state: 'in force', weights: digest, trial, proposed_by, why: written(why) },
      moved: weights.length,
    },
  };
}

function exceptedNodes({ nodes: things, accounts }: Exception): NodeRef[] {
  return [...things, ...accounts.map((id): NodeRef => ({ type: 'account', id }))];
}

/** Whether it was intact, not where it lay. */
export function verified(verdict: Verdict, sha256: string | null): Draft {
  const { intact, faults, files, payload_digest, signed_by: by } = verdict;
  return {
    act: 'verify',
    subject: { sha256, payload_digest },
    before: null,
    after: { intact, files, faults: faults.length, signed_by: by?.key ?? null },
  };
}

export type KeyChange = 'rotated' | 'trusted' | 'distrusted';

/** `name` is what an organisation's key is called here. */
export function keyChanged(
  change: KeyChange,
  { before, after }: { before: string | null; after: string | null },
  name: string | null = null,
): Draft {
  return {
    act: 'key',
    subject: { change, name: written(name) },
    before: before === null ? null : { key: before },
    after: after === null ? null : { key: after },
  };
}

/** `accounts` are those that the bundle shows. */
export function exported(
  scope: Scope,
  digest: string,
  {
    reason,
    case_number,
    authority,
    run,
  }: Pick<Occasion, 'reason' | 'case_number' | 'authority' | 'run'>,
  accounts: readonly string[],
  masks: readonly MaskKind[],
  narrative = false,
): Draft {
  return {
    act: 'export',
    subject: {
      ...scopeFacts(scope, accounts),
      accounts: nodes(accounts.map((id) => ({ type: 'account', id }))),
    },
    before: null,
    after: {
      form: 'bundle',
      payload_digest: digest,
      masks: [...masks],
      // Said where it is so, so that entries of before there was a choice stay as they read.
      ...(narrative ? { narrative } : {}),
      run,
      reason: written(reason),
      case_number: written(case_number),
      authority: written(authority),
    },
  };
}

export function graphFileSent(format: string, refs: readonly NodeRef[]): Draft {
  return {
    act: 'export',
    subject: { nodes: nodes(refs), count: refs.length },
    before: null,
    after: { form: format },
  };
}

function scopeFacts(scope: Scope, accounts: readonly string[]): Draft['subject'] {
  switch (scope.kind) {
    case 'cluster':
      return { cluster: found('cluster', scope.id, accounts) };
    case 'finding':
      return { finding: found('finding', scope.id, accounts) };
    case 'account':
      return { nodes: nodes([{ type: 'account', id: scope.id }]), hops: scope.hops };
    case 'board':
      return { case: scope.case, board: scope.id };
    case 'selection':
      return { nodes: nodes(scope.nodes), count: scope.nodes.length };
  }
}

/** That a program or service is asked about a node. */
export function enrichmentAsked(enricher: string, ref: NodeRef): Draft {
  const subject = { enricher, nodes: nodes([ref]) };
  return { act: 'enrich', subject, before: null, after: { state: 'asked' } };
}

/** What it answered, by the digest of it. */
export function enrichmentAnswered(
  enricher: string,
  ref: NodeRef,
  digest: string,
  facts: number,
): Draft {
  return {
    act: 'enrich',
    subject: { enricher, nodes: nodes([ref]) },
    before: { state: 'asked' },
    after: { state: 'answered', answer: digest, facts },
  };
}

/** A copy of all there is, of the database of that id. Where it is written to is not said. */
export function backupBegun(database: string | null): Draft {
  return { act: 'backup', subject: { database }, before: null, after: { state: 'begun' } };
}

/** `sha256` is the file's. */
export function backupEnded(
  database: string | null,
  sha256: string,
  counts: { nodes: number; relations: number },
): Draft {
  return {
    act: 'backup',
    subject: { database },
    before: { state: 'begun' },
    after: { state: 'ended', sha256, ...counts },
  };
}

/** That the log, and all else of this Skein, came out of that file; but what let people in then. */
export function backupRestored(database: string | null, sha256: string, written: string): Draft {
  const after = { written, ...allEnded };
  return { act: 'restore', subject: { database, sha256 }, before: null, after };
}
