/**
 * The report as HTML that mail programs show too: no scripts, nothing from outside, styles on the elements
 * themselves, tables for tables. A phone stacks it, paper breaks it between clusters.
 */
import { words } from '../../domain/words/index.ts';
import type { StoredFinding } from '../detect/run-store.ts';
import { readableTime } from './dates.ts';
import { readableName, readableValue } from './facts.ts';
import { datum, html, type Html } from '../document/html.ts';
import type { ClusterReport, ReportCluster, ReportDetector, ReportMember } from './report-data.ts';
import { mediaStyle, style } from './report-style.ts';

const says = words.report;

/** So much a person reads in the morning; the rest is in the JSON and in the program, and it says so. */
const most = { clusters: 100, findings: 15, ofOneRule: 3, members: 40, loose: 15 } as const;

/** `link` is the address of a running server, without a slash at its end; null when none is known. */
export function reportPage(report: ClusterReport, link: string | null): string {
  const { run } = report;
  const found = (run.counts['findings'] ?? 0) > 0;
  const title = says.title(run.ended.slice(0, 10));
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>${title}</title>
        <style>
          ${mediaStyle}
        </style>
      </head>
      <body style="${style.body}">
        <div style="${style.page}">
          <h1 style="${style.h1}">${title}</h1>
          <p style="${style.quiet}">
            ${says.about(run.run, run.by, readableTime(run.ended))}
            ${run.as_of === null ? null : says.asOf(readableTime(run.as_of))}
          </p>
          ${found ? findings(report, link) : html`<p style="${style.lead}">${says.nothing(run.counts['accounts'] ?? 0)}</p>`}
          ${detectorTable(report.detectors)} ${blindSpots(report.detectors)}
        </div>
      </body>
    </html> `.toString();
}

function findings(report: ClusterReport, link: string | null): Html {
  const { run, clusters, loose } = report;
  const { accounts = 0, findings: found = 0, clusters: joined = 0 } = run.counts;
  const shown = clusters.slice(0, most.clusters);
  return html`<p style="${style.lead}">${says.counts(accounts, found, joined)}</p>
    ${standsOut(report)}
    ${shown.length > 0 ? html`<h2 style="${style.h2}">${says.clusters}</h2>` : null}
    ${shown.map((cluster, index) => clusterSection(cluster, index + 1, link, report.detectors))}
    ${more(clusters.length - shown.length, says.moreClusters)}
    ${
      loose.length > 0
        ? html`<h2 style="${style.h2}">${says.loose}</h2>
            ${reasons(loose, report.detectors, most.loose)}`
        : null
    }`;
}

function standsOut({ clusters, loose }: ClusterReport): Html {
  const [first] = clusters;
  const byAccounts = clusters.toSorted((a, b) => b.members.length - a.members.length);
  const largest = byAccounts[0]?.cluster;
  const latest = clusters
    .map(({ cluster }) => cluster)
    .filter((cluster) => cluster.last_seen !== null)
    .toSorted((a, b) => ((a.last_seen ?? '') < (b.last_seen ?? '') ? 1 : -1))[0];
  const involved = clusters.reduce((sum, { cluster }) => sum + cluster.accounts.length, 0);
  const lines: string[] = [];
  if (first) {
    const { id, accounts, score, summary } = first.cluster;
    lines.push(says.strongest(id, accounts.length, score.toFixed(2), summary));
  }
  if (largest && largest.id !== first?.cluster.id)
    lines.push(says.largest(largest.id, largest.accounts.length));
  if (latest?.last_seen) lines.push(says.latest(latest.id, latest.last_seen.slice(0, 10)));
  if (clusters.length > 0) lines.push(says.involved(involved, clusters.length));
  if (loose.length > 0) lines.push(says.outside(loose.length));
  return html`<h2 style="${style.h2}">${says.standsOut}</h2>
    <ul style="${style.list}">
      ${lines.map((line) => html`<li>${datum(line)}</li>`)}
    </ul>`;
}

function clusterSection(
  { cluster, findings: found, members }: ReportCluster,
  place: number,
  link: string | null,
  detectors: readonly ReportDetector[],
): Html {
  const { first_seen: first, last_seen: last } = cluster;
  const seen = first && last ? says.period(first.slice(0, 10), last.slice(0, 10)) : says.unknown;
  const facts: [string, string][] = [
    [says.score, cluster.score.toFixed(2)],
    [says.accounts, String(cluster.accounts.length)],
    [says.seen, seen],
  ];
  return html`<div class="cluster" style="${style.card}">
    <h3 style="${style.h3}">${says.clusterHead(place, cluster.id)}</h3>
    <p style="${style.lead}">${datum(cluster.summary)}</p>
    <p>
      ${facts.map(([name, value]) => html`<span style="${style.fact}">${name} <b>${value}</b></span> `)}
    </p>
    ${link === null ? null : html`<p><a style="${style.button}" href="${link}/cluster/${encodeURIComponent(cluster.id)}">${says.open}</a></p>`}
    <h4 style="${style.h4}">${says.why}</h4>
    ${reasons(found, detectors, most.findings)}
    <h4 style="${style.h4}">${says.members}</h4>
    ${memberTable(members)}
  </div>`;
}

/** What was found, strongest first; of one rule only its strongest, lest many weak ones hide the rest. */
function reasons(
  found: readonly StoredFinding[],
  detectors: readonly ReportDetector[],
  limit: number,
): Html {
  const titles = new Map(detectors.map((detector) => [detector.id, detector.title]));
  const shownOf = new Map<string, number>();
  const shown = found
    .filter(({ detector }) => {
      const before = shownOf.get(detector) ?? 0;
      shownOf.set(detector, before + 1);
      return before < most.ofOneRule;
    })
    .slice(0, limit);
  const rows = shown.map((finding) => [
    titles.get(finding.detector) ?? finding.detector,
    finding.title,
    words.page.details.possibleRole[finding.possible_role],
    finding.score.toFixed(2),
  ]);
  return html`${table(says.reasonHead, rows)}${more(found.length - shown.length, says.moreFindings)}`;
}

function memberTable(members: readonly ReportMember[]): Html {
  const rows = members
    .slice(0, most.members)
    .map((member) => [
      member.account_id,
      member.caption,
      member.score.toFixed(2),
      member.detectors.join(', '),
    ]);
  return html`${table(says.memberHead, rows)}${more(members.length - rows.length, says.moreMembers)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): Html {
  return html`<table style="${style.table}">
    <thead>
      <tr>
        ${head.map((cell) => html`<th scope="col" style="${style.th}">${cell}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (cells) =>
          html`<tr>
            ${cells.map((cell) => html`<td style="${style.td}">${datum(cell)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function more(number: number, saysSo: (number: number) => string): Html | null {
  return number > 0 ? html`<p style="${style.quiet}">${saysSo(number)}</p>` : null;
}

function detectorTable(detectors: readonly ReportDetector[]): Html {
  const rows = detectors.map(({ id, version, title, findings: found, parameters }) => [
    `${title} (${says.version(id, version)})`,
    String(found),
    settings(parameters),
  ]);
  return html`<h2 style="${style.h2}">${says.detectors}</h2>
    ${table(says.detectorHead, rows)}`;
}

function settings(parameters: Readonly<Record<string, unknown>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `${readableName(name)}: ${readableValue(value)}`)
    .join('; ');
}

function blindSpots(detectors: readonly ReportDetector[]): Html {
  const told = detectors.filter((detector) => detector.blind_to !== null);
  return html`<h2 style="${style.h2}">${says.notLookedAt}</h2>
    <p>${says.notLookedAtText}</p>
    <ul style="${style.list}">
      ${told.map(
        (detector) =>
          html`<li>
            <b>${detector.title}.</b> ${detector.blind_to}
            ${detector.benign.length > 0 ? says.benign(detector.benign) : null}
          </li>`,
      )}
    </ul>
    <p style="${style.quiet}">${says.wording}</p>`;
}
