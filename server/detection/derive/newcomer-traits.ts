import ipaddr from 'ipaddr.js';
import { reasonsMessages as says } from '../../../domain/messages/en/reasons.ts';
import type { Database } from '../../graph/neo4j/database.ts';

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
  sessions: { ip: string; kind: string | null; known: boolean; agent: string | null }[];
  devices: { kind: string | null; os: string | null }[];
  steps: { what: string; at: string }[];
  papers: string[];
}

/** Accounts in order of their creation, with what they did within the hours after it. */
export async function newcomers(
  database: Database,
  asOf: string,
  hours: number,
): Promise<Newcomer[]> {
  const found: Newcomer[] = [];
  await database.each<Row>(query, { asOf, hours }, (row) => {
    found.push(newcomer(row));
  });
  return found;
}

const query = `
  MATCH (a:Account)
  WHERE NOT coalesce(a._stub, false) AND a.created_at IS NOT NULL AND a.created_at <= $asOf
  OPTIONAL MATCH (a)-[then:STATED_THEN]->(a)
  WITH a, coalesce(then, a) AS stated, toString(datetime(a.created_at) + duration({hours: toInteger($hours)})) AS last
  WITH a, stated, CASE WHEN last < $asOf THEN last ELSE $asOf END AS last
  CALL (a, last) {
    MATCH (a)-[l:LOGGED_IN_FROM]->(i:Ip) WHERE l.started_at <= last
    WITH l, i ORDER BY l.started_at, i.id LIMIT 3
    RETURN collect({ip: i.id, kind: i.kind, agent: l.user_agent,
                    known: EXISTS { (:KnownShared)-[:COVERS]->(i) }}) AS sessions
  }
  CALL (a, last) {
    MATCH (a)-[l:LOGGED_IN_ON]->(d:Device) WHERE l.started_at <= last
    WITH d, min(l.started_at) AS first ORDER BY first, d.id LIMIT 2
    RETURN collect({kind: d.kind, os: d.os}) AS devices
  }
  CALL (a, last) {
    MATCH (a)<-[:HANDED_IN_BY]-(d:Document) WHERE d.submitted_at <= last
    RETURN collect(d) AS handedIn
  }
  CALL (a, stated, last, handedIn) {
    CALL (a, stated, last, handedIn) {
      MATCH (a)-[b:BID_ON]->(:Job) WHERE b.submitted_at <= last
      RETURN 'bid' AS what, min(b.submitted_at) AS at
    UNION ALL
      MATCH (a)<-[:PROFILE_OF]-(p:Profile) WHERE p.observed_at <= last
      RETURN 'profile' AS what, min(p.observed_at) AS at
    UNION ALL
      UNWIND handedIn AS d
      RETURN coalesce(d.kind, 'paper') AS what, min(d.submitted_at) AS at
    UNION ALL
      MATCH (a)<-[:CHANGE_OF]-(c:AccountChange) WHERE c.changed_at <= last
      RETURN 'change of ' + c.field AS what, min(c.changed_at) AS at
    UNION ALL
      WITH stated, last WHERE stated.verified_at <= last
      RETURN 'verified' AS what, stated.verified_at AS at
    }
    WITH what, at WHERE at IS NOT NULL ORDER BY at, what
    RETURN collect({what: what, at: at})[..8] AS steps
  }
  CALL (handedIn) {
    UNWIND handedIn AS d
    WITH d WHERE d.used_for IN ['signup', 'verification']
    WITH d.kind + ' ' + coalesce(d.issuer_name, '') + ' ' + coalesce(d.verification_result, '') AS paper
    ORDER BY paper
    RETURN collect(paper)[..4] AS papers
  }
  OPTIONAL MATCH (a)-[:REFERRED_BY]->(r:Account)
  WITH a, stated, sessions, devices, steps, papers, min(r.id) AS referrer
  ORDER BY a.created_at, a.id
  RETURN a.id AS id, stated.platform AS platform, a.created_at AS created_at, stated.email AS email,
         stated.website AS website, stated.employer AS employer, stated.education AS education, stated.trade AS trade,
         referrer, sessions, devices, steps, papers`;

/** Behind these, strangers are many. */
const publicKinds = new Set(['education', 'coworking', 'mobile', 'tor', 'vpn', 'hosting']);

function newcomer(row: Row): Newcomer {
  const { traits: kinds } = says;
  const at = Date.parse(row.created_at) / 1000;
  const [local = '', domain = ''] = (row.email ?? '').toLowerCase().split('@');
  const home = row.sessions.find(({ kind, known }) => !known && !publicKinds.has(kind ?? ''));
  const [session] = row.sessions;
  const [device] = row.devices;
  const values: [string, string, string | null][] = [
    ['mail', kinds.mailDomain, domain],
    ['mail', kinds.mailPattern, local === '' ? null : patternOf(local)],
    ['claims', kinds.employer, row.employer?.trim().toLowerCase() ?? null],
    ['claims', kinds.website, row.website?.trim().toLowerCase() ?? null],
    ['network', kinds.network, home ? networkOf(home.ip) : null],
    ['machine', kinds.browser, session?.agent ?? null],
    ['machine', kinds.machine, device ? `${device.kind ?? ''} ${device.os ?? ''}`.trim() : null],
    ['steps', kinds.steps, row.steps.length < 2 ? null : stepsOf(row.steps, at)],
    ['papers', kinds.papers, row.papers.length === 0 ? null : row.papers.join(' + ')],
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
function stepsOf(steps: Row['steps'], at: number): string {
  return steps
    .map((step) => {
      const hours = Math.max(0, (Date.parse(step.at) / 1000 - at) / 3600);
      return `${step.what} ${Math.ceil(Math.log2(1 + hours))}`;
    })
    .join(', ');
}
