import type detector from '../../../cypher/detectors/referral-chain.ts';
import { isYounger, apart } from '../../../cypher/detectors/referral-chain.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { count, french } from '../typography.ts';

export default {
  title: 'Amenés l’un par l’autre, et davantage en commun',
  bond: 'un parrainage et ce qui va avec',
  looksFor: french`Des comptes dont l’un a amené ou recommandé l’autre, et qui ont plus que cela en commun : une machine, un compte de paiement, des pièces, des coordonnées, une adresse que personne d’autre n’utilise, des clients pour qui peu d’autres travaillent.`,
  blindTo: french`Quand quelqu’un a été amené : les fichiers ne disent que l’ouverture du compte ; les équipes dont les membres viennent séparément, et celles qui n’ont en commun que leur manière d’écrire ou de travailler.`,
  shows: {
    C15: 'les deux travaillent pour les mêmes clients',
  },
  benign: [
    'un collègue ou un ami invité pour la prime',
    'des parents qui travaillent sur une même machine',
    'un sous-traitant que le premier amène ouvertement à un client',
  ],
  headline: (facts) =>
    [
      `${facts.from} est inscrit comme ayant amené ${facts.brought}`,
      facts.opened === null ? null : `ouvert le ${facts.opened.slice(0, 10)}`,
      isYounger(facts)
        ? `${apart(facts, 'jour', 'jours', count)} avant ${facts.from} lui-même`
        : null,
      ...[...new Set(facts.traits.map(({ kind }) => kind)), ...facts.contacts]
        .sort()
        .map((kind) => `même ${inFrench[kind] ?? kind}`),
      facts.papers > 0 ? 'mêmes pièces' : null,
      facts.clients.length > 0
        ? count(facts.clients.length, 'client commun', 'clients communs')
        : null,
    ]
      .filter((part) => part !== null)
      .join(', '),
  parameters: {
    hub_accounts: {
      name: 'comptes d’un carrefour',
      why: 'ce que partagent plus de comptes est un lieu public, un client recherché ou une pièce commune',
      unit: 'comptes',
    },
    least: {
      name: 'force au moins',
      why: french`un parrainage seul est ordinaire ; en deçà, il nommerait tous ceux qui sont venus ainsi`,
    },
  },
  facts: {
    from: 'de',
    brought: 'amené',
    mutual: 'mutuel',
    brought_in: 'amenés en tout',
    opened: 'ouverture de l’amené',
    days_apart: 'jours d’écart',
    traits: 'traits communs',
    papers: 'pièces',
    contacts: 'coordonnées',
    clients: 'clients',
    declared: 'déclaré',
    usual_brought_in: 'part habituelle d’amenés',
  },
  usual: { usual_accounts: 'comptes' },
} satisfies DetectorIn<typeof detector>;

const inFrench: Readonly<Record<string, string>> = {
  device: 'appareil',
  payout: 'versement',
  ip: 'réseau',
  email: 'e-mail',
  phone: 'téléphone',
  address: 'adresse',
  website: 'site web',
};
