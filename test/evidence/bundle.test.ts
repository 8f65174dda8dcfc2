import { createHash } from 'node:crypto';
import { fromBufferPromise } from 'yauzl';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { exhibit, hostile, occasion } from './exhibits.ts';
import { packed } from './bundles.ts';

/** As a library that knows nothing of our form reads it. */
async function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(bytes);
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return files;
}

describe('an evidence bundle', () => {
  test('is a BagIt 1.0 bag below one folder', async () => {
    const files = await unzip((await packed()).bytes);
    const names = [...files.keys()];
    expect(names.every((name) => name.startsWith('skein-cluster-C-1/'))).toBe(true);
    expect(names).toEqual(names.toSorted());
    const manifest = files.get('skein-cluster-C-1/manifest-sha256.txt')!.toString();
    const listed = manifest
      .trimEnd()
      .split('\n')
      .map((line) => line.split('  '));
    const payload = names.filter((name) => name.startsWith('skein-cluster-C-1/data/'));
    expect(listed.map(([, name]) => `skein-cluster-C-1/${name}`)).toEqual(payload);
    for (const [digest, name] of listed) {
      const bytes = files.get(`skein-cluster-C-1/${name}`)!;
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(digest);
    }
  });

  test('has the same bytes twice, and the same payload whoever exports it and whenever', async () => {
    const first = await packed();
    expect((await packed()).bytes.equals(first.bytes)).toBe(true);
    const other = await packed(exhibit(), {
      ...occasion,
      by: 'other',
      at: '2027-01-01T00:00:00Z',
      reason: null,
    });
    expect(other.digest).toBe(first.digest);
    expect(other.bytes.equals(first.bytes)).toBe(false);
    const changed = exhibit();
    const grown = await packed({ ...changed, omitted: 1 });
    expect(grown.digest).not.toBe(first.digest);
  });

  test('what analysts judged is a file of its own, and none where nobody judged', async () => {
    const name = 'skein-cluster-C-1/data/judgements.ndjson';
    const judged = await unzip((await packed()).bytes);
    const [judgement] = exhibit().judgements;
    expect(JSON.parse(judged.get(name)!.toString())).toEqual(judgement);
    const page = judged.get('skein-cluster-C-1/data/report.html')!.toString();
    expect(page).toContain(messages.judgements.evidence.title);
    const unjudged = await unzip((await packed({ ...exhibit(), judgements: [] })).bytes);
    expect(unjudged.has(name)).toBe(false);
    expect(unjudged.get('skein-cluster-C-1/data/report.html')!.toString()).not.toContain(
      messages.judgements.evidence.title,
    );
  });

  test('a reason with a line break makes no tag of its own', async () => {
    const files = await unzip((await packed()).bytes);
    const info = files.get('skein-cluster-C-1/bag-info.txt')!.toString();
    const tags = info.match(/^[^:\n]+(?=: )/gm);
    expect(tags?.filter((tag) => tag === 'Payload-Oxum')).toHaveLength(1);
    expect(info).toContain('Internal-Sender-Description: asked for Payload-Oxum: 0.0\n');
  });

  test('source rows stand word for word, and no file of it names who exported', async () => {
    const files = await unzip((await packed()).bytes);
    const rows = files
      .get('skein-cluster-C-1/data/source-rows.ndjson')!
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { text: string });
    expect(rows.map((row) => row.text)).toEqual(exhibit().rows.map((row) => row.text));
    const payload = [...files].filter(([name]) => name.includes('/data/'));
    expect(payload.filter(([, bytes]) => bytes.includes(occasion.by))).toEqual([]);
    const subgraph = JSON.parse(files.get('skein-cluster-C-1/data/subgraph.json')!.toString()) as {
      nodes: { values: Record<string, string> }[];
    };
    expect(subgraph.nodes[0]?.values['address']).toBe(hostile.long);
  });
});
