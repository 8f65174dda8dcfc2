import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { partiesCounted } from '../../languages/fr/counts.ts';
import { count, french } from '../../languages/fr/typography.ts';

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
  role: 'operator',
  needs: ['moves-on', 'splits-to', 'known-shared', 'declared-together'],
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
  words: {
    en: {
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
                `the money of ${moved} ${moved === 1 ? 'party' : 'unrelated parties'} (openly connected accounts counted as one) arrives at ${facts.destination} within ${facts.hops} ${facts.hops === 1 ? 'transfer' : 'transfers'}`,
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
    fr: {
      title: 'Des versements qui se rejoignent plus loin',
      bond: 'de l’argent qui se rejoint en un lieu',
      looksFor: french`Des comptes aux versements propres dont l’argent, un à trois virements plus loin, arrive sur un même compte de paiement, presque entier et peu après être entré ; ou plusieurs payeurs qui envoient à un bénéficiaire des sommes divisées en petites parts égales. Une équipe qui donne à chaque compte son portefeuille doit encore réunir ses gains.`,
      blindTo: french`Les espèces, et les virements que la plateforme ne voit pas ; l’argent qui repose des mois en chemin ; une société qui reçoit sur un compte de paiement et envoie d’un autre.`,
      shows: {
        C10: 'un compte de paiement sur le chemin est en monnaie virtuelle',
        H2: 'la destination, ou un compte de paiement intermédiaire, est en Chine',
      },
      benign: [
        'une plateforme d’échange, un émetteur de cartes ou une caisse d’épargne aux nombreux clients',
        'un bailleur, ou une famille à l’étranger que plusieurs parents soutiennent',
        'une agence dont le personnel remet ses versements',
        'une petite boutique ou un club dont les clients achètent la même chose bon marché',
      ],
      headline: (facts) => {
        const moved = facts.movers;
        const pieces = facts.splitters;
        const parts = [
          moved > 0
            ? `l’argent de ${count(moved, 'partie', 'parties sans rapport')} (des comptes ouvertement liés en font une) arrive à ${facts.destination} en ${count(facts.hops, 'virement', 'virements')}`
            : null,
          pieces > 0
            ? `${count(pieces, 'partie envoie', 'parties envoient')} à ${facts.destination} des sommes en petites parts égales`
            : null,
        ]
          .filter((part) => part !== null)
          .join(french` ; `);
        return parts.charAt(0).toUpperCase() + parts.slice(1);
      },
      parameters: {
        max_hops: {
          name: 'étapes au plus',
          why: french`un portefeuille, une société et le collecteur ; au-delà, l’argent de chacun se rejoint quelque part`,
          unit: 'étapes',
        },
        min_kept: {
          name: 'part transmise au moins',
          why: french`un loyer est le quart d’un revenu ; l’argent d’autrui repart presque entier`,
          unit: 'part du revenu par étape',
        },
        whole: {
          name: 'presque entier',
          why: 'ce qui reste après les frais et une petite paie pour qui prête le compte',
          unit: 'part du revenu par étape',
        },
        hub_payers: {
          name: 'payeurs d’un carrefour',
          why: french`plus de payeurs qu’une équipe n’a de mains : une plateforme d’échange, un émetteur de cartes, un gestionnaire de paie, le séquestre de la plateforme`,
          unit: 'payeurs',
        },
        most_sources: {
          name: 'comptes au plus',
          why: french`les comptes qui envoient le plus suffisent ; leur nombre est dit à côté`,
          unit: 'comptes',
        },
        most_there: {
          name: 'payés sur place au plus',
          why: french`qui est payé à destination collecte ; plus de quelques-uns sont des clients`,
          unit: 'comptes',
        },
        most_transfers: {
          name: 'virements au plus',
          why: french`quelques virements de chaque paire montrent ce qu’ils font ; leur nombre est dit à côté`,
          unit: 'virements par paire',
        },
        usual_for_half: {
          name: 'habituel pour la moitié',
          why: french`là où un payeur sur vingt fractionne des sommes, les parts valent la moitié : boutiques et clubs sont payés ainsi`,
          unit: 'part des payeurs',
        },
        watched_countries: {
          name: 'pays surveillés',
          why: french`pays de destination que l’exploitant veut voir peser davantage ; aucun par défaut, car un pays seul ne dit rien d’une personne`,
        },
      },
      facts: {
        destination: 'destination',
        kind: 'sorte',
        holder_name: 'titulaire',
        accounts: 'comptes qui y envoient de l’argent',
        shown: 'dont comptes nommés ici',
        unrelated: partiesCounted,
        movers: 'parties dont l’argent y arrive',
        sent_on: 'par partie, part de ses revenus transmise',
        kept: french`la même, moindre là où elle n’a été envoyée que peu de fois : ce qui pèse`,
        split: 'fractionnement',
        splitters: 'parties qui fractionnent',
        sides: 'comptes de paiement d’où l’argent arrive à la fin',
        hops: 'virements en chemin, au plus',
        paid_there: 'comptes payés là directement',
        payers: 'comptes de paiement qui le paient, quel qu’en soit le titulaire',
        payees: 'comptes de paiement qu’il paie',
        transfers: 'virements réglés en chemin',
        kinds: 'sortes de comptes de paiement',
        countries: 'pays sur le chemin',
        placed: 'comptes dont le pays est connu à côté de celui de la destination',
        elsewhere: 'dont comptes qui déclarent un autre pays',
        watched_country: 'pays surveillé',
        usual_splitting: 'part habituelle de fractionnement',
        known_shared: 'partages connus',
      },
      usual: { all_payers: 'payeurs en tout', all_splitters: 'payeurs qui fractionnent en tout' },
    },
  },
});
