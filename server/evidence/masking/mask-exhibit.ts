/** An exhibit with pseudonyms in the place of the personal values that it is asked not to show. */
import type { GraphRelation } from '../../../domain/answers.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { exactCsvLine } from '../../../domain/csv-line.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { CellKind } from '../../../domain/schema/cell-kinds.ts';
import type { MaskKind } from '../../../domain/schema/masks.ts';
import type { Column } from '../../../domain/schema/schema.ts';
import type { Exhibit, ExhibitRow } from '../exhibit/exhibit.ts';
import type { WholeNode } from '../../graph/canvas/whole-nodes.ts';
import type { Scratch } from '../../platform/scratch.ts';
import { ScratchList, SortedScratchList } from '../../platform/scratch-list.ts';
import { formatOf } from '../../ingest/load/table.ts';
import { maskAdditions } from './mask-additions.ts';
import { columnsOfFile, personalValues } from './personal-values.ts';
import { pseudonyms, type Pseudonyms } from './pseudonyms.ts';
import { retitled } from './retitled.ts';

/** What of an exhibit the program says, not the data: a value that reads alike is no reason to change it. */
const programs = new Set([
  'amount',
  'at',
  'detector',
  'detectors',
  'first_seen',
  'indicators',
  'kind',
  'language',
  'last_seen',
  'month',
  'possible_role',
  'queries',
  'settings',
  'sha256',
  'standing',
  'type',
  'verdict',
]);

/**
 * `texts` are others that go into the bundle; they come back masked too. What is masked lies in the scratch. In the language in
 * force, which is to be the exhibit's.
 */
export async function maskExhibit<T extends object>(
  exhibit: Exhibit,
  kinds: readonly MaskKind[],
  key: Buffer,
  texts: T,
  scratch: Scratch,
): Promise<{ exhibit: Exhibit; texts: T }> {
  if (kinds.length === 0) return { exhibit, texts };
  const names = pseudonyms(personalValues(exhibit, kinds), key);
  const plain = exhibit.findings.map(withoutDigests);
  const findings = await retitled(
    plain,
    plain.map((finding) => replacedIn(finding, names)),
  );
  const { nodes, relations, rows, ...rest } = exhibit;
  const maskedNodes = new SortedScratchList<WholeNode>(scratch, formatRef);
  for (const node of nodes) maskedNodes.push(replacedIn(node, names));
  const maskedRelations = new SortedScratchList<GraphRelation>(scratch, ({ key }) => key);
  for (const relation of relations) maskedRelations.push(replacedIn(relation, names));
  const maskedRows = new ScratchList<ExhibitRow>(scratch.file());
  for (const row of rows) maskedRows.push(maskedRow(row, names));
  return {
    exhibit: {
      ...replacedIn(rest, names),
      findings,
      ...(exhibit.additions
        ? { additions: replacedIn(maskAdditions(exhibit.additions), names) }
        : {}),
      masked: names.counts,
      nodes: maskedNodes.sorted(),
      relations: maskedRelations.sorted(),
      rows: maskedRows,
    },
    texts: replacedIn(texts, names),
  };
}

/** Whoever guesses a masked value could try it against the digests of rows. */
function withoutDigests(finding: Finding): Finding {
  const told = { ...finding };
  delete told.rests_on;
  return told;
}

/** Every text in it, however deep; of names only those of columns that the schema does not know, and of nodes. */
function replacedIn<T>(value: T, names: Pseudonyms, own = false): T {
  if (typeof value === 'string') return names.replaceIn(value) as T;
  if (Array.isArray(value)) return value.map((item) => replacedIn<unknown>(item, names)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, part]): [string, unknown] => [
    own ? names.replaceIn(name) : name,
    programs.has(name) && !own ? part : replacedIn<unknown>(part, names, ofData.has(name)),
  ]);
  return Object.fromEntries(entries) as T;
}

/** Records whose names come from the data. */
const ofData = new Set(['extra', 'places']);

/** A row that holds a masked value is written anew from its cells, and says so: it is no longer word for word. */
function maskedRow(row: ExhibitRow, names: Pseudonyms): ExhibitRow {
  const columns = columnsOfFile(row.file);
  const cells = row.cells.map(({ column, value }) => ({
    column: names.replaceIn(column),
    value: maskedCell(value, columns[column], names),
  }));
  const same = cells.every(
    ({ column, value }, index) =>
      column === row.cells[index]?.column && value === row.cells[index].value,
  );
  return same ? row : { ...row, cells, text: rewritten(row.file, cells), masked: true };
}

function maskedCell(value: string, column: Column | undefined, names: Pseudonyms): string {
  if (isFigure(column)) return value;
  const parts = column?.kind === 'list' ? value.split('|') : [value];
  return parts.map(names.replaceIn).join('|');
}

/** An amount, a score or a time is nobody's, though it read like an id that is a number. */
function isFigure(column: Column | undefined): boolean {
  return column !== undefined && column.mask === undefined && figures.has(column.kind);
}

const figures = new Set<CellKind>(['country', 'currency', 'decimal', 'enum', 'integer', 'time']);

function rewritten(file: string, cells: ExhibitRow['cells']): string {
  return formatOf(file)?.format === 'ndjson'
    ? JSON.stringify(Object.fromEntries(cells.map(({ column, value }) => [column, value])))
    : exactCsvLine(cells.map(({ value }) => value)).trimEnd();
}
