import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count as countInEnglish } from '../../domain/words/en/typography.ts';
import { count, figure, french } from '../../languages/fr/typography.ts';

export default defineDetector({
  version: 2,
  indicators: ['P8', 'M9'],
  shows: {
    P8: ({ busiest_month, peers_busiest_month, accepted, expected }) =>
      busiest_month > peers_busiest_month && accepted < expected,
  },
  family: 'conduct',
  binds: false,
  role: 'operator',
  needs: [],
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
  words: {
    en: {
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
        `${countInEnglish(facts.bids, 'bid', 'bids')}, up to ${facts.busiest_month} a month where nearly all peers stay within ${facts.peers_busiest_month}; ${facts.accepted} accepted where ${facts.expected} would be usual; ${countInEnglish(facts.logins, 'login', 'logins')}`,
    },
    fr: {
      title: 'Un flot d’offres',
      bond: 'un flot d’offres',
      looksFor:
        'Des comptes qui font bien plus d’offres que presque tous leurs pairs de même métier et ancienneté, alors que moins d’offres sont acceptées que ne le seraient celles des pairs, ou qui font beaucoup d’offres à chaque connexion. Des scripts et des équipes qui se partagent un compte procèdent ainsi.',
      blindTo:
        'Les équipes qui répartissent leurs offres sur de nombreux comptes, et les flots sur les plateformes où chacun inonde.',
      shows: {
        P8: 'un mois compte plus d’offres que chez presque tous les pairs, et moins sont acceptées',
      },
      benign: [
        'un débutant sans notes qui essaie tout',
        'une agence dont le personnel fait ses offres par un seul compte',
        'quelqu’un qui reste connecté et écrit toutes ses offres en une longue session',
      ],
      headline: (facts) =>
        french`${count(facts.bids, 'offre', 'offres')}, jusqu’à ${figure(facts.busiest_month)} par mois là où presque tous les pairs restent sous ${figure(facts.peers_busiest_month)} ; ${count(facts.accepted, 'acceptée', 'acceptées')} là où ${figure(facts.expected)} seraient habituelles ; ${count(facts.logins, 'connexion', 'connexions')}`,
      parameters: {
        fence: {
          name: 'borne',
          why: french`au-delà du quartile supérieur par autant d’écarts entre quartiles, c’est la borne usuelle d’une valeur aberrante ; un réseau qui fait le quart d’un petit métier ne la déplace pas`,
          unit: 'écarts interquartiles',
        },
        min_peers: {
          name: 'pairs au moins',
          why: french`moins de pairs d’un métier et d’une ancienneté disent peu de l’habituel ; on interroge alors tout le métier, puis tout le monde`,
          unit: 'comptes',
        },
        min_bids: {
          name: 'offres au moins',
          why: 'en deçà, les offres par connexion sont un rapport de petits nombres',
          unit: 'offres',
        },
        least: {
          name: 'force au moins',
          why: 'en deçà, il nommerait ceux qui sont un peu plus actifs que leurs pairs',
        },
        most_shown: {
          name: 'montrés au plus',
          why: french`les premières montrent le motif ; les faits les comptent toutes`,
          unit: 'offres',
        },
      },
      facts: {
        bids: 'offres',
        accepted: 'acceptées',
        expected: 'attendues',
        busiest_month: 'mois le plus chargé',
        logins: 'connexions',
        first_bid: 'première offre',
        last_bid: 'dernière offre',
        peers: 'pairs',
        peers_accounts: 'comptes pairs',
        peers_busiest_month: 'mois le plus chargé des pairs',
        peers_bids_per_login: 'offres par connexion des pairs',
      },
      usual: { usual: 'habituel' },
    },
  },
});
