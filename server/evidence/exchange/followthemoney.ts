/**
 * FollowTheMoney entities of a subgraph, one JSON a line, which OpenSanctions' tools and Aleph read: what is known of
 * each node in that model's terms, and a link for every relation.
 */
import { createHash } from 'node:crypto';
import type { GraphRelation } from '../../../domain/answers.ts';
import { formatRef, type NodeRef } from '../../../domain/graph.ts';
import type { NodeTypeName } from '../../../domain/schema.ts';
import { isContext } from '../../../domain/standing.ts';
import { words } from '../../../domain/words/index.ts';
import type { WholeNode } from '../../graph/canvas/whole-nodes.ts';
import { canonicalJson } from '../../platform/canonical.ts';
import { accepted, inPieces } from './followthemoney-values.ts';
import { cite } from './tables.ts';
import { asText } from '../../platform/stored-text.ts';

interface Form {
  schema: string;
  /** Which columns say what, in the model's terms; the first of them that is filled counts where `name` is asked for. */
  properties: Readonly<Record<string, readonly string[]>>;
}

const about = { country: ['country'], address: ['address'], email: ['email'], phone: ['phone'] };

/** What has no schema of its own there is an asset: something that is used and can be shared. */
const forms: Readonly<Record<NodeTypeName, Form>> = {
  account: {
    schema: 'UserAccount',
    properties: {
      ...about,
      username: ['handle'],
      name: ['display_name', 'legal_name'],
      service: ['platform'],
    },
  },
  profile: {
    schema: 'UserAccount',
    properties: { ...about, name: ['name'], service: ['site'] },
  },
  person: {
    schema: 'Person',
    properties: {
      ...about,
      name: ['name'],
      alias: ['aliases'],
      birthDate: ['birth_date'],
      nationality: ['nationality'],
    },
  },
  company: {
    schema: 'Company',
    properties: {
      ...about,
      name: ['name'],
      alias: ['aliases'],
      registrationNumber: ['registration_number'],
      incorporationDate: ['incorporated_on'],
      dissolutionDate: ['dissolved_on'],
      website: ['website'],
    },
  },
  watchlist_entry: {
    schema: 'LegalEntity',
    properties: {
      name: ['name'],
      alias: ['aliases'],
      country: ['country'],
      address: ['addresses'],
      idNumber: ['identifiers'],
      program: ['programs'],
      publisher: ['list'],
    },
  },
  payment_account: {
    schema: 'BankAccount',
    properties: {
      name: ['holder_name'],
      bankName: ['provider'],
      accountType: ['kind'],
      currency: ['currency'],
      country: ['country'],
      openingDate: ['opened_at'],
      closingDate: ['closed_at'],
    },
  },
  document: {
    schema: 'Document',
    properties: {
      title: ['kind'],
      namesMentioned: ['name_on_document'],
      country: ['issuing_country'],
      authoredAt: ['submitted_at'],
    },
  },
  job: {
    schema: 'Project',
    properties: {
      name: ['title'],
      startDate: ['posted_at'],
      endDate: ['finished_at'],
      currency: ['currency'],
    },
  },
  website: { schema: 'Asset', properties: { name: ['url'] } },
  ip: { schema: 'Asset', properties: { country: ['country'] } },
  device: { schema: 'Asset', properties: {} },
  shipment: { schema: 'Asset', properties: { address: ['address'], country: ['country'] } },
  account_change: { schema: 'Note', properties: {} },
  known_shared: { schema: 'Note', properties: { description: ['reason'] } },
  label: { schema: 'Note', properties: {} },
};

/** What an entity of that schema must say. */
const required: Readonly<Record<string, string>> = {
  UserAccount: 'username',
  Document: 'fileName',
};

export function* followTheMoney(
  nodes: readonly WholeNode[],
  relations: readonly GraphRelation[],
): Generator<string> {
  for (const node of nodes) yield `${canonicalJson(entityOf(node))}\n`;
  for (const relation of relations) yield `${canonicalJson(linkOf(relation))}\n`;
}

function entityOf(node: WholeNode) {
  const { schema, properties } = formOf(node);
  const said = Object.entries(properties).flatMap(([name, columns]) =>
    columns.map((column): Said => ({ name, column, texts: textsOf(node.values[column]) })),
  );
  const own = required[schema];
  return {
    id: idOf(node),
    properties: filled(
      [
        { name: 'topics', texts: node.type === 'watchlist_entry' ? ['sanction'] : [] },
        { name: 'keywords', texts: [node.type, ...(node.standing ? [node.standing] : [])] },
        {
          name: 'notes',
          texts: [
            ...inPieces(`${formatRef(node)} ${cite(node.sources)}`.trim()),
            ...(isContext(node) ? [words.evidence.standing.contextAlone] : []),
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

/** Watchlists say whom they name, and wallets are not banks. */
function formOf({ type, values }: WholeNode): Form {
  const form = forms[type];
  if (type === 'watchlist_entry' && values['kind'] === 'person')
    return { ...form, schema: 'Person' };
  if (type === 'watchlist_entry' && values['kind'] === 'company')
    return { ...form, schema: 'Company' };
  if (type === 'payment_account' && values['kind'] === 'crypto')
    return {
      schema: 'CryptoWallet',
      properties: { name: ['holder_name'], currency: ['currency'], creationDate: ['opened_at'] },
    };
  return form;
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
            ...(isContext(relation) ? [words.evidence.standing.contextAlone] : []),
          ],
        },
        { name: 'description', texts: inPieces(cite(sources)) },
      ],
      'description',
    ),
    schema: 'UnknownLink',
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
