import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count, within } from '../../domain/messages/en/typography.ts';

/** How much it says when a referrer and the one brought in alone share a value of that kind. */
const weights: Readonly<Record<string, number>> = { device: 0.6, payout: 0.75, ip: 0.3 };

export default defineDetector({
  version: 2,
  indicators: ['C6', 'C15'],
  shows: {
    C15: ({ clients }) => clients.length > 0,
  },
  family: 'contacts',
  binds: true,
  priorWeight: {
    account: 0.5,
    link: 4,
    why: 'the advisory says that they bring in their own; so does everybody else',
  },
  role: 'operator',
  needs: ['known-shared', 'declared-together'],
  grain: {
    between: [
      'REFERRED_BY',
      'LINKED_TO',
      'LOGGED_IN_FROM',
      'LOGGED_IN_ON',
      'PAID_THROUGH',
      'HANDED_IN_BY',
    ],
  },
  parameters: {
    hub_accounts: {
      default: 15,
      min: 2,
      why: 'what more accounts than this share is a public place, a popular client or a common paper',
      unit: 'accounts',
    },
    least: {
      default: 0.05,
      min: 0,
      max: 1,
      why: 'a referral alone is everyday; below this it would name everybody who came by one',
    },
  },
  facts: z.object({
    from: z.string(),
    brought: z.string(),
    /** Each of the two brought in the other. */
    mutual: z.boolean(),
    /** How many the first one brought in. */
    brought_in: z.int(),
    /** When the one brought in was opened: the files do not say when it was brought in. */
    opened: z.string().nullable(),
    /** From the opening of the one to that of the other; less than none where who brought in is the younger. */
    days_apart: z.number().nullable(),
    traits: z.array(
      z.object({ kind: z.string(), id: z.string(), holders: z.int(), known: z.boolean() }),
    ),
    papers: z.int(),
    contacts: z.array(z.string()),
    clients: z.array(z.object({ client: z.string(), hired: z.int() })),
    declared: z.boolean(),
    usual_brought_in: z.number(),
  }),
  strength: (facts, settings) => {
    const rarest = new Map<string, number>();
    for (const { kind, holders, known } of facts.traits) {
      const weight = ((weights[kind] ?? 0) * 2 * (known ? 0.15 : 1)) / Math.max(2, holders);
      rarest.set(kind, Math.max(rarest.get(kind) ?? 0, weight));
    }
    // Two who bring work to one another meet at a client; several rare clients are more than that.
    const clients = facts.clients.reduce(
      (rest, { hired }) => rest * (1 - 0.3 / Math.max(2, hired)),
      1,
    );
    const shared = [
      ...rarest.values(),
      facts.papers > 0 ? 0.7 : 0,
      ...facts.contacts.map((kind) => (kind === 'address' ? 0.3 : 0.5)),
      1 - clients,
    ];
    const more = 1 - shared.reduce((rest, weight) => rest * (1 - weight), 1);
    const rare = (1 - facts.usual_brought_in) ** 6;
    const referral = facts.mutual ? 0.15 : 0.1 * rare * (facts.brought_in / (facts.brought_in + 2));
    const strength = (1 - (1 - referral) * (1 - 0.95 * more)) * (facts.declared ? 0.2 : 1);
    return strength < settings.least ? 0 : strength;
  },
  explainedBy: () => ({
    second_account: 0.6,
    household: 0.8,
    business: 0.7,
    studio: 0.9,
    place: 0.5,
    course: 0.8,
    regulars: 0.5,
  }),
  messages: {
    title: 'Brought in by one another, and more in common',
    bond: 'a referral and what goes with it',
    looksFor:
      'Accounts of which one brought in or recommended the other, and which share more than that: a machine, a purse, papers, contacts, an address nobody else uses, clients that few others work for.',
    blindTo:
      'When somebody was brought in: the files tell only when the account was opened; teams whose members come separately, and those that share nothing but the way they write or work.',
    shows: {
      C15: 'both work for the same clients',
    },
    benign: [
      'a colleague or friend who is invited for the bonus',
      'relatives who work at one machine',
      'a subcontractor whom the first one openly brings to a client',
    ],
    headline: (facts) =>
      [
        `${facts.from} is on record as having brought in ${facts.brought}`,
        facts.opened === null ? null : `opened ${facts.opened.slice(0, 10)}`,
        isYounger(facts)
          ? `${apart(facts, 'day', 'days', count)} before ${facts.from} itself`
          : null,
        ...[...new Set(facts.traits.map(({ kind }) => kind))].sort().map((kind) => {
          const shared = facts.traits.filter((trait) => trait.kind === kind).length;
          return shared === 1 ? `one ${kind}` : `${shared} ${kind}s`;
        }),
        facts.papers > 0 ? 'the same papers' : null,
        ...facts.contacts.map((kind) => `one ${kind}`),
        facts.clients.length > 0
          ? `${count(facts.clients.length, 'client', 'clients')} of both`
          : null,
      ]
        .filter((part) => part !== null)
        .join(', '),
  },
});

interface Openings {
  days_apart: number | null;
}

/** Whoever brings in somebody is there before: where it was opened later, the record contradicts itself. */
export function isYounger({ days_apart: days }: Openings): boolean {
  return days !== null && days < 0;
}

/** The days between the two openings, as a language counts them. */
export function apart(
  { days_apart: days }: Openings,
  one: string,
  many: string,
  counted: typeof count,
): string {
  return counted(within(Math.abs(days ?? 0)), one, many);
}
