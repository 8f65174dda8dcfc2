/** What each form in which a cluster leaves the house must say of those whom it is about, and of those beside them. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import type { Graph } from '../../domain/answers.ts';
import type { Cluster } from '../../domain/finding.ts';
import { messagesIn, type Messages } from '../../domain/messages/index.ts';
import type { Language } from '../../domain/messages/language.ts';
import { temporaryFolder } from './bundles.ts';

export const wordsOf = (language: Language): Messages => messagesIn(language);

/** A cluster, and the accounts outside it that it shows. */
export interface Shown {
  cluster: Cluster;
  members: ReadonlySet<string>;
  outside: readonly { id: string; caption: string }[];
}
export type Row = Record<string, string>;
export interface Named {
  type: string;
  id: string;
  standing?: string;
}

/** What each file of a bundle must say; of a file that is not here, that it names nobody outside. */
export const files: Readonly<
  Record<string, (path: string, of: Shown, language: Language) => void>
> = {
  'nodes.csv': (path, of) => {
    const rows = parse<Row>(text(path), { columns: true });
    expect(Object.keys(rows[0]!).at(-1)).toBe('standing');
    holdsStandings(rows as unknown as Named[], of);
  },
  'relations.csv': (path, of) => {
    const rows = parse<Row>(text(path), { columns: true });
    expect(Object.keys(rows[0]!).at(-1)).toBe('standing');
    const touching = rows.filter(
      (row) => isOutside(row['from_id']!, of) || isOutside(row['to_id']!, of),
    );
    expect(touching.length).toBeGreaterThan(0);
    for (const row of touching) expect(row['standing']).toBe('context');
  },
  'subgraph.json': (path, of) => {
    const { nodes, relations } = JSON.parse(text(path)) as Graph;
    holdsStandings(nodes, of);
    for (const { from, to, standing } of relations)
      if (isOutside(from.id, of) || isOutside(to.id, of)) expect(standing).toBe('context');
  },
  'findings.json': (path, of) => {
    const said = JSON.parse(text(path)) as { members: string[]; context: string[] };
    expect(said.members).toEqual([...of.members].sort());
    expect(said.context).toEqual(of.outside.map(({ id }) => id));
  },
  'graph.graphml': (path, of) => holdsInXml(text(path), of, 'data key'),
  'graph.gexf': (path, of) => holdsInXml(text(path), of, 'attvalue for'),
  'followthemoney.json': (path, of) => {
    const lines = text(path).trim().split('\n');
    const entities = lines.map((line) => JSON.parse(line) as Entity);
    const accounts = entities.filter(({ properties }) => properties['keywords']?.[0] === 'account');
    holdsStandings(
      accounts.map(({ properties }) => ({
        type: 'account',
        id: properties['notes']![0]!.replace(/^account:(\S+).*$/, '$1'),
        standing: properties['keywords']![1]!,
      })),
      of,
    );
  },
  'stix.json': (path, of) => {
    const { objects } = JSON.parse(text(path)) as { objects: Stix[] };
    const idOf = new Map(objects.flatMap(({ id, user_id: user }) => (user ? [[id, user]] : [])));
    const groups = objects.filter(({ type }) => type === 'grouping');
    const refsOf = (some: Stix[]) => some.flatMap((one) => one.object_refs ?? []);
    const accountsIn = (some: Stix[]) => refsOf(some).map((ref) => idOf.get(ref) ?? '');
    const suspicious = groups.filter(({ context }) => context === 'suspicious-activity');
    expect(accountsIn(suspicious).filter((id) => isOutside(id, of))).toEqual([]);
    const labelled = (label: string) => groups.filter(({ labels }) => labels?.includes(label));
    expect(accountsIn(labelled('member')).sort()).toEqual([...of.members].sort());
    const context = accountsIn(labelled('context'));
    expect(of.outside.filter(({ id }) => !context.includes(id))).toEqual([]);
    expect(context.filter((id) => of.members.has(id))).toEqual([]);
  },
  'narrative.md': (path, of, language) => holdsInNarrative(text(path), of, language),
  'picture.svg': (path, of, language) => {
    const svg = text(path);
    const says = wordsOf(language).evidence.picture;
    for (const { caption } of of.outside) {
      const titles = [...svg.matchAll(/<g[^>]*><title>([^<]*)<\/title>/g)].map(([, name]) => name!);
      const own = titles.filter((name) => name.startsWith(caption));
      expect(own).toEqual([says.forContext(caption)]);
      expect(svg).toMatch(new RegExp(`<g opacity="0[.]\\d+"><title>${caption}`));
    }
    const drawn = new RegExp(`\\b${of.members.size}\\b[^.]*\\b${of.outside.length}\\b`);
    expect(/<desc[^>]*>([^<]*)/.exec(svg)![1]).toMatch(drawn);
    expect(svg).toContain(says.context(of.outside.length, 0).split('(')[0]!);
  },
  'picture.png': () => undefined,
  'report.html': (path, of, language) => holdsInReport(plain(text(path)), of, language),
  'report.pdf': (path, of, language) => {
    const said = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
    holdsInReport(spaced(said), of, language);
  },
  // As the platform's files have them, word for word: nothing is said of anybody there.
  'source-rows.ndjson': () => undefined,
};

