import type detector from '../../../cypher/detectors/bid-flood.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { count, figure, french } from '../typography.ts';

export default {
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
    french`${count(facts.bids, 'offre', 'offres')}, jusqu’à ${figure(facts.busiest_month)} par mois là où presque tous les pairs ne dépassent pas ${figure(Math.floor(facts.peers_busiest_month))} ; ${count(facts.accepted, 'acceptée', 'acceptées')} là où ${figure(facts.expected)} seraient habituelles ; ${count(facts.logins, 'connexion', 'connexions')}`,
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
} satisfies DetectorIn<typeof detector>;
