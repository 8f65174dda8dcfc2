import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';

/** Who sent one small piece beside others’ splits as far as this; who sent several, further. */
const onePiece = 0.6;

/** What the sum of shares is worth: half of one account's money is nothing, two whole incomes much. */
function together(weights: readonly number[]): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return 1 - 0.4 ** Math.max(0, sum - 0.5);
}

export default defineDetector({
  version: 4,
  indicators: ['P9', 'C10', 'H2'],
  shows: {
    C10: ({ kinds }) => kinds.includes('crypto'),
    H2: ({ countries }) => countries.includes('CN'),
  },
  family: 'money',
  binds: true,
  priorWeight: {
    account: 1.75,
    link: 9,
    why: 'the advisory names transfers that meet where nobody looks; few honest flows of unrelated people meet some hops on',
  },
  role: 'operator',
  needs: ['moves-on', 'splits-to', 'known-shared', 'declared-together'],
  grain: { between: ['TRANSFERRED_TO'] },
  parameters: {
    max_hops: {
      default: 3,
      min: 1,
      max: 5,
      why: 'a wallet, a company and the collector; beyond that everybody’s money meets somewhere',
      unit: 'hops',
    },
    min_kept: {
      default: 0.25,
      min: 0.05,
      max: 1,
      why: 'rent is a quarter of an income; money that is somebody else’s goes on nearly whole',
      unit: 'share of the income a hop',
    },
    whole: {
      default: 0.75,
      min: 0.3,
      max: 1,
      why: 'what is left after fees and a small pay for whoever lends the account',
      unit: 'share of the income a hop',
    },
    hub_payers: {
      default: 12,
      min: 3,
      why: 'more payers than a team has hands: an exchange, a card issuer, a payroll firm, the platform’s escrow',
      unit: 'payers',
    },
    most_sources: {
      default: 40,
      cites: true,
      min: 2,
      why: 'the accounts that send the most tell the story; how many there are is said beside',
      unit: 'accounts',
    },
    most_there: {
      default: 5,
      cites: true,
      min: 0,
      why: 'who is paid at the destination collects; more than a few are customers',
      unit: 'accounts',
    },
    most_transfers: {
      default: 5,
      cites: true,
      min: 1,
      why: 'a few transfers of each pair show what they do; how many there are is said beside',
      unit: 'transfers a pair',
    },
    usual_for_half: {
      default: 0.05,
      min: 0.001,
      max: 1,
      why: 'where one payer in twenty splits sums into small pieces, pieces are worth half: shops and clubs are paid so',
      unit: 'share of payers',
    },
    watched_countries: {
      default: [],
      why: 'countries of destinations that the operator wants weighed more; none by default, for a country alone says nothing of a person',
    },
  },
  facts: z.object({
    destination: z.string(),
    kind: z.string(),
    holder_name: z.string(),
    accounts: z.int(),
    shown: z.int(),
    /** Parties that send money there, those openly connected counted once. */
    unrelated: z.int(),
    /** How many parties' income goes on there, transfer by transfer. */
    movers: z.int(),
    /** By party, the strongest first, the share of its income that goes on there at each hop: their mean, as factors. */
    sent_on: z.array(z.number()),
    /** The same, less where it was sent a few times only: what the strength takes. */
    kept: z.array(z.number()),
    /** By party, how far it sends there small like pieces out of line with its other payments. */
    split: z.array(z.number()),
    /** How many parties do so. */
    splitters: z.int(),
    /** Payment accounts from which the money comes in at last. */
    sides: z.int(),
    hops: z.int(),
    /** Accounts that are paid into the destination itself. */
    paid_there: z.int(),
    /** All who pay the destination, and all whom it pays. */
    payers: z.int(),
    payees: z.int(),
    transfers: z.int(),
    /** Of the payment accounts from the payouts to the destination. */
    kinds: z.array(z.string()),
    /** Of the destination and of those between; whose payout it comes from says nothing of where it goes. */
    countries: z.array(z.string()),
    /** Accounts whose claimed country is known beside the destination's, and those whose is another. */
    placed: z.int(),
    elsewhere: z.int(),
    watched_country: z.boolean(),
    /** The share of all payers on the platform that ever split a sum, those who do so there aside. */
    usual_splitting: z.number(),
    known_shared: z.array(z.string()),
  }),
  strength: (facts, settings) => {
    const { min_kept, whole } = settings;
    const devoted = facts.kept.map((kept) =>
      Math.min(1, Math.max(0, (kept - min_kept) / (whole - min_kept))),
    );
    // A service has customers who pay it a little, and pays many itself; a collector has few payers but its own.
    const own = Math.sqrt(Math.min(1, facts.sides / Math.max(1, facts.payers)));
    const spread = facts.payees / Math.max(1, facts.payers);
    const collects = 1 - 0.3 * Math.min(1, Math.max(0, spread - 0.5));
    const funnel = 0.95 * together(devoted) * own * collects;
    const countries =
      (facts.placed > 0 ? 0.3 * (facts.elsewhere / facts.placed) : 0) +
      (facts.watched_country ? 0.3 : 0);
    const weighed = funnel + countries * funnel * (1 - funnel);
    const half = settings.usual_for_half ** 2;
    const rare = half / (half + facts.usual_splitting ** 2);
    // A shop has one customer who buys several times, and many who buy once.
    const several = facts.split.filter((each) => each > onePiece).length;
    const splitting = Math.min(1, (2 * several) / Math.max(1, facts.splitters));
    const pieces =
      splitting * (1 - facts.split.reduce((rest, each) => rest * (1 - 0.8 * each * rare), 1));
    const hub = (payers: number) => Math.min(1, settings.hub_payers / Math.max(1, payers)) ** 2;
    // Whoever else pays there does not make the pieces usual, unless they come in pieces too.
    const both = 1 - (1 - weighed * hub(facts.payers)) * (1 - 0.95 * pieces * hub(facts.splitters));
    const strength = both * (facts.known_shared.length > 0 ? 0.15 : 1);
    return strength < 0.03 ? 0 : strength;
  },
  explainedBy: ({ payers, movers }) => ({
    household: 0.4,
    business: 0.4,
    studio: 0.4,
    // A service has many customers; a collector's payers are his own.
    bookkeeper: 0.5 + 0.4 * (1 - Math.min(1, movers / Math.max(1, payers))),
  }),
  messages: {
    title: 'Payouts that meet further on',
    bond: 'money that meets at one place',
    looksFor:
      'Accounts with payouts of their own whose money, one to three transfers later, arrives at one payment account, most of it and soon after it came in; or several payers who send one payee sums split into small like pieces. A team that gives each account its own wallet still has to bring its earnings together.',
    blindTo:
      'Cash, and transfers that the platform does not see; money that rests for months on the way; a firm that receives on one payment account and sends from another.',
    shows: {
      C10: 'a payment account on the way is of virtual currency',
      H2: 'the destination, or a payment account between, is in China',
    },
    benign: [
      'an exchange, card issuer or savings bank that many customers use',
      'a landlord, or a family abroad that several relatives support',
      'an agency whose staff hand their payouts on',
      'a small shop or club whose customers buy the same cheap thing',
    ],
    headline: (facts) => {
      const moved = facts.movers;
      const pieces = facts.splitters;
      const parts = [
        ...(moved > 0
          ? [
              `the money of ${moved} ${moved === 1 ? 'party' : 'parties'} (openly connected accounts counted as one) arrives at ${facts.destination} within ${facts.hops} ${facts.hops === 1 ? 'transfer' : 'transfers'}`,
            ]
          : []),
        ...(pieces > 0
          ? [
              `${pieces} ${pieces === 1 ? 'party sends' : 'parties send'} ${facts.destination} sums in small like pieces`,
            ]
          : []),
      ].join('; ');
      return parts.charAt(0).toUpperCase() + parts.slice(1);
    },
    facts: {
      accounts: 'accounts that send money there',
      shown: 'of these, accounts named here',
      sent_on: 'by party, the share of its income that goes on there',
      kept: 'the same, less where it was sent a few times only: as weighed',
      transfers: 'settled transfers on the way',
      split: 'by party, how far it splits sums out of line with its other payments',
      splitters: 'parties that split sums',
      sides: 'payment accounts that the money comes in from at last',
      hops: 'transfers on the way, at most',
      paid_there: 'accounts paid into it directly',
      payers: 'payment accounts that pay it, whoever holds them',
      payees: 'payment accounts that it pays',
      placed: 'accounts whose country is known beside the destination’s',
      elsewhere: 'of these, accounts that claim another country',
    },
  },
});