interface Entity {
  properties: Record<string, string[]>;
}
interface Stix {
  type: string;
  id: string;
  user_id?: string;
  context?: string;
  labels?: string[];
  object_refs?: string[];
}

export async function pdfText(bytes: string | Uint8Array): Promise<string> {
  const path = join(await temporaryFolder(), 'report.pdf');
  writeFileSync(path, bytes);
  return spaced(execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }));
}

export function holdsStandings(nodes: readonly Named[], { members, outside }: Shown): void {
  const accounts = nodes.filter(({ type }) => type === 'account');
  const of = (standing: string) =>
    accounts.filter((node) => node.standing === standing).map(({ id }) => id);
  expect(of('member').sort()).toEqual([...members].sort());
  expect(of('context').sort()).toEqual(outside.map(({ id }) => id).sort());
}

/** GraphML and GEXF alike: a key for the standing, and its value at each node. */
export function holdsInXml(xml: string, of: Shown, value: string): void {
  const key = /<(?:key|attribute) id="(n\d+)"[^>]*(?:attr\.name|title)="standing"/.exec(xml)![1]!;
  const nodes = [...xml.matchAll(/<node id="account:([^"]+)"[^]*?<\/node>/g)];
  const standing = new RegExp(`<${value}="${key}"(?: value="|>)(\\w+)`);
  holdsStandings(
    nodes.map(([whole, id]) => ({ type: 'account', id: id!, standing: standing.exec(whole)![1]! })),
    of,
  );
}

export function holdsInNarrative(
  text: string,
  { members, outside }: Shown,
  language: Language,
): void {
  const says = wordsOf(language).narrative;
  expect(text).toContain(spacedLine(says.who.accounts(members.size)));
  const list = spacedLine(says.who.context(outside.length));
  expect(text).toContain(`${list}\n\n${outside.map(({ id }) => `- ${id}`).join('\n')}\n`);
  const rest = text.replace(list, '');
  for (const { id, caption } of outside) {
    expect(rest.split('\n').filter((line) => line.includes(id))).toEqual([`- ${id}`]);
    expect(text).not.toContain(`“${caption}”`);
  }
  for (const [, used] of text.matchAll(/(?:used by|utilisé par) (\d+)/g))
    expect(Number(used)).toBeLessThanOrEqual(members.size);
}

/** Wherever a sentence of the report names somebody outside, it says in the same breath as what. */
function holdsInReport(said: string, { members, outside }: Shown, language: Language): void {
  const says = wordsOf(language).evidence.page;
  expect(said).toContain(spaced(`${says.figures.accounts} ${members.size}`));
  expect(said).toContain(spaced(`${says.figures.context} ${says.contextAccounts(outside.length)}`));
  const begin = said.indexOf(spaced(says.contextText));
  const head = said.slice(0, said.lastIndexOf(spaced(says.rowsText)));
  expect(begin).toBeGreaterThan(0);
  const list = begin + spaced(says.contextText).length;
  const end = said.indexOf(spaced(says.findings), list);
  const marks = [` [${says.forContext}]`, `) [${says.forContext}]`].map(spaced);
  const counted = spaced(says.ofThem(0, 1)).slice(-20);
  const bare: string[] = [];
  for (const { id } of outside)
    for (let at = head.indexOf(id); at >= 0; at = head.indexOf(id, at + 1)) {
      const behind = head.slice(at + id.length, at + id.length + 80);
      const before = head.slice(Math.max(0, at - 300), at);
      const inList = at >= list && at < end;
      if (!inList && !marks.some((mark) => behind.startsWith(mark)) && !before.includes(counted))
        bare.push(`${before.slice(-80)}<${id}>${behind}`);
    }
  expect(bare).toEqual([]);
}

export function isOutside(id: string, { outside }: Shown): boolean {
  return outside.some((one) => one.id === id);
}

export function text(path: string): string {
  return readFileSync(path, 'utf8');
}

export function plain(html: string): string {
  const body = html.replace(/<style>[^]*?<\/style>/, '').replace(/<svg[^]*?<\/svg>/g, '');
  const unescaped = body
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  return spaced(unescaped.replaceAll('&#39;', "'"))
    .replaceAll(/ (?=[),.])/g, '')
    .replaceAll('( ', '(');
}

/** Every blank as one, and none that is only where a line could break. */
export function spaced(text: string): string {
  return text.replaceAll(/[\s\u00a0\u202f]+/g, ' ').trimEnd();
}

function spacedLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
