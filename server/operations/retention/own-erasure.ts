/** Takes a person out of the program's own nodes: runs, findings, decisions, cases, jobs, deliveries. */
import { addTo } from '../../../domain/group-by.ts';
import { gunzipSync } from 'node:zlib';
import { loadQuery } from '../../../cypher/load-query.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { ownLabel, ownNodes } from '../../graph/neo4j/own-nodes.ts';
import { findingWords } from '../../graph/search-keys/finding-keys.ts';
import type { Progress } from '../../platform/progress.ts';
import { boardWithout } from './board-erasure.ts';
import type { KeptErasure } from './erasure-store.ts';
import type { Redaction } from './redaction.ts';

type Properties = Record<string, unknown>;

/**
 * Looked through by nobody: the chain of what was recorded has no personal values, people of the house and lists are others, the files loaded and
 * what rules have seen name nobody.
 */
const leftAlone: ReadonlySet<string> = new Set([
  ...['AuditEntry', 'AuditChain', 'AuditAnchor', 'Person', 'Session', 'AccessToken', 'EntryLink'],
  ...[
    'ListMarking',
    'SourceFile',
    'LabelStore',
    'Erasure',
    'DerivationState',
    'InferredEdition',
    'AskedGroups',
  ],
]);

const atOnce = 100;

interface Told {
  erasure: KeptErasure;
  key: Buffer;
  redaction: Redaction;
  refs: ReadonlySet<string>;
}

/** What is to become of a node: null where it says nothing of the person. */
type Fate = 'goes' | Properties | null;

interface Decided {
  element: string;
  properties: Properties;
  fate: 'goes' | Properties;
}

export async function eraseFromOwn(
  database: Database,
  told: Told,
  progress: Progress,
  between: () => Promise<void>,
): Promise<void> {
  const kinds = [...new Set(ownNodes.map(({ kind }) => kind))].filter(
    (kind) => !leftAlone.has(kind),
  );
  for (const kind of kinds) {
    progress.step(messages.retention.step.texts(kind));
    const contents = kind === 'DeliveryContent' ? await contentsNaming(database, told) : null;
    let batch: Decided[] = [];
    const rows = database.stream<{ element: string; properties: Properties }>(
      loadQuery('retention/own_nodes', { label: ownLabel(kind) }),
    );
    for await (const { element, properties } of rows) {
      const fate = contents
        ? contents.has(properties['content'])
          ? 'goes'
          : null
        : await fateOf(kind, properties, told);
      if (fate === null) continue;
      batch.push({ element, properties, fate });
      if (batch.length < atOnce) continue;
      await store(kind, batch, told);
      await between();
      batch = [];
    }
    if (batch.length > 0) await store(kind, batch, told);
    await between();
  }
  await recount(database);
}

async function fateOf(kind: string, properties: Properties, told: Told): Promise<Fate> {
  const { erasure, redaction, refs } = told;
  const { account } = erasure.about.plan;
  switch (kind) {
    case 'AccountScore':
      if (properties['account_id'] === account) return 'goes';
      break;
    case 'ClusterThing':
      if (refs.has(String(properties['thing']))) return 'goes';
      break;
    case 'Judgement':
      if ((properties['subjects'] as string[]).some((ref) => refs.has(ref))) return 'goes';
      break;
    case 'Finding': {
      const accounts = properties['accounts'] as string[];
      if (accounts.length === 1 && accounts[0] === account) return 'goes';
      break;
    }
    case 'CaseBoard':
    case 'BoardRevision': {
      const board = properties['content'] ? await boardWithout(properties, refs, redaction) : null;
      const rest = changedIn(without(properties, ['content', 'accounts', 'noted']), told);
      return board || rest ? { ...rest, ...board } : null;
    }
  }
  const changed = changedIn(properties, told);
  return changed && kind === 'Finding' ? refound(properties, changed) : changed;
}

/** The properties that read otherwise without the person; null where none does. */
function changedIn(properties: Properties, { redaction }: Told): Properties | null {
  if (!redaction.isNear(properties)) return null;
  const changed = Object.entries(properties).flatMap(([name, value]) => {
    if (typeof value !== 'string' && !Array.isArray(value)) return [];
    const left = redaction.without(value, true);
    return JSON.stringify(left) === JSON.stringify(value) ? [] : [[name, left] as const];
  });
  return changed.length === 0 ? null : Object.fromEntries(changed);
}

/** What a finding is found by is made anew of what it says now. */
function refound(properties: Properties, changed: Properties): Properties {
  const json = String(changed['json'] ?? properties['json']);
  return {
    ...changed,
    _search: findingWords(String(properties['run']), JSON.parse(json) as Finding),
  };
}

function without(properties: Properties, names: readonly string[]): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name)));
}

function isBoard(kind: string): boolean {
  return kind === 'CaseBoard' || kind === 'BoardRevision';
}

async function store(kind: string, batch: readonly Decided[], told: Told): Promise<void> {
  const going = batch.filter(({ fate }) => fate === 'goes');
  const rows = batch.flatMap(({ element, fate }) =>
    fate === 'goes' ? [] : [{ element, set: fate }],
  );
  await told.erasure.step(told.key, async (tx) => {
    if (going.length > 0)
      await tx.run(loadQuery('retention/remove_own_nodes'), {
        elements: going.map(({ element }) => element),
      });
    if (rows.length > 0 && isBoard(kind))
      await tx.run(loadQuery('retention/change_boards'), {
        ...{ rows, bump: kind === 'CaseBoard' ? 1 : 0 },
      });
    else if (rows.length > 0) await tx.run(loadQuery('retention/change_own_nodes'), { rows });
    return {
      removed: { [kind]: going.map(({ properties }) => properties) },
      changed: { [kind]: rows.length },
    };
  });
}

/**
 * Kept reports are named by the digest of their bytes: what names the person goes as a whole, and whoever asks for it is told that it
 * is not whole any more.
 */
async function contentsNaming(database: Database, { redaction }: Told): Promise<Set<unknown>> {
  const parts = new Map<string, { part: number; bytes: Buffer }[]>();
  const rows = database.stream<{ properties: Properties }>(
    loadQuery('retention/own_nodes', { label: ownLabel('DeliveryContent') }),
  );
  for await (const { properties } of rows) {
    const { content, part, bytes } = properties as {
      content: string;
      part: number;
      bytes: Int8Array;
    };
    const read = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    addTo(parts, content, { part, bytes: read });
  }
  const naming = new Set<unknown>();
  for (const [content, of] of parts) {
    const whole = Buffer.concat(of.sort((a, b) => a.part - b.part).map(({ bytes }) => bytes));
    if (reportNames(whole, redaction)) naming.add(content);
  }
  return naming;
}

/** Its files stand in it as base64; a PDF cannot be looked into, and its HTML says the same. */
function reportNames(packed: Buffer, redaction: Redaction): boolean {
  const text = gunzipSync(packed).toString('utf8');
  if (redaction.names(text)) return true;
  const { files = [] } = JSON.parse(text) as { files?: { bytes: string }[] };
  return files.some(({ bytes }) => redaction.names(Buffer.from(bytes, 'base64').toString('utf8')));
}

/** Lists go by how many findings a run has. */
async function recount(database: Database): Promise<void> {
  const runs = await database.read<{ run: string; counts: [string, number][]; alone: number }>(
    loadQuery('retention/kept_counts'),
  );
  for (const { run, counts, alone } of runs) {
    const findings = JSON.stringify(Object.fromEntries(counts));
    await database.write(loadQuery('retention/keep_counts'), { run, findings, alone });
  }
}
