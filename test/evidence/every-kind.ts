import { nodeTypes, type NodeRef } from '../../domain/schema/graph.ts';
import type { WholeNode } from '../../server/graph/canvas/whole-nodes.ts';
import { exhibit, type SmallExhibit } from './exhibits.ts';

/** What rows of each type say; ids are the type's own name where nothing else is asked for. */
const rows: Partial<Record<NodeRef['type'], { id?: string; values: Record<string, unknown> }>> = {
  account: {
    values: {
      handle: 'mira',
      display_name: 'Mira Holt',
      legal_name: 'Mira Anne Holt',
      platform: 'Gigboard',
      email: 'Mira@Example.org',
      phone: '+1 (202) 555-0175',
      country: 'US',
      created_at: '2023-02-03T04:05:06Z',
    },
  },
  ip: { id: '198.51.100.7', values: { country: 'DE' } },
  device: { values: { os: 'Linux' } },
  payment_account: {
    values: {
      kind: 'crypto',
      holder_name: 'M. Holt',
      currency: 'EUR',
      opened_at: '2023-01-01T00:00:00Z',
    },
  },
  document: {
    values: { kind: 'resume', sha256: 'c'.repeat(64), submitted_at: '2023-03-01T00:00:00Z' },
  },
  job: { values: { title: 'A shop', currency: 'EUR', posted_at: '2023-03-01T00:00:00Z' } },
  profile: { values: { site: 'elsewhere', name: 'Mira' } },
  website: { id: 'https://holt.example', values: { status: 'live' } },
  company: {
    values: {
      name: 'Holt Ltd',
      registration_number: '77',
      incorporated_on: '2020-05-06',
      country: 'GB',
    },
  },
  person: { values: { name: 'Mira Holt', aliases: ['M. Holt'], birth_date: '1990-01-02' } },
  watchlist_entry: {
    values: {
      list: 'OFAC-SDN',
      name: 'Some One',
      kind: 'person',
      programs: ['DPRK3'],
      country: 'KP',
    },
  },
};

/** What FollowTheMoney's own validation refuses where it would stand, by column. */
export const refusedValues: Partial<Record<NodeRef['type'], Readonly<Record<string, string>>>> = {
  account: {
    // Kept for fiction, of no country, of an unknown one, and more than a number.
    phone: '+44 7700 900123',
    email: 'nobody@-nowhere',
    country: 'XX',
    address: 'Long street, '.repeat(30).trim(),
    display_name: 'n'.repeat(400),
  },
  profile: { phone: '0171 5550175', email: 'a b@example.org' },
  person: { phone: '+1 202 555 0175 ext. 5', birth_date: '0950-01-01', nationality: 'ZZ' },
  company: {
    phone: '+999 123456',
    website: 'https://a..b/',
    registration_number: '7'.repeat(65),
    incorporated_on: '2023-02-30',
  },
  document: { submitted_at: 'yesterday', kind: 'k'.repeat(1_100) },
};

/** The small exhibit with one node of every type instead, each tied to the account. */
export function everyKind(): SmallExhibit {
  const nodes = nodeTypes.map(({ type }): WholeNode => {
    const { id = type, values } = rows[type] ?? { values: {} };
    return {
      type,
      id,
      caption: `the ${type}`,
      stub: false,
      score: null,
      cluster_id: null,
      degree: 1,
      values,
      extra: {},
      earlier: [],
      sources: [{ file: `${type}.csv`, sha256: 'd'.repeat(64), line: 2 }],
    };
  });
  const [account, ...others] = nodes;
  const relations = others.map(({ type, id, sources }) => ({
    key: `TIED|${type}`,
    type: 'links',
    from: { type: account!.type, id: account!.id },
    to: { type, id },
    says: 'is linked to',
    at: '2023-04-05T06:07:08.000Z',
    derived: false,
    values: { amount: 12.5, currency: 'EUR' },
    sources,
  }));
  const [finding] = exhibit().findings;
  const found = { ...finding!, accounts: [account!.id], nodes: [account!, nodes[1]!].map(refOf) };
  return {
    ...exhibit(),
    nodes,
    relations,
    findings: [found],
    judgements: [],
    as_of: '2023-05-01T00:00:00.000Z',
  };
}

function refOf({ type, id }: NodeRef): NodeRef {
  return { type, id };
}
