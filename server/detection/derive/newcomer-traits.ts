import ipaddr from 'ipaddr.js';
import { reasonsMessages as says } from '../../../domain/messages/en/reasons.ts';
import { loadSql } from '../../../cypher/load-query.ts';
import type { Columns } from '../columns/columns.ts';

/** What an account was made with and did in its first days, as values that two accounts can have in common. */

export interface Trait {
  /** Traits of one family say one thing in several ways. */
  family: string;
  kind: string;
  /** With the kind in front. */
  value: string;
}

export interface Newcomer {
  id: string;
  platform: string;
  /** Seconds. */
  at: number;
  education: string | null;
  traits: Trait[];
}

interface Row {
  id: string;
  platform: string | null;
  created_at: string;
  email: string | null;
  website: string | null;
  employer: string | null;
  education: string | null;
  trade: string | null;
  referrer: string | null;
  agent: string | null;
  /** An address. */
  home: string | null;
  machine: string;
  /** `<time> <what>`, in order. */
  steps: string[] | null;
  /** In order. */
  papers: string[] | null;
}

/** What `newcomers` asks of columns. */
export const newcomersSql = loadSql('derive/newcomers');

/** Accounts in order of their creation, with what they did within the hours after it. */
export async function newcomers(
  columns: Columns,
  asOf: string,
  hours: number,
): Promise<Newcomer[]> {
  const found: Newcomer[] = [];
  for await (const rows of columns.ask(newcomersSql, { as_of: asOf, hours }))
    for (const row of rows) found.push(newcomer(row as unknown as Row));
  return found;
}

const [mostSteps, mostPapers] = [8, 4];

function newcomer(row: Row): Newcomer {
  const { traits: kinds } = says;
  const at = Date.parse(row.created_at) / 1000;
  const [local = '', domain = ''] = (row.email ?? '').toLowerCase().split('@');
  const steps = (row.steps ?? []).slice(0, mostSteps);
  const papers = (row.papers ?? []).slice(0, mostPapers);
  const values: [string, string, string | null][] = [
    ['mail', kinds.mailDomain, domain],
    ['mail', kinds.mailPattern, local === '' ? null : patternOf(local)],
    ['claims', kinds.employer, row.employer?.trim().toLowerCase() ?? null],
    ['claims', kinds.website, row.website?.trim().toLowerCase() ?? null],
    ['network', kinds.network, row.home === null ? null : networkOf(row.home)],
    ['machine', kinds.browser, row.agent],
    ['machine', kinds.machine, row.machine],
    ['steps', kinds.steps, steps.length < 2 ? null : stepsOf(steps, at)],
    ['papers', kinds.papers, papers.join(' + ')],
    ['trade', kinds.trade, row.trade?.trim().toLowerCase() ?? null],
    ['referrer', kinds.referrer, row.referrer],
  ];
  return {
    id: row.id,
    platform: (row.platform ?? '').replaceAll(' ', '_'),
    at,
    education: row.education?.trim().toLowerCase() ?? null,
    traits: values
      .filter(([, , value]) => value !== null && value !== '')
      .map(([family, kind, value]) => ({ family, kind, value: `${kind}: ${value}` })),
  };
}

/** Letters and digits by their runs: `anna.kim92` and `juan.paz07` are both `a.a00`. */
function patternOf(local: string): string {
  return local.replace(/\p{L}+/gu, 'a').replace(/\d/g, '0');
}

/** What an office or a house has: /24 of IPv4, /48 of IPv6. */
function networkOf(ip: string): string | null {
  if (!ipaddr.isValid(ip)) return null;
  const bytes = ipaddr.parse(ip).toByteArray();
  return bytes.slice(0, bytes.length === 4 ? 3 : 6).join('.');
}

/** What it did, in order, each with how long after creation, doubling: within 1 h, 2 h, 4 h, … */
function stepsOf(steps: readonly string[], created: number): string {
  return steps
    .map((step) => {
      const space = step.indexOf(' ');
      const hours = Math.max(0, (Date.parse(step.slice(0, space)) / 1000 - created) / 3600);
      return `${step.slice(space + 1)} ${Math.ceil(Math.log2(1 + hours))}`;
    })
    .join(', ');
}
