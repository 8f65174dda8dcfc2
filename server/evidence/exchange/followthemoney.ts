/**
 * FollowTheMoney entities of a subgraph, one JSON a line, which OpenSanctions' tools and Aleph read: what is known of
 * each node in that model's terms, and a link for every relation.
 */
import { createHash } from 'node:crypto';
import type { GraphRelation } from '../../../domain/answers.ts';
import { formatRef, nodeType, type NodeRef } from '../../../domain/schema/graph.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import type {
  FollowTheMoney,
  FollowTheMoneyForm,
} from '../../../domain/schema/follow-the-money.ts';
import { isContext } from '../../../domain/standing.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { WholeNode } from '../../graph/canvas/whole-nodes.ts';
import { canonicalJson } from '../../platform/canonical.ts';
import { accepted, inPieces } from './followthemoney-values.ts';
import { leftTypes } from './left-types.ts';
import { cite } from './tables.ts';
import { asText } from '../../platform/stored-text.ts';

/** What an entity of that schema must say. */
const required: Readonly<Record<string, string>> = {
  UserAccount: 'username',
  Document: 'fileName',
};

export function* followTheMoney(
  nodes: Iterable<WholeNode>,
  relations: Iterable<GraphRelation>,
): Generator<string> {
  const left = new Map<NodeTypeName, number>();
  for (const node of nodes) {
    const declared = nodeType(node.type).followTheMoney;
    if (declared) yield `${canonicalJson(entityOf(node, declared))}\n`;
    else left.set(node.type, (left.get(node.type) ?? 0) + 1);
  }
  for (const relation of relations)
    if (!left.has(relation.from.type) && !left.has(relation.to.type))
      yield `${canonicalJson(linkOf(relation))}\n`;
  if (left.size > 0) yield `${canonicalJson(noteOf([...left]))}\n`;
}

function entityOf(node: WholeNode, declared: FollowTheMoney) {
  const { schema, properties } = formOf(node, declared);
  const said = Object.entries<readonly string[]>(properties).flatMap(([name, columns]) =>
    columns.map((column): Said => ({ name, column, texts: textsOf(node.values[column]) })),
  );
  const own = required[schema];
  return {
    id: idOf(node),
    properties: filled(
      [
        { name: 'topics', texts: declared.topics ?? [] },
        { name: 'keywords', texts: [node.type, ...(node.standing ? [node.standing] : [])] },
        {
          name: 'notes',
          texts: [
            ...inPieces(`${formatRef(node)} ${cite(node.sources)}`.trim()),
            ...(isContext(node) ? [messages.evidence.standing.contextAlone] : []),
          ],
        },
        ...said,
      ],
      'notes',
      { name: node.caption, ...(own === undefined ? {} : { [own]: node.id }) },
    ),
    schema,
  };
}

/** Some values ask for another form: watchlists say whom they name, and wallets are not banks. */
function formOf({ values }: WholeNode, declared: FollowTheMoney): FollowTheMoneyForm {
  const value = declared.by && asText(values[declared.by.column]);
  return (value !== undefined && declared.by?.forms[value]) || declared;
}

function linkOf(relation: GraphRelation) {
  const { key, from, to, says, at, values, sources, derived, type } = relation;
  const amount =
    values['amount'] === undefined
      ? ''
      : `${asText(values['amount'])} ${asText(values['currency'])}`;
  return {
    id: `skein-${digest(key)}`,
    properties: filled(
      [
        { name: 'subject', texts: [idOf(from)] },
        { name: 'object', texts: [idOf(to)] },
        { name: 'role', texts: [says] },
        { name: 'date', column: 'at', texts: textsOf(at) },
        { name: 'recordId', column: 'key', texts: [key] },
        {
          name: 'summary',
          texts: [
            `${amount} ${derived ? `inferred (${type})` : ''}`.trim(),
            ...(isContext(relation) ? [messages.evidence.standing.contextAlone] : []),
          ],
        },
        { name: 'description', texts: inPieces(cite(sources)) },
      ],
      'description',
    ),
    schema: 'UnknownLink',
  };
}

/** What is not written there is said. */
function noteOf(left: readonly (readonly [NodeTypeName, number])[]) {
  const said = messages.evidence.followTheMoney.left(leftTypes(left));
  return {
    id: `skein-${digest(said)}`,
    properties: { name: ['Skein'], description: [said] },
    schema: 'Note',
  };
}

/** What a property is to hold; `column` is what its texts are called where they cannot stand in it. */
interface Said {
  name: string;
  column?: string;
  texts: readonly string[];
}

/**
 * What that model could not hold where it is asked to stands in `rest`, as it was and by the name of its column: it is
 * not left out. `otherwise` is what a property says that nothing else fills; `rest` has it in full.
 */
function filled(
  said: readonly Said[],
  rest: string,
  otherwise: Readonly<Record<string, string>> = {},
): Record<string, string[]> {
  const properties = new Map<string, Set<string>>();
  const add = (name: string, text: string) => {
    properties.set(name, (properties.get(name) ?? new Set()).add(text));
  };
  for (const { name, column, texts } of said)
    for (const text of texts.map((each) => each.trim()).filter((each) => each !== '')) {
      const value = accepted(name, text);
      if (value !== null) add(name, value);
      else for (const piece of inPieces(`${column ?? name}: ${text}`)) add(rest, piece);
    }
  for (const [name, text] of Object.entries(otherwise))
    if (!properties.has(name) && text.trim() !== '') add(name, text.trim().slice(0, longestCall));
  return Object.fromEntries([...properties].map(([name, values]) => [name, [...values]]));
}

/** Of what an entity is called where nothing else says it: every name may be so long. */
const longestCall = 300;

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(asText);
  return value === null || value === undefined ? [] : [asText(value)];
}

function idOf(ref: NodeRef): string {
  return `skein-${digest(formatRef(ref))}`;
}

/** Ids there must not hold what ours may. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 40);
}
