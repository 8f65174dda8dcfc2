import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count, within } from '../../domain/messages/en/typography.ts';

const drawnSchema = z.object({
  currency: z.string(),
  debits: z.int(),
  payers: z.int(),
  /** Debits that the payer disputed or that were sent back. */
  disputed: z.int(),
  largest: z.number(),
  total: z.number(),
  /** From the first to the last. */
  days: z.number(),
  /** The usual transfer of the platform in this currency; null when there is none. */
  usual: z.number().nullable(),
});
type Drawn = z.infer<typeof drawnSchema>;

/** 0 up to `low`, 1 from `high` on, straight between them. */
function ramp(value: number, low: number, high: number): number {
  return Math.min(1, Math.max(0, (value - low) / (high - low)));
}

/** What the debits in one currency say; amounts of two currencies are never added up. */
function weight(drawn: Drawn, large: number, manyPayers: number): number {
  const number = ramp(drawn.debits, 3, 20);
  const time = ramp(drawn.days, 7, 60);
  const small = 1 - ramp(drawn.largest / drawn.total, 0.2, 0.5);
  const together =
    drawn.usual === null || drawn.usual <= 0
      ? 0.5
      : ramp(Math.log(drawn.total / drawn.usual), Math.log(2), Math.log(large));
  const disputed = ramp(drawn.disputed / drawn.debits, 0, 0.25);
  // Whoever draws from very many, none of whom disputes, is a shop with standing orders.
  const till = Math.min(1, manyPayers / drawn.payers);
  return (
    (0.25 * till + (0.95 - 0.25 * till) * disputed) * Math.sqrt(number * time) * small * together
  );
}

export default defineDetector({
  version: 1,
  indicators: ['C11', 'E8'],
  shows: {
    C11: ({ drawn }) => drawn.some(({ disputed }) => disputed > 0),
  },
  family: 'money',
  binds: false,
  priorWeight: {
    account: 1,
    why: 'the advisory tells of small debits that come to much; subscriptions look alike',
  },
  role: (facts) => (facts.side === 'payers' ? 'victim' : 'operator'),
  needs: ['known-shared'],
  parameters: {
    min_debits: {
      default: 5,
      min: 2,
      why: 'a few debits are what anyone has; the advisory’s case had thirty within months',
      unit: 'debits',
    },
    large: {
      default: 30,
      min: 2,
      why: 'together they are large when they reach thirty usual payments of the platform',
      unit: 'usual payments',
    },
    many_payers: {
      default: 8,
      min: 1,
      why: 'who draws from more than this without a dispute sells something by standing order',
      unit: 'payers',
    },
    most_shown: {
      default: 120,
      cites: true,
      min: 5,
      why: 'the first debits show the pattern; how many there are is said beside',
      unit: 'debits',
    },
  },
  facts: z.object({
    beneficiary: z.string(),
    holder_name: z.string(),
    /** Whose accounts the finding names: those paid there, or those drawn from. */
    side: z.enum(['beneficiary', 'payers']),
    accounts: z.int(),
    /** By currency. */
    drawn: z.array(drawnSchema),
    known_shared: z.array(z.string()),
  }),
  strength: (facts, settings) => {
    const strongest = Math.max(
      ...facts.drawn.map((drawn) => weight(drawn, settings.large, settings.many_payers)),
    );
    const known = facts.known_shared.length > 0 ? 0.15 : 1;
    // A freelancer’s monthly invoices, of which none is disputed, come to less than this.
    return strongest * known < 0.1 ? 0 : strongest * known;
  },
  messages: {
    title: 'Many small debits that are large together',
    bond: 'small debits to one beneficiary',
    looksFor:
      'One beneficiary that draws many small sums over weeks and months: asked for by itself, or disputed by those who paid, for no job and in no agreed amount, and together a large sum. Each stays below what anyone checks.',
    blindTo:
      'Data that tell neither who asked for a transfer nor how it ended; debits spread over many beneficiaries; what is disguised as an agreed regular amount.',
    shows: {
      C11: 'debits were disputed or sent back',
    },
    benign: [
      'a retainer, a rent or a standing order that both agreed on',
      'a seller of subscriptions or a utility that bills by use',
      'a payer who disputes what was rightly owed',
    ],
    headline: (facts) => {
      const [most] = [...facts.drawn].sort((a, b) => b.debits - a.debits);
      if (!most) return `Small debits to ${facts.beneficiary}`;
      const disputed = most.disputed > 0 ? `, ${most.disputed} of them disputed` : '';
      return `${facts.beneficiary} drew ${count(most.debits, 'small sum', 'small sums')}, ${most.total.toFixed(2)} ${most.currency} together, from ${most.payers} ${most.payers === 1 ? 'payer' : 'payers'} within ${count(within(most.days), 'day', 'days')}${disputed}`;
    },
  },
});
