import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { hasHangul } from '../server/graph/names/scripts.ts';
import { readKorean } from '../server/graph/names/korean.ts';
import {
  kindOfSchema,
  sameNameScore,
  scoreNames,
  type NameKind,
} from '../server/graph/names/score.ts';
import { chineseHomonyms, koreanHomonyms, koreanSpellings, matchedShare } from './homonyms.ts';
import { measured, type Measured } from './intervals.ts';

export interface NamePairsQuality {
  threshold: number;
  f1: Record<'all' | 'organizations' | 'persons' | 'korean', Measured>;
  /** The half that was never looked at while the rules were written. */
  unseenHalf: Measured;
  /** Of names of different people that differ by a syllable: the share called one name. */
  homonyms: Record<'korean' | 'chinese', number>;
  /** Of spellings of one Korean name by two conventions: the share called one name. */
  spellings: number;
}

interface Judged {
  matched: boolean;
  truly: boolean;
  kind: NameKind;
  korean: boolean;
  unseen: boolean;
}

const homonyms = 3_000;

/** F1 on the labelled pairs of names in `folder` (cases.csv), and on homonyms; null where the folder is absent. */
export async function measureNamePairs(folder: string): Promise<NamePairsQuality | null> {
  const file = join(folder, 'cases.csv');
  if (!existsSync(file)) return null;
  const rows: Record<string, string>[] = parse(await readFile(file), { columns: true, bom: true });
  const judged = rows.map((row): Judged => {
    const [a, b] = [row['name1'] ?? '', row['name2'] ?? ''];
    const kind = kindOfSchema(row['schema']);
    return {
      matched: scoreNames(a, b, kind).score >= sameNameScore,
      truly: row['is_match'] === 'true',
      kind,
      korean: kind === 'person' && [a, b].every(isKorean),
      unseen: isUnseen(a, b),
    };
  });
  return {
    threshold: sameNameScore,
    f1: {
      all: f1(judged),
      organizations: f1(judged.filter(({ kind }) => kind === 'organization')),
      persons: f1(judged.filter(({ kind }) => kind === 'person')),
      korean: f1(judged.filter(({ korean }) => korean)),
    },
    unseenHalf: f1(judged.filter(({ unseen }) => unseen)),
    homonyms: {
      korean: matchedShare(koreanHomonyms(homonyms, 1)),
      chinese: matchedShare(chineseHomonyms(homonyms, 1)),
    },
    spellings: matchedShare(koreanSpellings(homonyms, 1)),
  };
}

const isKorean = (name: string) => hasHangul(name) || readKorean(name).length > 0;

function isUnseen(a: string, b: string): boolean {
  const pair = [a.toLowerCase(), b.toLowerCase()].sort().join('|');
  const hash = createHash('sha256').update(pair).digest('hex');
  return Number.parseInt(hash.slice(0, 8), 16) % 2 === 1;
}

function f1Of(judged: readonly Judged[]): number {
  const count = (matched: boolean, truly: boolean) =>
    judged.filter((each) => each.matched === matched && each.truly === truly).length;
  const right = count(true, true);
  return right === 0 ? 0 : (2 * right) / (2 * right + count(true, false) + count(false, true));
}

const f1 = (judged: readonly Judged[]) => measured(judged, f1Of);
