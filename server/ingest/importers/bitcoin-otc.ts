import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { messages } from '../../../domain/messages/index.ts';
import { CsvRecords, type RawRecord } from '../load/csv.ts';
import { exactCsvLine } from '../../../domain/csv-line.ts';
import { physicalLines } from '../load/lines.ts';
import { namedBytes, utf8Bytes } from '../load/table.ts';
import { writeOwnFile } from '../../platform/own-file.ts';
import { InvalidDataError, UsageError } from '../../platform/problems.ts';

/** What an import made. */
export interface BitcoinOtcImport {
  folder: string;
  accounts: number;
  ratings: number;
  labels: number;
}

const text = messages.load.bitcoinOtc;

/** As SNAP publishes the ratings, and under the plain name. */
const ratingFiles = /^(ratings|soc-sign-bitcoinotc)\.csv(\.gz)?$/i;
const truthFiles = /^ground-truth\.csv(\.gz)?$/i;
/** People of Bitcoin-OTC rate each other from −10 to 10. */
const scale = { min: -10, max: 10 };

/**
 * Turns the Bitcoin-OTC web of trust into a dataset folder: `accounts.csv`, `ratings.csv` and, where a
 * `ground-truth.csv` lies beside it, `labels.csv`, which is for measuring alone. No file has a header row.
 * Throws UsageError when the ratings are not there, InvalidDataError with file and line for a bad row.
 */
export async function importBitcoinOtc(source: string, out: string): Promise<BitcoinOtcImport> {
  const names = await readdir(source).catch(() => {
    throw new UsageError(messages.load.folder.noFolder(source));
  });
  const ratingsFile = names.sort().find((name) => ratingFiles.test(name));
  if (ratingsFile === undefined) throw new UsageError(text.noFile(source));
  const truthFile = names.find((name) => truthFiles.test(name));
  const ratings = await readRatings(join(source, ratingsFile));
  const labels = truthFile === undefined ? [] : await readLabels(join(source, truthFile));

  const accounts = new Set(ratings.flatMap(({ from, to }) => [from, to]));
  for (const { account } of labels) accounts.add(account);
  await mkdir(out, { recursive: true });
  await writeOwnFile(join(out, 'accounts.csv'), accountsCsv([...accounts]));
  await writeOwnFile(join(out, 'ratings.csv'), ratingsCsv(ratings));
  if (truthFile !== undefined) await writeOwnFile(join(out, 'labels.csv'), labelsCsv(labels));
  return { folder: out, accounts: accounts.size, ratings: ratings.length, labels: labels.length };
}

interface Rating {
  from: string;
  to: string;
  score: number;
  at: string;
}

async function readRatings(path: string): Promise<Rating[]> {
  const ratings: Rating[] = [];
  for await (const { cells, line } of records(path, 4)) {
    const [from = '', to = '', score = '', at = ''] = cells;
    const seconds = Number(at);
    const given = Number(score);
    if (from === '' || to === '')
      throw new InvalidDataError(text.badRow(path, line, text.noPerson));
    if (score === '' || !Number.isInteger(given) || given < scale.min || given > scale.max)
      throw new InvalidDataError(text.badRow(path, line, text.badScore(score)));
    if (at === '' || !Number.isFinite(seconds) || seconds < 0)
      throw new InvalidDataError(text.badRow(path, line, text.badTime(at)));
    ratings.push({ from, to, score: given, at: new Date(seconds * 1_000).toISOString() });
  }
  return ratings;
}

interface Label {
  account: string;
  honest: boolean;
}

async function readLabels(path: string): Promise<Label[]> {
  const labels: Label[] = [];
  for await (const { cells, line } of records(path, 2)) {
    const [account = '', mark = ''] = cells;
    const value = Number(mark);
    if (account === '' || Math.abs(value) !== 1)
      throw new InvalidDataError(text.badRow(path, line, text.badLabel(mark)));
    labels.push({ account, honest: value > 0 });
  }
  return labels;
}

async function* records(path: string, columns: number): AsyncGenerator<RawRecord> {
  const chunks = utf8Bytes(namedBytes(path));
  const reader = new CsvRecords();
  for await (const lines of physicalLines(chunks))
    yield* checked(reader.push(lines), path, columns);
  yield* checked(reader.end(), path, columns);
}

function* checked(found: readonly RawRecord[], path: string, columns: number) {
  for (const record of found) {
    const fault =
      record.problem ??
      (record.cells.length === columns
        ? null
        : messages.load.row.cellCount(record.cells.length, columns, record.line, record.lastLine));
    if (fault !== null) throw new InvalidDataError(text.badRow(path, record.line, fault));
    yield { ...record, cells: record.cells.map((cell) => cell.trim()) };
  }
}

/** The numbers of the people, with where they are from, so that no other data set has them. */
const idOf = (person: string) => `otc-${person}`;

function accountsCsv(people: readonly string[]): string {
  const lines = people.map(idOf).sort();
  return [['account_id', 'platform', 'role'], ...lines.map((id) => [id, 'bitcoin-otc', 'both'])]
    .map(exactCsvLine)
    .join('');
}

/** A person rates another once; a second rating of the same pair, should a copy hold one, gets its time. */
function ratingsCsv(ratings: readonly Rating[]): string {
  const columns = [
    'rating_id',
    'from_account_id',
    'to_account_id',
    'score',
    'scale_min',
    'scale_max',
    'rated_at',
  ];
  const lines = ratings.map(({ from, to, score, at }) => [
    `otc-${from}-${to}-${at}`,
    idOf(from),
    idOf(to),
    String(score),
    String(scale.min),
    String(scale.max),
    at,
  ]);
  return [columns, ...lines].map(exactCsvLine).join('');
}

function labelsCsv(labels: readonly Label[]): string {
  const lines = labels.map(({ account, honest }) => [
    idOf(account),
    honest ? 'benign' : 'operator',
    honest ? 'otc-trusted' : 'otc-distrusted',
  ]);
  return [['account_id', 'role', 'kind'], ...lines].map(exactCsvLine).join('');
}
