/** What a bundle says that it holds is what it holds; and its JSON is written in one way alone. */
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { canonicalJson } from '../../server/platform/canonical.ts';
import { withLocale } from '../../server/platform/locale.ts';
import { textFile } from '../../server/platform/bag-file.ts';
import type { Exhibit } from '../../server/evidence/exhibit/exhibit.ts';
import { packedPart } from '../custody/bundled.ts';
import { packed, signer } from './bundles.ts';
import { exhibit, fullExhibit, occasion } from './exhibits.ts';

type Files = ReadonlyMap<string, string>;

async function filesOf(of: Exhibit): Promise<Files> {
  const custody = textFile('custody.json', canonicalJson(await packedPart()));
  const stamp = () => Promise.resolve(Buffer.from('a timestamp'));
  const { bytes } = await packed(of, occasion, signer, stamp, [custody]);
  const zip = await fromBufferPromise(bytes);
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const text = (await buffer(await zip.openReadStreamPromise(entry))).toString();
    files.set(entry.fileName.slice(entry.fileName.indexOf('/') + 1), text);
  }
  return files;
}

/** What the report's page lists, in its two lists: of the folder data, and beside it. */
function listed(files: Files): [string[], string[]] {
  const page = files.get('data/report.html')!;
  const section = /<section id="contents"[^]*?<\/section>/.exec(page)![0];
  const lists = section.split('</dl>').slice(0, 2);
  const [inData, beside] = lists.map((list) =>
    [...list.matchAll(/<dt>(?:<bdi>)?([^<]+)</g)].flatMap(([, names]) => names!.split(', ')),
  );
  return [inData!, beside!];
}

describe.each(['en', 'fr'] as const)('in %s, what is in this bundle', (language) => {
  let kept: Promise<{ whole: Files; least: Files }> | null = null;

  /** With all that a bundle may hold, and with no more than each does. */
  async function made() {
    const whole = await filesOf({ ...fullExhibit(), language });
    return { whole, least: await filesOf({ ...exhibit(), judgements: [], language }) };
  }
  const bundles = () => (kept ??= made());

  it('is every file of it, once, and nothing else', async () => {
    for (const files of Object.values(await bundles())) {
      const [inData, beside] = listed(files);
      const covered = [...files.keys()].map((name) => {
        const isData = name.startsWith('data/');
        const [own, under] = isData ? [inData, name.slice(5)] : [beside, name];
        const by = own.filter((each) =>
          each.endsWith('/') ? under.startsWith(each) : under === each,
        );
        expect(by, name).toHaveLength(1);
        return isData ? `data/${by[0]!}` : by[0]!;
      });
      const all = [...inData.map((name) => `data/${name}`), ...beside];
      expect(all.sort()).toEqual([...new Set(covered)].sort());
    }
  });

  it('is all that words have, where the data have it', async () => {
    const { whole, least } = await bundles();
    const { contentsOf, besideOf } = withLocale(language, () => messages.evidence.page);
    const [inData, beside] = listed(whole);
    expect(inData).toEqual(contentsOf.flatMap(({ files }) => files));
    expect(beside).toEqual(besideOf.flatMap(({ files }) => files));
    expect(listed(least)[0]).not.toContain('judgements.ndjson');
  });

  it('is canonical JSON (RFC 8785), wherever it is JSON', async () => {
    const { whole } = await bundles();
    const json = [...whole].filter(([name]) => /\.(?:nd)?json$/.test(name));
    expect(json.length).toBeGreaterThan(12);
    for (const [name, text] of json) {
      const isLines = name.endsWith('.ndjson') || name === 'data/followthemoney.json';
      if (isLines) expect(text.endsWith('\n'), name).toBe(true);
      for (const each of isLines ? text.slice(0, -1).split('\n') : [text])
        expect(canonicalJson(JSON.parse(each)) === each, name).toBe(true);
    }
  });
});
