import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';

/** What an address of that kind is worth: behind some of them strangers meet every day. */
const kindWeight: Readonly<Record<string, number>> = {
  residential: 1,
  business: 0.6,
  hosting: 0.8,
  unknown: 0.8,
  mobile: 0.2,
  education: 0.2,
  coworking: 0.2,
  vpn: 0.2,
  tor: 0.2,
};

export default defineDetector({
  version: 1,
  indicators: ['P2'],
  family: 'network',
  binds: true,
  role: 'operator',
  needs: ['known-shared', 'declared-together'],
  parameters: {
    hub_accounts: {
      default: 25,
      min: 2,
      why: 'an address that more accounts use is a gateway of strangers, not a room',
      unit: 'accounts',
    },
    hours_for_full_weight: {
      default: 12,
      min: 1,
      why: 'a few hours together may be chance, a dozen are a habit',
      unit: 'hours',
    },
  },
  facts: z.object({
    ip: z.string(),
    kind: z.string(),
    network: z.string(),
    accounts: z.int(),
    unrelated: z.int(),
    sessions: z.int(),
    /** Different hours in which at least two of the accounts were at work. */
    hours_together: z.int(),
    most_at_once: z.int(),
    known_shared: z.array(z.string()),
  }),
  strength: (facts, settings) => {
    if (facts.unrelated < 2) return 0.05;
    const base = 1 - 0.6 ** (facts.unrelated - 1);
    const together = 0.4 + 0.6 * Math.min(1, facts.hours_together / settings.hours_for_full_weight);
    const known = facts.known_shared.length > 0 ? 0.15 : 1;
    return 0.9 * base * together * known * (kindWeight[facts.kind] ?? kindWeight['unknown']!);
  },
  words: {
    en: {
      title: 'Several accounts at one address',
      bond: 'one address',
      looksFor:
        'Accounts that are used from one network address, above all in the same hours. A team that works in one room shows one address.',
      blindTo:
        'Teams that give each account a way out of its own; rooms behind addresses that hundreds share.',
      benign: [
        'a household or shared flat',
        'an office, campus, café or co-working space',
        'a VPN exit or a mobile carrier’s gateway',
      ],
      headline: (facts) =>
        `${facts.accounts} accounts worked from ${facts.ip} (${facts.kind}), ` +
        (facts.hours_together > 0
          ? `two or more of them at once in ${facts.hours_together} ${facts.hours_together === 1 ? 'hour' : 'hours'}`
          : 'never in the same hour'),
    },
  },
});
