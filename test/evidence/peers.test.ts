/** Bundles as programs of others read them: BagIt's, NetworkX, STIX 2 and FollowTheMoney, all in Python. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatRef } from '../../domain/schema/graph.ts';
import { packed, temporaryFolder } from './bundles.ts';
import { exhibit } from './exhibits.ts';
import { everyKind, refusedValues } from './every-kind.ts';
import { bundleRead, exchanged, exchangeRead, type BundleRead } from './peers.ts';
import { unpackedIn } from './unpacked.ts';

async function readByOthers(of = exhibit()): Promise<BundleRead> {
  const folder = await unpackedIn(await temporaryFolder(), (await packed(of)).bytes);
  return bundleRead(folder);
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

    const { schemata, ...faults } = read.followthemoney;
    expect(faults).toEqual({ lost: [], incomplete: [], invalid: [] });
    expect(schemata['UnknownLink']).toBe(relations.length);
    const entities = Object.values(schemata).reduce((sum, count) => sum + count, 0);
    expect(entities).toBe(nodes.length + relations.length);
  });
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
});

it('holds what FollowTheMoney refuses in the notes of its entity, as it was', async () => {
  const of = everyKind();
  const nodes = of.nodes.map((node) => ({
    ...node,
    values: { ...node.values, ...refusedValues[node.type] },
  }));
  const data = await temporaryFolder();
  await exchanged({ ...of, nodes }, data);
  const [read] = exchangeRead([data]);
  const { lost, incomplete, invalid } = read!.followthemoney;
  expect({ lost, incomplete, invalid }).toEqual({ lost: [], incomplete: [], invalid: [] });
  const text = await readFile(join(data, 'followthemoney.json'), 'utf8');
  const entities = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { properties: Record<string, string[]> });
  for (const [type, values] of Object.entries(refusedValues)) {
    const { properties } = entities.find((one) => one.properties['keywords']?.includes(type))!;
    for (const [column, value] of Object.entries(values)) {
      expect(properties['notes'], `${type}.${column}`).toContain(`${column}: ${value}`);
      const elsewhere = Object.entries(properties).filter(([name]) => name !== 'notes');
      expect(elsewhere.flatMap(([, texts]) => texts)).not.toContain(value);
    }
  }
});
