import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';

export default defineDetector({
  version: 1,
  indicators: ['P2'],
  family: 'device',
  binds: true,
  role: 'operator',
  needs: ['known-shared', 'declared-together'],
  parameters: {
    hub_accounts: {
      default: 20,
      min: 2,
      why: 'more accounts than one machine serves: a fingerprint that many machines share, or a public one',
      unit: 'accounts',
    },
    returns_for_full_weight: {
      default: 4,
      min: 1,
      why: 'a machine that comes back to an account again and again is shared, not sold',
      unit: 'times',
    },
  },
  facts: z.object({
    device: z.string(),
    kind: z.string(),
    accounts: z.int(),
    unrelated: z.int(),
    sessions: z.int(),
    /** How often the device went back to an account it had left; 0 for a machine that was sold on. */
    returns: z.int(),
    remote_access: z.array(z.string()),
    known_shared: z.array(z.string()),
  }),
  strength: (facts, settings) => {
    if (facts.unrelated < 2) return 0.05;
    const base = 1 - 0.3 ** (facts.unrelated - 1);
    const turns = 0.2 + 0.8 * Math.min(1, facts.returns / settings.returns_for_full_weight);
    const hub = facts.accounts > settings.hub_accounts ? 0.15 : 1;
    const known = facts.known_shared.length > 0 ? 0.15 : 1;
    return 0.95 * base * turns * hub * known;
  },
  words: {
    en: {
      title: 'Several accounts on one device',
      bond: 'one device',
      looksFor:
        'Accounts that are used in turn on one machine. Whoever runs several accounts by hand switches between them.',
      blindTo: 'Teams that keep a machine for each account; fingerprints that a browser falsifies.',
      benign: [
        'a family computer',
        'a machine in a library, café or hostel',
        'a machine sold second-hand, which passes on once and does not come back',
      ],
      headline: (facts) =>
        `${facts.accounts} accounts were used on ${facts.device}` +
        (facts.returns > 0
          ? `, which went back and forth between them ${facts.returns === 1 ? 'once' : `${facts.returns} times`}`
          : ', one after the other'),
    },
  },
});
