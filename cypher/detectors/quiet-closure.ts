import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count, within } from '../../domain/messages/en/typography.ts';

export default defineDetector({
  version: 1,
  indicators: ['A1', 'H1'],
  shows: {
    A1: ({ status }) => status !== 'suspended',
  },
  family: 'conduct',
  binds: false,
  priorWeight: {
    account: 0.5,
    why: 'to close once clients are met is told of, and is what many do who found work',
  },
  role: 'operator',
  needs: ['known-shared', 'declared-together'],
  grain: {
    between: [
      'BID_ON',
      'HANDED_IN_BY',
      'ADDRESSED_TO',
      'LOGGED_IN_ON',
      'LOGGED_IN_FROM',
      'PAID_THROUGH',
    ],
  },
  parameters: {
    horizon_days: {
      default: 45,
      min: 1,
      why: 'whoever closes later than this has worked for the client first',
      unit: 'days',
    },
    soon_days: {
      default: 14,
      min: 1,
      why: 'scrutiny is escaped within days of the contact, not within months',
      unit: 'days',
    },
    same_days: {
      default: 7,
      min: 0,
      why: 'accounts that are given up together go within a week',
      unit: 'days',
    },
    hub_accounts: {
      default: 15,
      min: 2,
      why: 'what more accounts than this share is a public place',
      unit: 'accounts',
    },
    least: {
      default: 0.02,
      min: 0,
      max: 1,
      why: 'people give up platforms: below this it would name everybody who did',
    },
  },
  facts: z.object({
    met: z.string(),
    closed_at: z.string(),
    reason: z.string(),
    status: z.string(),
    /** From the first contact to the closing. */
    days: z.number(),
    clients: z.int(),
    /** Others closed so that share a machine, address or purse with it. */
    linked: z.array(z.string()),
    /** Others of its trade that were closed so within the same days. */
    alike: z.int(),
    quiet: z.int(),
    usual_quiet: z.number(),
  }),
  strength: (facts, settings) => {
    const soon = Math.exp(-facts.days / settings.soon_days);
    const few = 3 / (2 + Math.max(1, facts.clients));
    const own = facts.status === 'suspended' ? 0.5 : 1;
    const rare = (1 - facts.usual_quiet) ** 4;
    const pattern = 1 - 0.45 ** facts.linked.length * 0.9 ** Math.min(5, facts.alike);
    const strength = soon * few * own * (0.12 * rare + 0.6 * pattern * (0.4 + 0.6 * rare));
    return strength < settings.least ? 0 : strength;
  },
  messages: {
    title: 'Closed once clients were met',
    bond: 'closing after first contact',
    looksFor:
      'Accounts that are closed within days of their first contact with a client, above all when others that share a machine, address or purse were closed in the same way.',
    blindTo: 'Accounts that are left unused instead of closed, and contact outside the platform.',
    shows: {
      A1: 'the platform did not suspend it',
    },
    benign: [
      'somebody hired for good by the first client, who needs the platform no more',
      'somebody who gave up after the first job',
      'accounts that the platform closed in one sweep',
    ],
    headline: (facts) =>
      [
        `closed within ${count(within(facts.days), 'day', 'days')} of the first contact with a client`,
        facts.linked.length > 0
          ? `as ${facts.linked.length === 1 ? 'was' : 'were'} ${count(facts.linked.length, 'other', 'others')} linked to it`
          : null,
        facts.alike > 0 ? `and ${facts.alike} of its trade in the same days` : null,
      ]
        .filter((part) => part !== null)
        .join(', '),
  },
});
