import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count } from '../../domain/messages/en/typography.ts';

/**
 * How much it says when the closed account and the later one alone share such a value: machines are sold on
 * and numbers given out again, a purse or a paper is not.
 */
const weights: Readonly<Record<string, number>> = {
  payout: 0.75,
  number: 0.8,
  photo: 0.75,
  file: 0.7,
  device: 0.5,
  phone: 0.45,
  email: 0.6,
  ip: 0.2,
  text: 0.2,
};

export default defineDetector({
  version: 1,
  indicators: ['H1'],
  family: 'identity',
  binds: true,
  priorWeight: {
    account: 0.6,
    link: 6,
    why: 'who was closed and comes back under another name is named by the advisory; many reopen openly',
  },
  role: 'operator',
  needs: ['known-shared', 'declared-together'],
  grain: { between: ['LOGGED_IN_FROM', 'LOGGED_IN_ON', 'PAID_THROUGH', 'HANDED_IN_BY'] },
  parameters: {
    days_before: {
      default: 14,
      min: 0,
      why: 'who sees the closing come opens the next account some days ahead',
      unit: 'days',
    },
    fading_days: {
      default: 180,
      min: 1,
      why: 'whoever needs an account returns within weeks; years later, machines and numbers have changed hands',
      unit: 'days',
    },
    hub_accounts: {
      default: 15,
      min: 2,
      why: 'what more accounts than this share is a public place or a placeholder',
      unit: 'accounts',
    },
    least: {
      default: 0.05,
      min: 0,
      max: 1,
      why: 'below this it would name everybody who once used one network with somebody who left',
    },
  },
  facts: z.object({
    closed: z.string(),
    reopened: z.string(),
    status: z.string(),
    reason: z.string(),
    ended: z.string(),
    /** Otherwise the time of the change of status, or of the last login, stands for it. */
    time_known: z.boolean(),
    /** Negative when the later account was opened ahead of the closing. */
    days_between: z.number(),
    traits: z.array(z.object({ kind: z.string(), holders: z.int(), known: z.boolean() })),
    /** Both give one legal name and birth date: an open return. */
    same_person: z.boolean(),
    same_address: z.boolean(),
    same_website: z.boolean(),
    declared: z.boolean(),
    first_login: z.string().nullable(),
  }),
  strength: (facts, settings) => {
    const rarest = new Map<string, number>();
    for (const { kind, holders, known } of facts.traits) {
      const weight = ((weights[kind] ?? 0) * 2 * (known ? 0.15 : 1)) / Math.max(2, holders);
      rarest.set(kind, Math.max(rarest.get(kind) ?? 0, weight));
    }
    const shared = [...rarest.values(), facts.same_address ? 0.3 : 0, facts.same_website ? 0.4 : 0];
    const together = 1 - shared.reduce((rest, weight) => rest * (1 - weight), 1);
    const soon = 0.4 + 0.6 * Math.exp(-Math.abs(facts.days_between) / settings.fading_days);
    const suspended = facts.status === 'suspended';
    const forced = suspended ? 1 : 0.8;
    // Relatives share a home. One who returns under the own name hides nothing, unless suspended before.
    const open = facts.same_person ? (suspended ? 0.5 : 0.1) : facts.declared ? 0.15 : 1;
    const strength = 0.95 * together * soon * forced * open;
    return strength < settings.least ? 0 : strength;
  },
  explainedBy: ({ same_person }) => ({
    second_account: same_person ? 0.9 : 0.7,
    household: 0.6,
    studio: 0.3,
  }),
  messages: {
    title: 'A closed account that comes back',
    bond: 'a closed account and its successor',
    looksFor:
      'Accounts that were opened after another was closed or suspended and that share its machine, purse, identity papers, contacts or address. Whoever lost an account opens the next one.',
    blindTo:
      'A return with a new machine, purse and papers, and accounts whose closing has no time.',
    benign: [
      'somebody who closed an account and returns openly years later',
      'a second-hand machine or a phone number given out again',
      'a flatmate or relative who signs up after the other has left',
    ],
    headline: (facts) =>
      `${facts.reopened} was opened ${count(Math.abs(Math.round(facts.days_between)), 'day', 'days')} ${facts.days_between < 0 ? 'before' : 'after'} ${facts.closed} was ${facts.status}, with the same ${[...new Set(facts.traits.map(({ kind }) => kind))].sort().join(', ')}`,
  },
});
