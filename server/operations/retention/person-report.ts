/** The access report: what is held of a person, as one page that can be read and handed out. */
import { loadQuery } from '../../../cypher/load-query.ts';
import type { Source } from '../../../domain/finding.ts';
import { messages } from '../../../domain/messages/index.ts';
import { actor } from '../../platform/access/actor.ts';
import {
  datum,
  heading,
  paragraph,
  quiet,
  type Block,
  type Line,
  type ReportDocument,
  type Section,
} from '../../platform/document/document.ts';
import { reportHtml } from '../../platform/document/html-writer.ts';
import { inEnglish } from '../../platform/locale.ts';
import { NotFoundError } from '../../platform/problems.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { personReported } from '../../trust/custody/retention-acts.ts';
import { recorded } from '../../trust/custody/recorded.ts';
import { markOf } from '../../ingest/load/erased-accounts.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { erasureOf } from './erasure-store.ts';
import { heldOf, type Held, type HeldRow, type HeldValue } from './person-held.ts';

const says = messages.retention;
const text = says.report;

/** Recorded before it is made. Throws NotFoundError where nothing is held of the account. */
export async function personReport(
  database: Database,
  settings: Settings,
  account: string,
): Promise<string> {
  const there = await database.read(loadQuery('retention/account'), { account });
  if (there.length === 0) {
    const known = await erasureOf(database, await markOf(settings, account));
    throw new NotFoundError(
      known && 'ended' in known
        ? says.erasedBefore(known.id, known.ended.slice(0, 10))
        : says.noAccount(account),
    );
  }
  return recorded(settings.home, personReported(account), () =>
    inEnglish(async () => {
      const held = await heldOf(database, settings.home, account);
      if (!held) throw new NotFoundError(says.noAccount(account));
      return reportHtml(documentOf(held, new Date().toISOString()));
    }),
  );
}

function documentOf(held: Held, made: string): ReportDocument {
  const { account, self, rows, links, run, score, findings, work, entries } = held;
  return {
    language: 'en',
    kicker: text.kicker,
    title: text.title(account),
    cover: [paragraph(text.cover(made, actor()))],
    contents: true,
    sections: [
      section('own', text.own, [rowTable([self])]),
      section(
        'rows',
        text.rows,
        rows.flatMap((row) => [heading(row.ref), rowTable([row])]),
      ),
      section('links', text.links, [
        table(
          [text.type, text.id, text.when, text.value, text.source],
          links.map(({ type, other, at, values, sources }) => [
            type,
            other,
            at ?? '',
            valuesText(values),
            sourcesText(sources),
          ]),
        ),
      ]),
      section('findings', text.findings, [
        ...(score && run
          ? [
              paragraph(
                `${text.score}: `,
                datum(`${score.score}${score.cluster ? `, ${score.cluster}` : ''} (${run})`),
              ),
            ]
          : []),
        table(
          [text.id, text.kind, text.score, text.accounts],
          findings.map(({ id, detector, score: of, accounts }) => [
            id,
            detector,
            String(of),
            accounts.join(', '),
          ]),
        ),
      ]),
      section('work', text.work, [
        table(
          [text.kind, text.id, text.when, text.by, text.text],
          work.map(({ kind, id, at, by, text: said }) => [kind, id, at, by, said]),
        ),
      ]),
      section('custody', text.custody, [
        table(
          [text.entry, text.when, text.by, text.type, text.text],
          entries.map(({ entry, at, by, act, unmasked, what }) => [
            String(entry),
            at,
            by,
            act,
            unmasked ? `${what} – ${text.unmasked(at, by)}` : what,
          ]),
        ),
      ]),
    ],
  };
}

function section(id: string, title: string, blocks: readonly Block[]): Section {
  const filled = blocks.filter((block) => block.kind !== 'table' || block.rows.length > 0);
  return { id, title: [title], blocks: filled.length > 0 ? filled : [quiet(text.none)] };
}

function rowTable(rows: readonly HeldRow[]): Block {
  return table(
    [text.column, text.value, text.source],
    rows.flatMap(({ values, sources }) =>
      values.map(({ column, value, until }) => [
        column,
        until === null ? value : `${value} ${text.before(until)}`,
        sourcesText(sources),
      ]),
    ),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): Block {
  return {
    ...{ kind: 'table', verbatim: null, head },
    widths: head.map(() => 1),
    rows: rows.map((cells) => ({
      id: null,
      cells: cells.map((cell): Line => [datum(cell)]),
    })),
  };
}

function valuesText(values: readonly HeldValue[]): string {
  return values
    .map(
      ({ column, value, until }) => `${column}: ${value}${until ? ` ${text.before(until)}` : ''}`,
    )
    .join('; ');
}

function sourcesText(sources: readonly Source[]): string {
  return sources.map(({ file, line }) => `${file}:${line}`).join(', ');
}
