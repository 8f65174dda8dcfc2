import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count } from '../../domain/messages/en/typography.ts';

export default defineDetector({
  version: 2,
  indicators: ['P8', 'M9'],
  shows: {
    P8: ({ busiest_month, peers_busiest_month, accepted, expected }) =>
      busiest_month > peers_busiest_month && accepted < expected,
  },
  family: 'conduct',
  binds: false,
  priorWeight: { account: 0.6, why: 'named by the advisory, and usual among beginners' },
  role: 'operator',
  needs: [],
  grain: {},
  parameters: {
    fence: {
      default: 1.5,
      min: 0,
      why: 'beyond the upper quartile by this many distances between the quartiles is the usual bound of an outlier; a ring that makes up a quarter of a small trade does not move it',
      unit: 'quartile distances',
    },
    min_peers: {
      default: 20,
      min: 2,
      why: 'fewer peers of one trade and age say little of what is usual; then the whole trade is asked, then everyone',
      unit: 'accounts',
    },
    min_bids: {
      default: 10,
      min: 1,
      why: 'bids for a login are a ratio of small numbers below this',
      unit: 'bids',
    },
    least: {
      default: 0.03,
      min: 0,
      max: 1,
      why: 'below this it would name those who are a little busier than their peers',
    },
    most_shown: {
      default: 100,
      cites: true,
      min: 1,
      why: 'the first of them show the pattern; the facts count all',
      unit: 'bids',
    },
  },
  facts: z.object({
    bids: z.int(),
    accepted: z.int(),
    /** How many would have been accepted at the rate of its peers. */
    expected: z.number(),
    busiest_month: z.int(),
    logins: z.int(),
    first_bid: z.string(),
    last_bid: z.string(),
    /** Trade and half-year of creation, as far as there are peers enough. */
    peers: z.string(),
    peers_accounts: z.int(),
    /** The bound within which nearly all peers stay. */
    peers_busiest_month: z.number(),
    peers_bids_per_login: z.number().nullable(),
  }),
  strength: (facts, settings) => {
    const beyond = (value: number, usual: number) => (value > usual ? 1 - usual / value : 0);
    const heavy = beyond(facts.busiest_month, facts.peers_busiest_month);
    const unwanted = Math.max(0, 1 - (facts.accepted + 1) / (facts.expected + 1));
    const perLogin =
      facts.logins > 0 && facts.bids >= settings.min_bids && facts.peers_bids_per_login !== null
        ? beyond(facts.bids / facts.logins, facts.peers_bids_per_login)
        : 0;
    const strength = 1 - (1 - 0.55 * heavy * unwanted) * (1 - 0.3 * perLogin * unwanted);
    return strength < settings.least ? 0 : strength;
  },
  explainedBy: () => ({ business: 0.4, studio: 0.2, course: 0.4 }),
  messages: {
    title: 'A flood of bids',
    bond: 'a flood of bids',
    looksFor:
      'Accounts that bid far more than nearly all peers of their trade and age, while fewer of the bids are accepted than those of the peers would be, or that place many bids for each login. Scripts and teams that share one account bid like that.',
    blindTo:
      'Teams that spread their bids over many accounts, and floods on platforms where everybody floods.',
    shows: {
      P8: 'a month holds more bids than nearly all peers’, and fewer are accepted than theirs would be',
    },
    benign: [
      'a newcomer without ratings who tries everything',
      'an agency whose staff bids through one account',
      'someone who stays logged in and writes all bids in one long session',
    ],
    headline: (facts) =>
      `${count(facts.bids, 'bid', 'bids')}, up to ${facts.busiest_month} a month where nearly all peers stay within ${Math.floor(facts.peers_busiest_month)}; ${facts.accepted} accepted where ${facts.expected} would be usual; ${count(facts.logins, 'login', 'logins')}`,
  },
});
