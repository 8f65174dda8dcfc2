import type detector from '../../../cypher/detectors/rating-ring.ts';
import type { DetectorIn, FactsOf } from '../../../domain/detector.ts';
import { within } from '../../../domain/messages/en/typography.ts';
import { partiesCounted } from '../counts.ts';
import { count, figure, french } from '../typography.ts';

type Facts = FactsOf<typeof detector>;

export default {
  title: 'Des notes de l’intérieur',
  bond: 'des notes de l’intérieur',
  looksFor: french`Un client qui note plusieurs développeurs au sommet de l’échelle en quelques jours, surtout quand ils ont en commun des pièces ou des formulations ; des comptes qui notent tous très haut un même groupe, quoi qu’ils notent d’autre pour le cacher, ou deux qui ne notent personne d’autre ; des comptes qui s’engagent et se notent en cercle. De faux clients font monter leurs propres développeurs.`,
  blindTo: french`Les réseaux d’un seul client qui étalent leurs notes sur des mois ; les blocs de moins de trois sur trois, sauf deux comptes qui notent les trois mêmes et presque personne d’autre.`,
  shows: {
    P7: 'un client en a noté plusieurs, et d’autres comptes ont remis aussi des pièces d’inscription, de vérification ou d’identité du cercle',
    M6: 'des pièces d’inscription, de vérification ou d’identité ou un compte de paiement sont en commun',
    M8: 'un client, ou chacun d’un bloc, en a très bien noté plusieurs',
  },
  benign: [
    'un client avec un grand projet qui finit pour tous à la fois',
    'un client de longue date qui a ses préférés',
    'un petit métier où les mêmes rares clients engagent les mêmes rares développeurs',
    'deux indépendants qui s’engagent l’un l’autre',
  ],
  headline: (ring) =>
    [
      headlineInFrench(ring),
      ring.with_repeated_papers > 0
        ? `${figure(ring.with_repeated_papers)} du réseau avec des pièces que d’autres comptes ont remises aussi (${figure(ring.with_repeated_identity)} avec des pièces d’identité de même sorte)`
        : null,
      ring.writes_alike > 0
        ? `${figure(ring.writes_alike)} qui rédigent leurs textes de même`
        : null,
    ]
      .filter((part) => part !== null)
      .join(', '),
  parameters: {
    window_days: {
      name: 'fenêtre',
      why: 'un client honnête achève rarement le travail de plusieurs développeurs en quinze jours',
      unit: 'jours',
    },
    min_developers: {
      name: 'développeurs au moins',
      why: 'deux engagements heureux sont ordinaires, trois à la fois valent un regard',
      unit: 'développeurs',
    },
    high_share: {
      name: 'sommet de l’échelle',
      why: french`le dixième supérieur de l’échelle : 4,6 sur 5 et plus`,
    },
    hasty_days: {
      name: 'jours de hâte',
      why: 'un travail qui vaut d’être payé finit rarement quelques jours après avoir été proposé',
      unit: 'jours',
    },
    min_likeness: {
      name: 'ressemblance au moins',
      why: 'un seul texte entier en commun, que peu d’autres ont, donne davantage, des phrases usuelles bien moins',
    },
    hub_copies: {
      name: 'copies d’un carrefour',
      why: 'un numéro ou une image sur plus de pièces est un exemple, pas la pièce d’une personne',
      unit: 'pièces',
    },
    hub_hired: {
      name: 'engagés d’un carrefour',
      why: 'qui en engage davantage est une entreprise, et tombe sur quelqu’un par hasard',
      unit: 'développeurs',
    },
    shown_ratings: {
      name: 'notes montrées',
      why: french`autant qu’une page en porte ; leur nombre est parmi les faits`,
      unit: 'notes',
    },
    identity_kinds: {
      name: 'pièces d’identité',
      why: 'des pièces qui appartiennent à une seule personne chacune',
    },
  },
  facts: {
    shape: 'forme',
    client: 'client',
    raters: 'comptes qui notent',
    developers: 'développeurs',
    unrelated_raters: 'parties qui notent (des comptes ouvertement liés en font une)',
    unrelated: partiesCounted,
    ratings: 'notes',
    pairs: 'paires',
    given_overall: 'données en tout',
    received_overall: 'reçues en tout',
    timed: 'datées',
    hasty: 'hâtives',
    first_rating: 'première note',
    over_days: 'sur combien de jours',
    shared_purse: 'compte de paiement commun',
    repeated_papers: 'pièces répétées',
    with_repeated_papers: 'avec des pièces répétées',
    with_repeated_identity: 'dont avec des pièces d’identité répétées',
    writes_alike: 'rédigent de même',
    rated_beside: 'notés à côté',
  },
} satisfies DetectorIn<typeof detector>;

function headlineInFrench(ring: Facts): string {
  switch (ring.shape) {
    case 'client':
      return `${ring.client ?? 'Un client'} a noté ${count(ring.developers, 'développeur', 'développeurs')} au sommet de l’échelle en ${count(within(ring.over_days ?? 0), 'jour', 'jours')} à partir du ${(ring.first_rating ?? '').slice(0, 10)}`;
    case 'block':
      return `${count(ring.raters, 'compte a donné', 'comptes ont donné')} à un même groupe de ${figure(ring.developers)} le sommet de l’échelle, ${count(ring.pairs, 'paire', 'paires')} sur ${figure(ring.raters * ring.developers)}`;
    case 'circle':
      return `${count(ring.raters, 'compte', 'comptes')} qui se sont engagés et notés en cercle`;
  }
}
