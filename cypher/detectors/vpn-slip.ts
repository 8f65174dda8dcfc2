import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count } from '../../domain/messages/en/typography.ts';

/** What is left of the doubt with each further stranger who shows the same place. */
const doubtPerGuest = 0.5;

/** An account of the same network may have been given the address by chance. */
const ownNetwork = 0.3;

/** An office is shared by those who work in it; of an unknown address nobody knows what it is. */
const kinds: Readonly<Record<string, number>> = { residential: 1, business: 0.6, unknown: 0.6 };

export default defineDetector({
  version: 2,
  indicators: ['P2', 'C1'],
  family: 'network',
  binds: true,
  priorWeight: {
    account: 1,
    link: 6.5,
    why: 'the advisory tells of VPNs that hide one place; that several who hide show the same stray address is seldom chance',
  },
  role: 'operator',
  needs: ['known-shared', 'declared-together'],
  grain: { between: ['LOGGED_IN_FROM'] },
  parameters: {
    most_visits: {
      default: 2,
      min: 1,
      why: 'who comes oftener is at home there, or works there',
      unit: 'sessions',
    },
    hidden_share: {
      default: 0.3,
      min: 0.05,
      max: 1,
      why: 'of what an account does elsewhere so much comes through VPNs, Tor or rented servers; who seldom hides shows much by daylight',
    },
    hub_accounts: {
      default: 40,
      min: 2,
      why: 'an address that more accounts pass through is a gateway of strangers',
      unit: 'accounts',
    },
    most_sessions: {
      default: 60,
      cites: true,
      min: 2,
      why: 'as many as a page bears; how many there are is said beside',
      unit: 'sessions',
    },
  },
  facts: z.object({
    /** The address, or the IPv6 network of a household. */
    ip: z.string(),
    kind: z.string(),
    /** Its number, or its name; empty where neither is known. */
    network: z.string(),
    /** Those who hide elsewhere; the finding is about these. */
    accounts: z.int(),
    /** Of them, those openly connected counted once. */
    unrelated: z.int(),
    /** All who ever came, none oftener than a guest. */
    guests: z.int(),
    /** Of those named, there. */
    sessions: z.int(),
    /** The share of what they do elsewhere that comes through masks, on average. */
    hidden_share: z.number(),
    /** The same of the one that does so least, and of the one that does so most. */
    least_hidden: z.number(),
    most_hidden: z.number(),
    /** Those who have other addresses of this network, too. */
    at_home: z.int(),
    /** Other addresses of the network that guests alone came to, several each. */
    passed_through: z.int(),
  }),
  strength: ({ kind, accounts, unrelated, hidden_share, at_home, passed_through }) => {
    const foreign = 1 - (1 - ownNetwork) * (at_home / accounts);
    const telling =
      (Math.min(1, 1.5 * hidden_share) * foreign * (kinds[kind] ?? 0.3)) / (1 + passed_through);
    return 0.9 * (1 - doubtPerGuest ** ((unrelated - 1) * telling));
  },
  explainedBy: ({ kind, passed_through }) => ({
    chance: passed_through > 0 ? 0.5 : 0.2,
    second_account: 0.7,
    household: 0.5,
    business: kind === 'residential' ? 0.3 : 0.7,
    studio: 0.5,
    place: kind === 'residential' ? 0.4 : 0.6,
    course: 0.2,
  }),
  messages: {
    title: 'One place behind the masks',
    bond: 'stray addresses of accounts that hide',
    looksFor:
      'Accounts that often come through VPNs, Tor or rented servers, and that were each seen once or twice at one and the same ordinary address, at which nobody is a regular. A mask slips now and then; that it slips to one place with several accounts is no chance.',
    blindTo:
      'Teams whose masks never slip; addresses of mobile networks, schools and shared offices; places at which one of the accounts is a regular, which the detector of shared addresses sees.',
    benign: [
      'a hotel, a flat let by the night, or a café that the platform knows as residential',
      'guests of one friend, none of whom works from there as a rule',
      'a company whose staff work through its VPN, and came to its office once',
    ],
    headline: ({ accounts, guests, ip, kind, least_hidden, most_hidden }) =>
      `${count(accounts, 'account that comes', 'accounts that come')} through VPNs or servers in ${shares(least_hidden, most_hidden)} of their other sessions ${accounts === 1 ? 'was' : 'were'} seen once or twice at ${ip} (${kind}), where nobody is a regular` +
      (guests > accounts
        ? `; so ${guests - accounts === 1 ? 'was' : 'were'} ${count(guests - accounts, 'other', 'others')}`
        : ''),
    facts: {
      accounts: 'accounts that hide elsewhere, and came here',
      guests: 'all accounts that ever came here',
      sessions: 'sessions here of those named',
      hidden_share: 'share of what they do elsewhere that comes through masks, on average',
      least_hidden: 'the same of the one that does so least',
      most_hidden: 'the same of the one that does so most',
      at_home: 'accounts that have other addresses of this network',
      passed_through: 'other addresses of the network that guests alone came to',
    },
  },
});

/** In per cent. */
function shares(least: number, most: number): string {
  const [from, to] = [Math.round(100 * least), Math.round(100 * most)];
  return from === to ? `${from} %` : `${from} to ${to} %`;
}
