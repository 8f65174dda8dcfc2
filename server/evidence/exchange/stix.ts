/**
 * STIX 2.1 of a subgraph and its findings, which MISP and OpenCTI read. Ids follow from the data alone. It has no form
 * for jobs, shipments and the like: a note says how many of what it leaves out.
 */
import type { GraphRelation } from '../../../domain/answers.ts';
import type { Finding } from '../../../domain/finding.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import { isContext, standings, type Standing } from '../../../domain/standing.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { WholeNode } from '../../graph/canvas/whole-nodes.ts';
import { canonicalJson } from '../../platform/canonical.ts';
import {
  dated,
  idOf,
  makerId,
  objectOf,
  type StixObject,
} from '../../ingest/importers/stix-objects.ts';
import { asText } from '../../platform/stored-text.ts';
import { leftTypes } from './left-types.ts';

const says = messages.evidence.stix;

export interface StixOf {
  nodes: Iterable<WholeNode>;
  relations: Iterable<GraphRelation>;
  findings: readonly Finding[];
  /** The time that all objects bear, ISO 8601: the data's, not that of writing; null where it has none. */
  at: string | null;
}

/** Piece by piece, keys in RFC 8785's order, so that a large graph is never one string. */
export function* stix(of: StixOf): Generator<string> {
  const at = dated(of.at);
  yield `{"id":"${idOf('bundle', Array.from(of.nodes, formatRef).join('\n'))}","objects":[`;
  let first = true;
  for (const object of objects(of, at)) {
    yield (first ? '' : ',') + canonicalJson(object);
    first = false;
  }
  yield '],"type":"bundle"}';
}

function* objects({ nodes, relations, findings }: StixOf, at: string): Generator<StixObject> {
  const maker: StixObject = {
    type: 'identity',
    id: makerId,
    spec_version: '2.1',
    created: at,
    modified: at,
    identity_class: 'system',
    name: 'Skein',
  };
  yield maker;
  const ids = new Map<string, string>();
  const written = new Set<string>();
  const left = new Map<NodeTypeName, number>();
  const context = new Set<string>();
  const shownAs = new Map<Standing, string[]>(standings.map((standing) => [standing, []]));
  for (const node of nodes) {
    const object = objectOf(node, maker.id, at);
    if (!object) {
      left.set(node.type, (left.get(node.type) ?? 0) + 1);
      continue;
    }
    ids.set(formatRef(node), object.id);
    if (node.standing) shownAs.get(node.standing)?.push(object.id);
    if (isContext(node)) context.add(formatRef(node));
    // Two documents of one content are one file there.
    if (!written.has(object.id)) yield object;
    written.add(object.id);
  }
  for (const relation of relations) {
    const [source, target] = [ids.get(formatRef(relation.from)), ids.get(formatRef(relation.to))];
    if (source && target) yield relationship(relation, { source, target }, maker.id, at);
  }
  for (const finding of findings) {
    const known = finding.nodes.filter((ref) => !context.has(formatRef(ref)));
    const refs = known.flatMap((ref) => ids.get(formatRef(ref)) ?? []);
    if (refs.length > 0) yield ofFinding(finding, refs, maker.id, at);
  }
  for (const [standing, refs] of shownAs)
    if (refs.length > 0) yield ofStanding(standing, refs, maker.id, at);
  if (left.size > 0) yield note(leftTypes(left), maker.id, at);
}

function relationship(
  { key, says: name, at: when, derived, type, values, sources }: GraphRelation,
  { source, target }: { source: string; target: string },
  by: string,
  at: string,
): StixObject {
  const amount =
    values['amount'] === undefined
      ? []
      : [`${asText(values['amount'])} ${asText(values['currency'])}`];
  const inferred = derived ? [says.inferred(type)] : [];
  return {
    type: 'relationship',
    id: idOf('relationship', key),
    spec_version: '2.1',
    created: at,
    modified: at,
    created_by_ref: by,
    relationship_type: 'related-to',
    description: [name, ...amount, ...inferred].join('; '),
    source_ref: source,
    target_ref: target,
    ...(when !== null && { start_time: dated(when) }),
    ...(sources.length > 0 && {
      external_references: sources.map(({ file, line, sha256 }) => ({
        source_name: file,
        description: says.line(line),
        external_id: sha256,
      })),
    }),
  };
}

/** A finding: what is linked, and why it was looked at; it accuses nobody, and leaves out who is there for context. */
function ofFinding(finding: Finding, refs: readonly string[], by: string, at: string): StixObject {
  return grouping(finding.id, refs, by, at, {
    context: 'suspicious-activity',
    name: finding.title,
    description: says.finding(finding.detector, finding.version, finding.score),
    labels: [...finding.indicators],
  });
}

/** Observables have no labels: two lists say of them what they are shown as. */
function ofStanding(
  standing: Standing,
  refs: readonly string[],
  by: string,
  at: string,
): StixObject {
  return grouping(`${standing}\n${refs.join('\n')}`, refs, by, at, {
    context: 'unspecified',
    name: says.standing[standing].name,
    description: says.standing[standing].description,
    labels: [standing],
  });
}

/** `of` is what makes it the grouping that it is. */
function grouping(
  of: string,
  refs: readonly string[],
  by: string,
  at: string,
  { labels, ...about }: { context: string; name: string; description: string; labels: string[] },
): StixObject {
  return {
    type: 'grouping',
    id: idOf('grouping', of),
    spec_version: '2.1',
    created: at,
    modified: at,
    created_by_ref: by,
    ...about,
    ...(labels.length > 0 && { labels }),
    object_refs: [...new Set(refs)],
  };
}

function note(left: string, by: string, at: string): StixObject {
  return {
    type: 'note',
    id: idOf('note', canonicalJson(left)),
    spec_version: '2.1',
    created: at,
    modified: at,
    created_by_ref: by,
    content: says.left(left),
    object_refs: [by],
  };
}
