import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../../../domain/messages/language.ts';
import type { Picture, ReportDocument } from '../../platform/document/document.ts';
import { mailHtml } from '../../platform/document/mail-writer.ts';
import { reportPdf } from '../../platform/document/pdf-writer.ts';
import { canonicalJson } from '../../platform/canonical.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { png } from '../picture/picture.ts';
import { writeOwnFile } from '../../platform/own-file.ts';
import { withLocale } from '../../platform/locale.ts';
import { clusterPicture } from './cluster-picture.ts';
import { reportCsv } from './report-csv.ts';
import { contextOf, readReport, type ClusterReport } from './report-data.ts';
import { headline, reportDocument, toldClusters } from './report-document.ts';

export const reportFormats = ['html', 'pdf', 'json', 'csv'] as const;
export type ReportFormat = (typeof reportFormats)[number];

interface Asked {
  /** Null: the latest run. */
  run: string | null;
  language: Language;
  /** Address of a running server that clusters can be opened at; null when none is known. */
  link: string | null;
}

export interface ReportOptions extends Asked {
  formats: readonly ReportFormat[];
  /** The folder; made when it is not there. */
  out: string;
}

export interface WrittenReport {
  run: string;
  /** Paths, one a format. */
  files: string[];
}

/** A report that was put together, to be written in whatever form. */
export interface MadeReport {
  run: string;
  title: string;
  /** What changed, in a sentence. */
  headline: string;
  /** Images of the pictures in the HTML, in its order. */
  images: { picture: Picture; bytes: Uint8Array }[];
  /** `sourceOf` is the address of an image. */
  html: (sourceOf: (image: number) => string) => string;
  file: (format: ReportFormat) => Promise<string | Uint8Array>;
}

/** Pixels across that an image has at most: sharp on a phone, small in a mail. */
const widestImage = 1_400;

/**
 * Writes the cluster report of a run as `report.<format>`. The same runs give the same bytes. Throws NotFoundError when
 * there is no such run.
 */
export async function writeReport(
  database: Database,
  { formats, out, ...asked }: ReportOptions,
): Promise<WrittenReport> {
  const report = await makeReport(database, asked);
  await mkdir(out, { recursive: true });
  const files: string[] = [];
  for (const format of formats) {
    const path = join(out, `report.${format}`);
    await writeOwnFile(path, await report.file(format));
    files.push(path);
  }
  return { run: report.run, files };
}

/** Throws NotFoundError when there is no such run. */
export function makeReport(
  database: Database,
  { run, language, link }: Asked,
): Promise<MadeReport> {
  return withLocale(language, async () => {
    const report = await readReport(database, run);
    const pictures = new Map<string, Picture>();
    for (const { cluster } of toldClusters(report))
      pictures.set(cluster.id, await clusterPicture(database, report.run, cluster));
    const document = reportDocument(report, pictures, link);
    const images = [];
    for (const picture of picturesOf(document))
      images.push({ picture, bytes: await png(picture, widestImage) });
    return made(report, document, images, link);
  });
}

function made(
  report: ClusterReport,
  document: ReportDocument,
  images: MadeReport['images'],
  link: string | null,
): MadeReport {
  const { language } = document;
  const html: MadeReport['html'] = (sourceOf) =>
    withLocale(language, () =>
      mailHtml(document, (shown) => sourceOf(images.findIndex(({ picture }) => picture === shown))),
    );
  return {
    run: report.run.run,
    title: document.title,
    headline: headline(report),
    images,
    html,
    file: (format) => {
      switch (format) {
        case 'html':
          return Promise.resolve(html((image) => asData(images[image]!.bytes)));
        case 'pdf':
          return withLocale(language, () => reportPdf(document));
        case 'json':
          return Promise.resolve(`${canonicalJson(withContext(report))}\n`);
        case 'csv':
          return Promise.resolve(reportCsv(report, link));
      }
    },
  };
}

/** Beside the findings, which may name accounts that are no members, stands which those are. */
function withContext(report: ClusterReport) {
  const clusters = report.clusters.map((one) => ({ ...one, context: contextOf(one) }));
  return { ...report, clusters };
}

/** In the order in which they are read. */
function picturesOf({ cover, sections }: ReportDocument): Picture[] {
  const blocks = [...cover, ...sections.flatMap(({ blocks: all }) => all)];
  return blocks.filter((block) => block.kind === 'picture');
}

/** A file by itself holds its images. */
function asData(bytes: Uint8Array): string {
  return `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
}
