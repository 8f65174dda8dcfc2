import type { Random } from './random.ts';

export const DAY = 86400;
export const WEEK = 7 * DAY;

/** What is drawn once per world, so that no two worlds resemble each other in prevalence or in what is kept. */
export interface Regime {
  start: number;
  end: number;
  badShare: number;
  /** Mean number of slips of a ring beyond those its kind cannot avoid. */
  carelessness: number;
  /** Files (`ratings`) and columns (`documents.text`) this platform does not keep. */
  lost: Set<string>;
  /** Share of cells that happen to be empty, by column. */
  gaps: Map<string, number>;
  /** Probability that a company says whom it employs. */
  declares: number;
  /** Probability that a shared place or payout is written in known_shared. */
  knowsShared: number;
  activity: number;
  clientShare: number;
  bidsPerJob: number;
  jobsPerClient: number;
  bidTexts: number;
  talk: number;
  commentShare: number;
  ratingShare: number;
  fiveStars: number;
  ipKindKnown: number;
  geoError: number;
  sessionEnds: number;
  leaseDays: number;
  poolSize: number;
  ipv6: number;
  vpn: number;
  remoteTools: number;
  /** Share of home routers that leave some service open. */
  openRouters: number;
  /** Share of ordinary people who work on a machine elsewhere. */
  remoteWork: number;
  /** How often contacts, homes and payouts change in an ordinary life, against the usual. */
  restless: number;
  /** Share of accounts that came by somebody's invitation. */
  invited: number;
  portSeen: number;
  crypto: number;
  foreignHours: number;
  cookieLoss: number;
  commonModels: number;
  /** Share of onward transfers the platform gets to see. */
  downstream: number;
  localMoney: boolean;
  /** Pairs of strangers or friends per 1,000 accounts who share something by accident. */
  coincidences: number;
  publicTexts: number;
  idStyle: 'hex' | 'digits' | 'mixed';
  platform: string;
}

/** What some platforms never keep, with how often. */
const losses: [string, number][] = [
  ['documents.text', 0.12],
  ['documents.photo_hash', 0.15],
  ['documents.perceptual_hash', 0.2],
  ['documents.sha256', 0.2],
  ['documents.number', 0.15],
  ['documents.issuer_email', 0.3],
  ['documents.issuer_phone', 0.3],
  ['documents.address_on_document', 0.2],
  ['ratings.comment', 0.3],
  ['account_changes', 0.2],
  ['shipments', 0.3],
  ['profiles', 0.25],
  ['websites', 0.3],
  ['persons', 0.2],
  ['ips.kind', 0.15],
  ['ips.open_ports', 0.25],
  ['ips.city', 0.25],
  ['logins.ended_at', 0.2],
  ['logins.service_port', 0.2],
  ['logins.user_agent', 0.3],
  ['devices.fingerprint', 0.2],
  ['devices.remote_access', 0.2],
  ['accounts.phone', 0.1],
  ['accounts.email', 0.08],
  ['accounts.address', 0.15],
  ['accounts.birth_date', 0.15],
  ['accounts.referred_by', 0.3],
  ['accounts.employer', 0.3],
  ['accounts.education', 0.3],
  ['accounts.video_verified_at', 0.4],
  ['accounts.closed_reason', 0.4],
  ['accounts.nationality', 0.2],
  ['transfers.job_id', 0.2],
  ['transfers.initiated_by', 0.15],
  ['transfers.reference', 0.4],
  ['transfers.channel', 0.3],
  ['payment_accounts.holder_name', 0.15],
  ['payment_accounts.opened_at', 0.3],
];

const gappy = [
  'accounts.birth_date',
  'accounts.address',
  'accounts.phone',
  'accounts.employer',
  'accounts.education',
  'accounts.timezone',
  'accounts.city',
  'accounts.verified_at',
  'logins.device_id',
  'logins.user_agent',
  'ips.city',
  'ips.asn',
  'devices.os',
  'devices.fingerprint',
  'payment_accounts.country',
  'payment_accounts.holder_name',
  'payment_accounts.opened_at',
  'transfers.channel',
  'documents.photo_hash',
  'documents.perceptual_hash',
  'documents.number',
  'documents.birth_date',
  'documents.text',
  'jobs.due_at',
  'ratings.comment',
];

export function drawRegime(rng: Random): Regime {
  const start = Date.UTC(rng.int(2021, 2024), rng.int(0, 11), rng.int(1, 28)) / 1000;
  const lost = new Set<string>();
  for (const [name, p] of losses) if (rng.chance(p)) lost.add(name);
  const gaps = new Map<string, number>();
  const worst = rng.logBetween(0.02, 0.3);
  for (const column of gappy) if (rng.chance(0.5)) gaps.set(column, rng.between(0, worst));
  return {
    start,
    end: start + rng.between(6, 18) * 30.4 * DAY,
    badShare: rng.logBetween(0.005, 0.03),
    carelessness: rng.logBetween(0.8, 4),
    lost,
    gaps,
    declares: rng.between(0.05, 0.95),
    knowsShared: rng.between(0, 0.9),
    activity: rng.logBetween(0.5, 1.8),
    clientShare: rng.between(0.18, 0.34),
    bidsPerJob: rng.between(2.5, 6),
    jobsPerClient: rng.between(5, 10),
    bidTexts: rng.between(0.5, 1),
    talk: rng.between(0.4, 1.6),
    commentShare: rng.between(0.3, 0.9),
    ratingShare: rng.between(0.5, 0.95),
    fiveStars: rng.between(0.55, 0.88),
    ipKindKnown: rng.chance(0.25) ? rng.between(0, 0.2) : rng.between(0.6, 1),
    geoError: rng.between(0.005, 0.06),
    sessionEnds: rng.between(0.6, 1),
    leaseDays: rng.logBetween(3, 150),
    poolSize: Math.round(rng.logBetween(600, 12000)),
    ipv6: rng.between(0, 0.3),
    vpn: rng.between(0.03, 0.2),
    remoteTools: rng.between(0.05, 0.25),
    openRouters: rng.between(0.04, 0.3),
    remoteWork: rng.logBetween(0.03, 0.16),
    invited: rng.logBetween(0.03, 0.25),
    restless: rng.logBetween(0.6, 3),
    portSeen: rng.between(0.35, 0.95),
    crypto: rng.between(0.03, 0.25),
    foreignHours: rng.between(0.08, 0.3),
    cookieLoss: rng.between(0, 0.25),
    commonModels: rng.between(0.1, 0.6),
    downstream: rng.between(0.75, 1),
    localMoney: rng.chance(0.3),
    coincidences: rng.logBetween(3, 25),
    publicTexts: rng.between(0.03, 0.2),
    idStyle: rng.pick(['hex', 'digits', 'mixed'] as const),
    platform: rng.pick(['gigharbour', 'taskbench', 'workbridge', 'piecework', 'sidehands']),
  };
}
