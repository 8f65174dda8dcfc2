import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count } from '../../domain/messages/en/typography.ts';

/** Weaker ones are what a phone and a VPN do. */
const leastWorthTelling = 0.05;

/** Where one account in ten shows two countries in a day, that is worth half. */
const usualForHalf = 0.1;

const saturating = (amount: number, half: number) => 1 - Math.exp(-Math.max(0, amount) / half);

export default defineDetector({
  version: 2,
  indicators: ['P1', 'C1'],
  shows: {
    C1: ({ hidden_leaps, hidden_countries, hidden_share }) =>
      hidden_leaps > 0 || hidden_countries > 0 || hidden_share > 0,
  },
  family: 'network',
  binds: false,
  priorWeight: {
    account: 0.5,
    why: 'named by the advisory, and usual among travellers and users of VPNs',
  },
  role: 'operator',
  needs: [],
  grain: { between: ['LOGGED_IN_FROM'] },
  parameters: {
    travel_hours: {
      default: 3,
      min: 0,
      why: 'to the airport, through it and out again takes as long, wherever one flies',
      unit: 'hours',
    },
    most_sessions: {
      default: 100,
      cites: true,
      min: 10,
      why: 'more sessions tell an investigator nothing new; those around a leap come first',
      unit: 'sessions',
    },
  },
  facts: z.object({
    account: z.string(),
    role: z.string(),
    sessions: z.int(),
    addresses: z.int(),
    countries: z.int(),
    /** Changes of country too fast for a traveller, between exits that show where one is. */
    leaps: z.int(),
    /** Those in which the one session was not over when the other began. */
    leaps_at_once: z.int(),
    leap_countries: z.int(),
    /** The same where at least one exit hides the place: VPN, Tor, hosting. */
    hidden_leaps: z.int(),
    hidden_countries: z.int(),
    hidden_share: z.number(),
    most_countries_a_day: z.int(),
    /** Without those that only a hiding exit shows. */
    most_shown_a_day: z.int(),
    days_of_three_countries: z.int(),
    most_addresses_a_day: z.int(),
    /** What one account in a hundred exceeds. */
    usual_addresses: z.int(),
    /** Share of accounts that ever show two countries in a day. */
    usual_leaping: z.number(),
  }),
  strength: (facts) => {
    const usual = usualForHalf / (usualForHalf + facts.usual_leaping);
    // Two countries may be neighbours, or one address misplaced; a third is neither.
    const range = 0.35 + 0.55 * saturating(facts.leap_countries - 2, 1.5);
    const leaps = saturating(facts.leaps + facts.leaps_at_once, 4) * range * usual;
    // Most who use a VPN are honest, and keep to one exit or two.
    const hidden =
      0.5 * saturating(facts.hidden_leaps, 8) * saturating(facts.hidden_countries - 2, 3);
    const shown = 0.6 * saturating(facts.most_shown_a_day - 2, 1.5) * usual;
    const day =
      0.3 *
      saturating(facts.most_countries_a_day - 2, 2) *
      saturating(facts.days_of_three_countries, 2);
    const many = 0.35 * saturating(facts.most_addresses_a_day - facts.usual_addresses - 1, 4);
    const all = 1 - [leaps, hidden, shown, day, many].reduce((rest, one) => rest * (1 - one), 1);
    // An agency's people sit in several places, openly.
    const strength = facts.role === 'agency' ? 0.3 * all : all;
    return strength < leastWorthTelling ? 0 : strength;
  },
  explainedBy: () => ({ business: 0.4, studio: 0.2, place: 0.7 }),
  messages: {
    title: 'Faster than travel',
    bond: 'leaps between countries',
    looksFor:
      'Accounts whose sessions leap between countries faster than a person travels, or that come in from many countries or addresses within a day. Exits that hide the place are told apart, since most who use them are honest.',
    blindTo:
      'Whoever keeps to one exit in the claimed country; addresses whose country the platform does not know or has wrong.',
    shows: {
      C1: 'sessions come from exits that hide the place',
    },
    benign: [
      'a VPN switched on and off',
      'a phone that roams near a border, or comes out at its carrier’s home abroad',
      'an address whose country is out of date',
      'travels for a living, with days between countries',
    ],
    headline: (facts) =>
      [
        `${facts.account} came from addresses of ${count(facts.countries, 'country', 'countries')} in ${count(facts.sessions, 'session', 'sessions')}`,
        facts.leaps > 0
          ? `${facts.leaps} ${facts.leaps === 1 ? 'change' : 'changes'} of country faster than travel`
          : null,
        facts.hidden_leaps > 0
          ? `${count(facts.hidden_leaps, 'leap', 'leaps')} by exits that hide the place`
          : null,
        facts.most_countries_a_day > 2 ? `${facts.most_countries_a_day} countries in a day` : null,
        facts.most_addresses_a_day > facts.usual_addresses
          ? `${facts.most_addresses_a_day} addresses in a day`
          : null,
      ]
        .filter((part) => part !== null)
        .join(', '),
  },
});
