import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count, figure, french } from '../../languages/fr/typography.ts';

const tiedDeveloper = z.object({
  developer: z.string(),
  /** `same`: one payment account; `back`: the developer's money returns; `both to`: both send theirs there. */
  how: z.enum(['same', 'back', 'back by way of', 'both to']),
  where: z.string(),
  /** What came straight back, as a share of what the client paid there; null when that is not seen. */
  back: z.number().nullable(),
  /** Accounts paid through the place where they meet. */
  holders: z.int(),
  /** Payment accounts that send money there or get it from there. */
  partners: z.int(),
  openly_connected: z.boolean(),
  known_shared: z.array(z.string()),
});
type TiedDeveloper = z.infer<typeof tiedDeveloper>;

export default defineDetector({
  version: 1,
  indicators: ['P5', 'M6'],
  shows: {
    P5: ({ developers }) => developers.some(({ how }) => how !== 'both to'),
    M6: ({ developers }) => developers.some(({ how }) => how === 'same' || how === 'both to'),
  },
  family: 'money',
  binds: true,
  role: 'operator',
  needs: ['known-shared', 'declared-together'],
  parameters: {
    high_share: {
      default: 0.75,
      min: 0,
      max: 1,
      why: 'the upper quarter of the scale: 4 of 5 and more lifts a developer',
    },
    usual_holders: {
      default: 4,
      min: 2,
      why: 'beyond a client and a few developers, the more are paid through one account, the more it is a firm that collects for many',
      unit: 'accounts',
    },
    usual_partners: {
      default: 6,
      min: 1,
      why: 'two strangers may both pay one shop or exchange; the more others do, the less it says',
      unit: 'payment accounts',
    },
    hub_transfers: {
      default: 400,
      min: 10,
      why: 'an exchange, a shop or the platform’s own account, where everybody’s money passes',
      unit: 'transfers',
    },
    shown_transfers: {
      default: 10,
      cites: true,
      min: 1,
      why: 'as many as a person reads of one way',
      unit: 'transfers',
    },
    shown_ways: {
      default: 3,
      cites: true,
      min: 1,
      why: 'the strongest ways by which a client and a developer meet',
      unit: 'ways',
    },
  },
  facts: z.object({
    client: z.string(),
    ratings: z.int(),
    developers: z.array(tiedDeveloper),
  }),
  strength: ({ developers }, settings) => {
    const { usual_holders, usual_partners } = settings;
    const each = developers
      .map((tied) => tieStrength(tied, usual_holders, usual_partners))
      .sort((a, b) => b - a);
    // Each further developer takes a third of what is left.
    return each.reduce((sum, tie, index) => sum + (index === 0 ? tie : (tie * (1 - sum)) / 3), 0);
  },
  words: {
    en: {
      title: 'A client that pays and rates itself',
      bond: 'ratings by the one who is paid',
      looksFor:
        'A client who rates a developer highly while the money of both meets: in one payment account, by coming back to the client, or in a place that few others use. Such a client lifts the rating of an account of its own.',
      blindTo:
        'Money that meets after more than two transfers, in cash, or where everybody’s money passes.',
      shows: {
        P5: 'the money of both meets in one account, or comes back to the client',
        M6: 'both use one payment account',
      },
      benign: [
        'a couple or a family, one of whom hires the other',
        'an agency that collects for its staff and orders from them',
        'a developer who returns a payment, or two who pay the same shop',
      ],
      headline: ({ client, developers }) => {
        const same = developers.filter(({ how }) => how === 'same').length;
        const others = developers.length - same;
        const parts = [
          same > 0 ? `${same} paid through the client’s own account` : null,
          others > 0 ? `${others} whose money meets the client’s within two hops` : null,
        ];
        return `${client} rated ${developers.length} ${developers.length === 1 ? 'developer' : 'developers'} highly: ${parts.filter((part) => part !== null).join(', ')}`;
      },
    },
    fr: {
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
          others > 0
            ? `${figure(others)} dont l’argent rejoint celui du client en deux étapes`
            : null,
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
    },
  },
});

function tieStrength(tied: TiedDeveloper, usualHolders: number, usualPartners: number): number {
  const circumstance = tied.openly_connected ? 0.1 : tied.known_shared.length > 0 ? 0.15 : 1;
  const crowd = Math.min(1, usualHolders / Math.max(1, tied.holders)) ** 2;
  const few = Math.min(1, usualPartners / Math.max(1, tied.partners));
  switch (tied.how) {
    case 'same':
      return 0.85 * crowd * circumstance;
    case 'back':
      // A tenth may be an error put right; half and more is money on its way round.
      return 0.75 * Math.min(1, 0.1 + 1.8 * (tied.back ?? 0.05)) * circumstance;
    case 'back by way of':
      // Where somebody is paid in between, it may be that one's own affair.
      return (tied.holders > 0 ? 0.3 : 0.7) * few * crowd * circumstance;
    case 'both to':
      // A place where somebody is paid is where two strangers may both have sent money.
      return (tied.holders > 0 ? 0.25 : 0.5) * few * crowd * circumstance;
  }
}
