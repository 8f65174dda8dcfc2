/** The payload of a bundle: what each file of it is made from. */
import { createHash } from 'node:crypto';
import type { Language } from '../../../domain/messages/language.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { textFile, type BagFile } from '../../platform/bag-file.ts';
import { canonicalJson } from '../../platform/canonical.ts';
import { withLocale } from '../../platform/locale.ts';
import { accountsShown } from '../exhibit/accounts-shown.ts';
import type { Exhibit, ExhibitDetector } from '../exhibit/exhibit.ts';
import type { Scope } from '../../../domain/evidence-scope.ts';
import { addedGraph } from '../exchange/additions.ts';
import { keysOfGraph } from '../exchange/attributes.ts';
import { followTheMoney } from '../exchange/followthemoney.ts';
import { gexf } from '../exchange/gexf.ts';
import { graphml } from '../exchange/graphml.ts';
import { stix } from '../exchange/stix.ts';
import { narrative } from '../narrative/narrative.ts';
import { reportHtml } from '../../platform/document/html-writer.ts';
import { reportPdf } from '../../platform/document/pdf-writer.ts';
import type { ReportDocument } from '../../platform/document/document.ts';
import type { Handed } from '../bundle-report/cover.ts';
import { exhibitReport } from '../bundle-report/report.ts';
import { nodesCsv, relationsCsv, totalsCsv } from '../exchange/tables.ts';
import { pictureOf, png, type Picture } from '../picture/picture.ts';

const reportNames = { page: 'report.html', paper: 'report.pdf' };
/** There only where it was asked for by name. */
export const narrativeFile = 'narrative.md';

/** There only where a board has something that analysts added by hand. */
export const additionsFileName = 'by-hand.json';

/** The files of a payload; the report is set in a process of its own while others are made. */
export interface PayloadParts {
  files: readonly BagFile[];
  report: Promise<readonly BagFile[]>;
}

/**
 * Nothing in it depends on who exports, when, or from which of several databases with the same data; all of it is in
 * the exhibit's language, whenever it is read.
 */
export function payloadParts(exhibit: Exhibit, picture: Picture): Promise<PayloadParts> {
  return withLocale(exhibit.language, async () => {
    const files = await filesOf(exhibit, picture);
    const names = [...Object.values(reportNames), ...files.map(({ name }) => name)];
    return {
      files: files.map((file) => alwaysIn(exhibit.language, file)),
      report: reportFiles(exhibitReport(exhibit, picture, names)),
    };
  });
}

/** All of them. */
export async function payloadFiles(
  exhibit: Exhibit,
  picture: Picture = pictureOf(exhibit),
): Promise<BagFile[]> {
  const { files, report } = await payloadParts(exhibit, picture);
  return [...files, ...(await report)];
}

/**
 * The report as it is handed over, beside the payload: with case number, legal authority, who, when and why, which the
 * payload must not hold.
 */
export function handedReport(
  { exhibit, picture, among }: { exhibit: Exhibit; picture: Picture; among: readonly BagFile[] },
  handed: Handed,
): Promise<BagFile[]> {
  const names = among.map(({ name }) => name);
  return withLocale(exhibit.language, () =>
    reportFiles(exhibitReport(exhibit, picture, names, handed)),
  );
}

/** The texts of a file are made while it is read, which may be in the middle of an answer in another language. */
function alwaysIn(language: Language, { name, chunks }: BagFile): BagFile {
  return {
    name,
    *chunks() {
      const iterator = withLocale(language, () => chunks()[Symbol.iterator]());
      for (;;) {
        const next = withLocale(language, () => iterator.next());
        if (next.done) return;
        yield next.value;
      }
    },
  };
}

async function filesOf(exhibit: Exhibit, picture: Picture): Promise<BagFile[]> {
  const { nodes, relations, findings } = exhibit;
  const pixels = await png(picture);
  const added = addedGraph(exhibit.additions ?? []);
  const keys = keysOfGraph(nodes, relations, added);
  return [
    { name: 'subgraph.json', chunks: () => subgraphJson(exhibit) },
    { name: 'graph.graphml', chunks: () => graphml(nodes, relations, added, keys) },
    { name: 'graph.gexf', chunks: () => gexf(nodes, relations, added, keys) },
    { name: 'followthemoney.json', chunks: () => followTheMoney(nodes, relations) },
    { name: 'stix.json', chunks: () => stix({ nodes, relations, findings, at: exhibit.as_of }) },
    { name: 'nodes.csv', chunks: () => nodesCsv(nodes) },
    { name: 'relations.csv', chunks: () => relationsCsv(relations) },
    { name: 'source-rows.ndjson', chunks: () => jsonLines(exhibit.rows) },
    ...(exhibit.missing_rows.length > 0
      ? [{ name: 'missing-rows.ndjson', chunks: () => jsonLines(exhibit.missing_rows) }]
      : []),
    ...(exhibit.judgements.length > 0
      ? [{ name: 'judgements.ndjson', chunks: () => jsonLines(exhibit.judgements) }]
      : []),
    ...(exhibit.exceptions.length > 0
      ? [{ name: 'exceptions.ndjson', chunks: () => jsonLines(exhibit.exceptions) }]
      : []),
    ...(exhibit.checks.length > 0
      ? [{ name: 'explanation-checks.ndjson', chunks: () => jsonLines(exhibit.checks) }]
      : []),
    textFile('findings.json', canonicalJson(findingsOf(exhibit))),
    { name: 'totals.csv', chunks: () => totalsCsv(exhibit.money.totals) },
    ...(exhibit.narrative ? [textFile(narrativeFile, narrative(exhibit, exhibit.decided))] : []),
    textFile('detectors.json', canonicalJson(exhibit.detectors.map(withQueryFile))),
    ...boardFile(exhibit),
    ...additionsFile(exhibit),
    textFile('settings.json', canonicalJson(settingsOf(exhibit))),
    textFile('picture.svg', picture.svg),
    { name: 'picture.png', chunks: () => [pixels] },
    ...queryFiles(exhibit),
  ];
}

