import type detector from '../../../cypher/detectors/self-rating.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { count, figure, french } from '../typography.ts';

export default {
  title: 'Un client qui se paie et se note lui-même',
  bond: 'des notes de celui qui est payé',
  looksFor: french`Un client qui note très bien un développeur alors que l’argent des deux se rejoint : sur un même compte de paiement, en revenant au client, ou en un lieu que peu d’autres utilisent. Un tel client fait monter la note d’un compte à lui.`,
  blindTo:
    'L’argent qui se rejoint après plus de deux virements, en espèces, ou là où passe l’argent de tout le monde.',
  shows: {
    P5: 'l’argent des deux se rejoint sur un compte, ou revient au client',
    M6: 'les deux utilisent un même compte de paiement',
  },
  benign: [
    'un couple ou une famille dont l’un engage l’autre',
    'une agence qui encaisse pour son personnel et lui passe commande',
    'un développeur qui rend un paiement, ou deux qui paient la même boutique',
  ],
  headline: ({ client, developers }) => {
    const same = developers.filter(({ how }) => how === 'same').length;
    const others = developers.length - same;
    const parts = [
      same > 0 ? `${figure(same)} par le compte de paiement du client lui-même` : null,
      others > 0 ? `${figure(others)} dont l’argent rejoint celui du client en deux étapes` : null,
    ].filter((part) => part !== null);
    return french`${client} a très bien noté ${count(developers.length, 'développeur', 'développeurs')} : ${parts.join(', ')}`;
  },
  parameters: {
    high_share: {
      name: 'haut de l’échelle',
      why: french`le quart supérieur de l’échelle : 4 sur 5 et plus fait monter un développeur`,
    },
    usual_holders: {
      name: 'titulaires habituels',
      why: 'au-delà d’un client et de quelques développeurs, plus ils sont payés sur un même compte, plus c’est une société qui encaisse pour beaucoup',
      unit: 'comptes',
    },
    usual_partners: {
      name: 'partenaires habituels',
      why: french`deux inconnus peuvent payer une même boutique ou plateforme d’échange ; plus d’autres le font, moins cela dit`,
      unit: 'comptes de paiement',
    },
    hub_transfers: {
      name: 'virements d’un carrefour',
      why: 'une plateforme d’échange, une boutique ou le compte de la plateforme, où passe l’argent de tous',
      unit: 'virements',
    },
    shown_transfers: {
      name: 'virements montrés',
      why: 'autant qu’une personne en lit d’un chemin',
      unit: 'virements',
    },
    shown_ways: {
      name: 'chemins montrés',
      why: 'les chemins les plus forts par lesquels un client et un développeur se rejoignent',
      unit: 'chemins',
    },
  },
  facts: { client: 'client', ratings: 'notes', developers: 'développeurs' },
} satisfies DetectorIn<typeof detector>;
