/** A report as a PDF, set by Typst: tagged, with contents, the same bytes for the same data on every machine. */
import { fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { messages } from '../../../domain/messages/index.ts';
import { fontFiles, rowFamilies, textFamilies } from '../fonts.ts';
import { showInvisible } from './html.ts';
import type { Block, Picture, ReportDocument } from './document.ts';

const says = messages.evidence.page;

const template = new URL('./document.typ', import.meta.url);
const worker = new URL('./pdf-worker.mjs', import.meta.url);

/** A folder that is not there: the compiler sees the files that it is handed, and no other. */
const workspace = '/skein-report';

interface Outcome {
  pdf?: Uint8Array;
  /** What Typst says of the template, as it says it. */
  problem?: unknown;
}

/** Throws when the template cannot be set, which no value of the data should bring about. */
export async function reportPdf(document: ReportDocument): Promise<Uint8Array> {
  const { data, pictures } = handedOver(document);
  const files = new Map([
    ['document.typ', await readFile(template, 'utf8')],
    ['report.json', data],
    ...pictures,
  ]);
  const outcome = await set({ main: 'document.typ', workspace, fonts: [...fontFiles], files });
  if (outcome.pdf) return outcome.pdf;
  throw new Error(`The report cannot be set as a PDF: ${JSON.stringify(outcome.problem)}`);
}

/** What the compiler takes and remembers goes with its process: in ours it would stay. */
function set(given: object): Promise<Outcome> {
  const child = fork(worker, { serialization: 'advanced', execArgv: [] });
  return new Promise((resolve, reject) => {
    child.once('message', (outcome) => {
      if (child.connected) child.disconnect();
      resolve(outcome as Outcome);
    });
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      reject(new Error(`The report was not set as a PDF: its process ended (${code ?? signal}).`)),
    );
    child.send(given);
  });
}

/** The document as the template reads it, and its pictures as files beside it, by name. */
function handedOver(document: ReportDocument): { data: string; pictures: Map<string, string> } {
  const pictures = new Map<string, string>();
  const around = {
    contents_title: says.tableOfContents,
    page_word: says.page,
    of_word: says.of,
    text_families: textFamilies,
    row_families: rowFamilies,
  };
  const data = JSON.stringify({ ...document, ...around }, (key, value: unknown) => {
    if (typeof value === 'string') return key === 'datum' ? isolated(value) : showInvisible(value);
    return isPicture(value) ? pictureBeside(value, pictures) : value;
  });
  return { data, pictures };
}

function isPicture(value: unknown): value is Picture {
  return (
    typeof value === 'object' && value !== null && (value as Partial<Block>).kind === 'picture'
  );
}

function pictureBeside({ svg, ...picture }: Picture, pictures: Map<string, string>) {
  const file = `picture-${pictures.size + 1}.svg`;
  pictures.set(file, svg);
  return { ...picture, file };
}

/** What is written from right to left. */
const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Between marks that keep it from turning the words around it, where it could: who copies it copies them too. */
function isolated(value: string): string {
  const shown = showInvisible(value);
  return rightToLeft.test(shown) ? `\u2068${shown}\u2069` : shown;
}
