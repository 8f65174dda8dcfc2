/**
 * FollowTheMoney entities of a subgraph, one JSON a line, which OpenSanctions' tools and Aleph read: what is known of
 * each node in that model's terms, and a link for every relation.
 */
import { createHash } from 'node:crypto';
import type { GraphRelation } from '../../domain/answers.ts';
import { formatRef, type NodeRef } from '../../domain/graph.ts';
import type { NodeTypeName } from '../../domain/schema.ts';
import { isContext } from '../../domain/standing.ts';
import { words } from '../../domain/words/index.ts';
import type { WholeNode } from '../explore/whole-nodes.ts';
import { canonicalJson } from './canonical.ts';
import { asText, cite } from './tables.ts';

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
  const said = Object.entries(properties).map(([name, columns]): [string, string[]] => [
    name,
    columns.flatMap((column) => textsOf(node.values[column])),
  ]);
  const own = required[schema];
  return {
    id: idOf(node),
    properties: filled([
      ['name', [node.caption]],
      ...(own === undefined ? [] : [[own, [node.id]] as const]),
      ...said,
      ['topics', node.type === 'watchlist_entry' ? ['sanction'] : []],
      ['keywords', [node.type, ...(node.standing ? [node.standing] : [])]],
      [
        'notes',
        [
          `${formatRef(node)} ${cite(node.sources)}`.trim(),
          ...(isContext(node) ? [words.evidence.standing.contextAlone] : []),
        ],
      ],
    ]),
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
    properties: filled([
      ['subject', [idOf(from)]],
      ['object', [idOf(to)]],
      ['role', [says]],
      ['date', textsOf(at)],
      ['recordId', [key]],
      [
        'summary',
        [
          `${amount} ${derived ? `inferred (${type})` : ''}`.trim(),
          ...(isContext(relation) ? [words.evidence.standing.contextAlone] : []),
        ],
      ],
      ['description', [cite(sources)]],
    ]),
    schema: 'UnknownLink',
  };
}

function filled(said: readonly (readonly [string, readonly string[]])[]) {
  const properties: Record<string, string[]> = {};
  for (const [name, texts] of said) {
    const written = texts.map((text) => writtenAs(name, text.trim())).filter((text) => text !== '');
    if (written.length > 0) properties[name] = [...new Set(written)];
  }
  return properties;
}

/** As that model wants values of the property; empty where it could not read one, which the other files still hold. */
function writtenAs(property: string, text: string): string {
  if (/date$/i.test(property) || property === 'authoredAt') return text.replace(/(\.\d+)?Z$/, '');
  switch (property) {
    case 'country':
    case 'nationality':
      return text.toLowerCase();
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? text.toLowerCase() : '';
    case 'phone':
      return /^\+\d{6,15}$/.exec(text.replaceAll(/[\s().-]/g, ''))?.[0] ?? '';
    case 'website':
      return URL.canParse(text) && /^https?:/i.test(text) ? text : '';
    default:
      return text;
  }
}

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
