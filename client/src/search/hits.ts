import { formatRef } from '../../../domain/schema/graph.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import type { SearchAnswer, SearchHit } from '../../../domain/search.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { addressOfSubject } from '../subject/subject.ts';
import { addressOfQuery, writtenAsked } from '../subject/query-address.ts';
import { clusterTitle } from '../../../domain/labels/cluster-title.ts';
import { columnName } from '../theme/formats.ts';
import { written } from '../theme/written.ts';
import { sentence } from '../ui/sentence-parts.ts';

const text = messages.search;

/** One line of the list under the search box. */
export interface Line {
  /** A node's reference, or the address of what is no node, which begins with a slash. */
  value: string;
  title: string;
  about: string;
  /** Of nodes. */
  type: NodeTypeName | null;
  score: number | null;
  /** What the score is of. */
  scored: 'account' | 'cluster' | 'finding';
  /** Of what goes into the search box: the part to be written over. */
  usual?: { from: number; to: number } | null;
}

export interface Group {
  label: string;
  lines: Line[];
}

/** What is found, kind by kind: the kind of the best hit first, and what detection says after the nodes, unless it was asked for by its id. */
export function groupsOf(answer: SearchAnswer, q: string): Group[] {
  const detected = [findingsOf(answer), clustersOf(answer), detectorsOf(answer)];
  const nodes = nodeGroups(answer.items);
  const found = asksForDetected(q) ? [...detected, ...nodes] : [...nodes, ...detected];
  // Who types a sentence asks; who types a name finds it among few phrases.
  const groups = answer.phrases.some(({ complete }) => complete)
    ? [phrasesOf(answer), ...found]
    : [...found, phrasesOf(answer)];
  return groups.filter(({ lines }) => lines.length > 0);
}

/** Whether a person asks for a finding or a cluster by its id. */
export function asksForDetected(q: string): boolean {
  return /^[fc]-/i.test(q);
}

function nodeGroups(hits: readonly SearchHit[]): Group[] {
  const groups = new Map<NodeTypeName, Line[]>();
  for (const hit of hits) {
    const lines = groups.get(hit.node.type) ?? [];
    groups.set(hit.node.type, lines);
    lines.push(lineOf(hit));
  }
  return [...groups].map(([type, lines]) => ({ label: messages.schema.nodes[type].many, lines }));
}

function lineOf(hit: SearchHit): Line {
  const { node } = hit;
  return {
    value: formatRef(node),
    title: node.caption,
    about: `${node.id} · ${whereFound(hit)}`,
    type: node.type,
    score: node.score,
    scored: 'account',
  };
}

/** "in holder name: 王小明", and whether it is only similar. */
export function whereFound({ node, matched, similar }: SearchHit): string {
  const column = text.matched(columnName(matched.column));
  const isShown = matched.value === node.caption || matched.value === node.id;
  return `${isShown ? column : `${column}: ${matched.value}`}${similar ? ` · ${text.similar}` : ''}`;
}

const bare = { type: null, score: null, scored: 'account' } as const;

function findingsOf({ findings }: SearchAnswer): Group {
  return {
    label: text.findings,
    lines: findings.map(({ id, title, score, named }) => ({
      ...bare,
      value: addressOfSubject('finding', id),
      title: sentence(title, named),
      about: id,
      score,
      scored: 'finding',
    })),
  };
}

function clustersOf({ clusters }: SearchAnswer): Group {
  return {
    label: text.clusters,
    lines: clusters.map(({ id, name, accounts, score, titled }) => ({
      ...bare,
      value: addressOfSubject('cluster', id),
      title: clusterTitle({ name, ...titled }, written),
      about: `${id} · ${text.ofCluster(accounts)}`,
      score,
      scored: 'cluster',
    })),
  };
}

function detectorsOf({ detectors }: SearchAnswer): Group {
  return {
    label: text.detectors,
    lines: detectors.map(({ id, title }) => ({
      ...bare,
      value: addressOfSubject('detector', id),
      title,
      about: id,
    })),
  };
}

/** One that is complete is asked and drawn; another goes into the box, with its usual values to be changed. */
function phrasesOf({ phrases }: SearchAnswer): Group {
  return {
    label: text.phrases,
    lines: phrases.map(
      ({ id, says, complete, text: query, parameters, asked, usual, ...saved }) => ({
        ...bare,
        value: complete
          ? addressOfQuery(id, writtenAsked({ text: query, parameters }), true)
          : `${completing}${says}`,
        title: says,
        about: complete
          ? text.phrase(saved.owner, saved.version)
          : text.phraseBegun(asked.map((name) => `${name} = ${JSON.stringify(parameters[name])}`)),
        score: null,
        scored: 'finding',
        usual,
      }),
    ),
  };
}

/** Begins the value of a line that goes into the search box. */
export const completing = '?';
