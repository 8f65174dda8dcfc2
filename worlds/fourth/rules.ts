import { type Random } from './random.ts';

export const DAY = 86_400_000;
export const HOUR = 3_600_000;

/** What one world is like: all of it drawn from the seed, so that no two worlds resemble each other. */
export interface Rules {
  start: number;
  end: number;
  badShare: number;
  /** Median sessions a week, and how unequal people are. */
  activity: number;
  inequality: number;
  /** Share of people seen through a VPN, by a remote desktop, at hours unlike their zone, paid in crypto. */
  vpn: number;
  remote: number;
  nightOwls: number;
  crypto: number;
  /** Share of jobs paid past the escrow. */
  direct: number;
  /** How far people reuse their own text, and how far they follow common phrases. */
  reuse: number;
  written: number;
  /** Probability that an openly connected group says so, and that a shared thing is listed as known. */
  declared: number;
  listed: number;
  /** 0: rings slip seldom; 1: often. */
  carelessness: number;
  /** How many hops careful rings put between payout and till. */
  hops: number;
  /** Share of ordinary accounts with an accidental tie to another. */
  mingling: number;
  defunct: number;
  mismatch: number;
  leaseDays: number;
  /** Share of cells kept, by `table` or `table.column`. */
  keep: Map<string, number>;
}

/** What a platform may lack altogether: with what probability, and how thin it may be kept otherwise. */
const THIN: [name: string, lost: number, least: number][] = [
  ['documents.text', 0.12, 0.75],
  ['documents.photo_hash', 0.2, 0.6],
  ['documents.perceptual_hash', 0.15, 0.6],
  ['documents.number', 0.15, 0.7],
  ['documents.issuer_email', 0.2, 0.5],
  ['documents.issuer_phone', 0.3, 0.4],
  ['documents.address_on_document', 0.3, 0.4],
  ['documents.birth_date', 0.3, 0.5],
  ['ratings.comment', 0.3, 0.4],
  ['account_changes', 0.2, 1],
  ['shipments', 0.25, 1],
  ['profiles', 0.2, 1],
  ['websites', 0.2, 1],
  ['companies', 0.15, 1],
  ['persons', 0.3, 1],
  ['ips.kind', 0.15, 0.2],
  ['ips.open_ports', 0.4, 0.4],
  ['ips.city', 0.25, 0.6],
  ['ips.as_name', 0.2, 0.7],
  ['logins.ended_at', 0.25, 0.5],
  ['logins.user_agent', 0.3, 0.5],
  ['logins.service_port', 0.2, 0.5],
  ['logins.device_id', 0.04, 0.8],
  ['devices.fingerprint', 0.3, 0.6],
  ['devices.remote_access', 0.3, 0.5],
  ['devices.os', 0.1, 0.7],
  ['payment_accounts.holder_name', 0.2, 0.6],
  ['payment_accounts.provider', 0.1, 0.8],
  ['payment_accounts.opened_at', 0.3, 0.6],
  ['transfers.job_id', 0.2, 0.7],
  ['transfers.reference', 0.4, 0.4],
  ['transfers.channel', 0.3, 0.6],
  ['transfers.initiated_by', 0.15, 0.8],
  ['accounts.referred_by', 0.2, 0.8],
  ['accounts.phone', 0.1, 0.7],
  ['accounts.email', 0.1, 0.8],
  ['accounts.address', 0.2, 0.6],
  ['accounts.birth_date', 0.3, 0.6],
  ['accounts.video_verified_at', 0.3, 0.7],
  ['accounts.employer', 0.3, 0.6],
  ['accounts.education', 0.3, 0.6],
  ['accounts.website', 0.2, 0.7],
  ['accounts.timezone', 0.2, 0.7],
  ['bids.document_id', 0.05, 0.8],
  ['jobs.budget', 0.1, 0.8],
  ['jobs.due_at', 0.2, 0.6],
];

export function drawRules(random: Random): Rules {
  const end = Date.UTC(2024, random.int(0, 26), random.int(1, 28), random.int(0, 23));
  const keep = new Map<string, number>();
  for (const [name, lost, least] of THIN) {
    keep.set(name, random.chance(lost) ? 0 : random.chance(0.3) ? 1 : random.real(least, 1));
  }
  return {
    end,
    start: end - random.int(182, 548) * DAY,
    badShare: random.logUniform(0.005, 0.03),
    activity: random.logUniform(0.25, 1.1),
    inequality: random.real(0.7, 1.2),
    vpn: random.logUniform(0.03, 0.25),
    remote: random.logUniform(0.02, 0.2),
    nightOwls: random.logUniform(0.05, 0.3),
    crypto: random.logUniform(0.03, 0.3),
    direct: random.chance(0.4) ? 0 : random.real(0.02, 0.3),
    reuse: random.real(0.25, 0.85),
    written: random.real(0.45, 0.95),
    declared: random.real(0.15, 0.9),
    listed: random.real(0.05, 0.9),
    carelessness: random.real(0.1, 1),
    hops: random.real(0, 1),
    mingling: random.logUniform(0.005, 0.06),
    defunct: random.logUniform(0.03, 0.2),
    mismatch: random.logUniform(0.02, 0.15),
    leaseDays: random.logUniform(2, 120),
    keep,
  };
}