/** A finding may name accounts that are shown for context alone: which those are stands beside it. */
function findingsOf({ cluster, findings, nodes }: Exhibit) {
  const { members, context } = accountsShown(nodes);
  const ids = (accounts: readonly { id: string }[]) => accounts.map(({ id }) => id);
  return { cluster, context: ids(context), findings, members: ids(members) };
}

/** What the board showed, so that the same can be shown where there is no such board. */
function boardFile({ title, board_nodes: nodes, board_members: members, places }: Exhibit) {
  return nodes ? [textFile('board.json', canonicalJson({ members, nodes, places, title }))] : [];
}

/** What analysts added by hand stands apart from all that the data state. */
function additionsFile({ additions = [] }: Exhibit) {
  return additions.length > 0 ? [textFile(additionsFileName, canonicalJson(additions))] : [];
}

/** One document, for the screen and for paper. */
async function reportFiles(report: ReportDocument): Promise<BagFile[]> {
  const pdf = await reportPdf(report);
  return [
    textFile(reportNames.page, reportHtml(report)),
    { name: reportNames.paper, chunks: () => [pdf] },
  ];
}

/** Piece by piece, keys in RFC 8785's order, so that a large graph is never one string. */
function* subgraphJson({ nodes, relations, omitted }: Exhibit): Generator<string> {
  yield '{"nodes":';
  yield* jsonArray(nodes);
  yield `,"omitted":${omitted},"relations":`;
  yield* jsonArray(relations);
  yield '}';
}

function* jsonArray(items: Iterable<unknown>): Generator<string> {
  yield '[';
  let between = '';
  for (const item of items) {
    yield between + canonicalJson(item);
    between = ',';
  }
  yield ']';
}

function* jsonLines(items: Iterable<unknown>): Generator<string> {
  for (const item of items) yield `${canonicalJson(item)}\n`;
}

/** What each text that a detector asks is called as a file of its own. */
const queryEndings = {
  query: 'cypher',
  sql: 'sql',
  baseline: 'baseline.cypher',
  usual_sql: 'baseline.sql',
} as const satisfies Partial<Record<keyof ExhibitDetector, string>>;

/** By what the detector calls it, the name of the file and its text; of those that it has. */
function queriesOf(detector: ExhibitDetector) {
  return Object.entries(queryEndings).flatMap(([name, ending]) => {
    const text = detector[name as keyof typeof queryEndings];
    return text === null ? [] : [{ name, file: `queries/${detector.id}.${ending}`, text }];
  });
}

/** The text of each query is a file of its own. */
function withQueryFile(detector: ExhibitDetector): ExhibitDetector {
  const files = queriesOf(detector).map(({ name, file }) => [name, file]);
  return { ...detector, ...(Object.fromEntries(files) as Partial<ExhibitDetector>) };
}

function settingsOf({
  scope,
  language,
  masked,
  as_of,
  narrative: withNarrative,
  decided,
  findings_beyond,
  settings,
}: Exhibit) {
  const filing = withNarrative ? { decided, narrative: true } : {};
  return { ...settings, ...filing, as_of, findings_beyond, language, masked, scope };
}

function queryFiles({ detectors, queries }: Exhibit): BagFile[] {
  return [
    ...detectors.flatMap(queriesOf).map(({ file, text }) => textFile(file, text)),
    ...Object.entries(queries).map(([name, text]) =>
      textFile(`queries/subgraph/${name}.cypher`, text),
    ),
  ];
}

/** The folder inside the ZIP: what is exported, in characters that every system's file names allow. */
export function folderName(scope: Scope): string {
  const id = plainId(scope)
    .replaceAll(/[^A-Za-z0-9_-]+/g, '_')
    .slice(0, 60);
  const hops = scope.kind === 'account' ? `-${scope.hops}` : '';
  return `skein-${scope.kind}-${id}${hops}`;
}

/** A selection has no name: which nodes it holds names it. */
function plainId(scope: Scope): string {
  if (scope.kind !== 'selection') return scope.id;
  const refs = scope.nodes.map(formatRef).join('\n');
  return createHash('sha256').update(refs).digest('hex').slice(0, 12);
}
