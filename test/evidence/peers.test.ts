/** Bundles as programs of others read them: BagIt's, NetworkX, STIX 2 and FollowTheMoney, all in Python. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatRef } from '../../domain/graph.ts';
import { peersPython } from '../../setup/peers.mjs';
import { packed, temporaryFolder } from './bundles.ts';
import { exhibit } from './exhibits.ts';
import { everyKind } from './every-kind.ts';
import { unpackedIn } from './unpacked.ts';

interface Read {
  bagit: boolean;
  graphml: Counted;
  gexf: Counted;
  stix: { types: Record<string, number>; twice: number; dangling: string[] };
  followthemoney: { schemata: Record<string, number>; lost: unknown[]; incomplete: unknown[] };
}

interface Counted {
  nodes: number;
  edges: number;
  names: Record<string, string | null>;
}

const script = fileURLToPath(new URL('peers.py', import.meta.url));

async function readByOthers(of = exhibit()): Promise<Read> {
  const folder = await unpackedIn(await temporaryFolder(), (await packed(of)).bytes);
  const said = execFileSync(peersPython(), [script, folder], { encoding: 'utf8' });
  return JSON.parse(said) as Read;
}

describe.each([
  ['with hostile values', exhibit()],
  ['with a node of every type', everyKind()],
])('a bundle %s', (_, of) => {
  const { nodes, relations, findings } = of;

  it('is a valid bag, and the same graph in every form', async () => {
    const read = await readByOthers(of);
    expect(read.bagit).toBe(true);
    for (const graph of [read.graphml, read.gexf]) {
      expect(graph).toMatchObject({ nodes: nodes.length, edges: relations.length });
      expect(Object.keys(graph.names).sort()).toEqual(nodes.map(formatRef).sort());
    }

    expect(read.stix).toMatchObject({ twice: 0, dangling: [] });
    expect(read.stix.types['grouping']).toBe(findings.length);

    const { schemata, lost, incomplete } = read.followthemoney;
    expect({ lost, incomplete }).toEqual({ lost: [], incomplete: [] });
    expect(schemata['UnknownLink']).toBe(relations.length);
    const entities = Object.values(schemata).reduce((sum, count) => sum + count, 0);
    expect(entities).toBe(nodes.length + relations.length);
  }, 60_000);
});

it('has a form of its own for what the others know, and says what they do not', async () => {
  const { stix, followthemoney } = await readByOthers(everyKind());
  expect(stix.types).toMatchObject({
    'user-account': 2,
    'ipv4-addr': 1,
    url: 1,
    file: 1,
    infrastructure: 1,
    // Skein itself, a person, a company and a watchlist entry.
    identity: 4,
    note: 1,
  });
  expect(followthemoney.schemata).toMatchObject({
    UserAccount: 2,
    Person: 2,
    Company: 1,
    CryptoWallet: 1,
    Document: 1,
    Project: 1,
  });
}, 60_000);
