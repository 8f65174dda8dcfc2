import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { cutSlices, joined } from '../server/detection/derive/cut-texts.ts';
import { nearCopiesOf, type NearCopy } from '../server/detection/derive/near-copies.ts';
import { accountsAtOnce, type Text } from '../server/detection/derive/text-source.ts';
import { groupBy } from '../domain/group-by.ts';
import { peerSaid } from './python-peer.ts';
import { plantedTexts, type PlantedTexts } from './texts.ts';
import { computed, type Work } from './works.ts';

const peerSchema = z.object({
  seconds: z.number(),
  processor: z.number(),
  /** By the places of the texts, the earlier first. */
  pairs: z.array(z.tuple([z.int(), z.int()])),
});

/** Near copies among texts of so many accounts; `folder` is for what the peer reads. */
export async function copiesFound(accounts: number, folder: string): Promise<Work> {
  const planted = plantedTexts(accounts);
  const { texts, copies } = planted;
  const file = join(folder, 'texts.json');
  await writeFile(file, JSON.stringify(texts.map(({ text }) => text)));
  const peer = peerSaid('near_copies.py', [file], peerSchema);
  const { result: found, ...ours } = await computed(async () =>
    nearCopiesOf(joined((await cutSlices(slicesOf(texts))).parts)),
  );
  const theirs = new Set(peer.pairs.map(([of, copy]) => `${of} ${copy}`));
  return {
    ...{
      what: 'near copies among texts',
      seconds: ours.seconds,
      rows: texts.length,
      aim: { ratio: 0.2 },
    },
    beside: { what: 'MinHash LSH of `datasketch`', seconds: peer.seconds },
    processor: { ours: ours.processor, beside: peer.processor },
    note: `${count(texts.length)} texts of random words, ${count(copies.length)} of them another account’s with up to a fifth of its words changed. Skein found ${recall(planted, pairsOf(planted, found))} of these, \`datasketch\` ${recall(planted, theirs)}, with the same bands and the same least likeness, from texts in memory: \`datasketch\` in its one thread, Skein cutting the texts in as many as there are cores.`,
  };
}

/** As a run reads them, some accounts' after the other. */
function slicesOf(texts: readonly Text[]): Text[][] {
  const accounts = [...groupBy(texts, ({ account }) => account).values()];
  return Array.from({ length: Math.ceil(accounts.length / accountsAtOnce) }, (_, nth) =>
    accounts.slice(nth * accountsAtOnce, (nth + 1) * accountsAtOnce).flat(),
  );
}

function pairsOf({ texts }: PlantedTexts, found: readonly NearCopy[]): Set<string> {
  const placeOf = new Map(texts.map(({ id }, place) => [id, place]));
  return new Set(
    found.flatMap(({ uses }) =>
      uses.from.flatMap((from) =>
        uses.to.map((to) =>
          [placeOf.get(from.id)!, placeOf.get(to.id)!].sort((x, y) => x - y).join(' '),
        ),
      ),
    ),
  );
}

function recall({ copies }: PlantedTexts, pairs: ReadonlySet<string>): string {
  const hit = copies.filter((pair) => pairs.has(pair.join(' '))).length;
  return `${((100 * hit) / copies.length).toFixed(1)} %`;
}

const count = (value: number) => value.toLocaleString('en');
