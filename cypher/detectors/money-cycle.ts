import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count as countInEnglish } from '../../domain/words/en/typography.ts';
import { partiesCounted } from '../../languages/fr/counts.ts';
import { count, french } from '../../languages/fr/typography.ts';

export default defineDetector({
  version: 2,
  indicators: ['C10', 'P9'],
  shows: {
    C10: ({ kinds }) => kinds.includes('crypto'),
  },
  family: 'money',
  binds: true,
  role: 'operator',
  needs: ['circles-to', 'passes-to', 'known-shared', 'declared-together'],
  parameters: {
    usual_most: {
      default: 0.25,
      min: 0.01,
      max: 1,
      why: 'where a quarter of all payers pass sums on in this way, it is how the platform works',
      unit: 'share of payers',
    },
    most_parties: {
      default: 30,
      min: 3,
      why: 'a run that takes in more parties than a team has hands is a trade of its own',
      unit: 'parties',
    },
    most_steps: {
      default: 40,
      min: 3,
      why: 'the clearest steps tell the story; how many there are is said beside',
      unit: 'steps',
    },
    most_transfers: {
      default: 5,
      cites: true,
      min: 1,
      why: 'a few transfers of each pair show what they do; how many there are is said beside',
      unit: 'transfers a pair',
    },
  },
  facts: z.object({
    first: z.string(),
    payment_accounts: z.int(),
    accounts: z.int(),
    /** Parties behind them, those openly connected counted once. */
    unrelated: z.int(),
    steps: z.int(),
    /** Steps of a circle that closes; the others are of a chain. */
    closed: z.int(),
    /** Of each step shown, how much was kept, or how far its payments stand out. */
    scores: z.array(z.number()),
    /** Those by which it was passed on; whatever else they sent one another is left out. */
    transfers: z.int(),
    /** Of the payment accounts. */
    kinds: z.array(z.string()),
    known_shared: z.int(),
    usual_passing: z.number(),
  }),
  strength: (facts, settings) => {
    if (facts.unrelated < 2) return 0.05;
    const mean = facts.scores.reduce((sum, each) => sum + each, 0) / facts.scores.length;
    // Each hand more that passes on the same sum makes chance less likely.
    const length = 1 - 0.5 ** Math.min(facts.unrelated, facts.steps);
    const closing = facts.closed > 0 ? 1 : 0.9;
    const rare = 1 - Math.min(1, facts.usual_passing / settings.usual_most);
    const many = Math.min(1, settings.most_parties / facts.unrelated);
    const known = facts.known_shared > 0 ? 0.15 : 1;
    return 0.9 * mean * length * closing * rare * many * known;
  },
  words: {
    en: {
      title: 'Sums passed from hand to hand',
      bond: 'one sum passed on',
      looksFor:
        'Money that leaves a payment account and comes back to it over three hands or more, nearly whole and in order of time; and payments of one size, far from what each payer otherwise sends, that are passed on from one to the next. Both hide where money ends or make turnover that nobody earned.',
      blindTo:
        'Sums that are parted or joined on the way, or that rest for months; hands of which the platform sees no transfers.',
      shows: {
        C10: 'a payment account that the sum passes is of virtual currency',
      },
      benign: [
        'friends who lend one another the same sum in turn, as in a savings circle',
        'firms that buy from one another in a ring of suppliers',
        'a deposit that is handed back through an agent',
      ],
      headline: (facts) =>
        facts.closed > 0
          ? `A sum goes round ${countInEnglish(facts.payment_accounts, 'payment account', 'payment accounts')} and comes back to where it began`
          : `${countInEnglish(facts.transfers, 'payment goes', 'payments go')} from hand to hand over ${countInEnglish(facts.payment_accounts, 'payment account', 'payment accounts')}, each within a tenth of the size of one before or after it`,
      facts: {
        transfers: 'transfers by which it was passed on',
      },
    },
    fr: {
      title: 'Des sommes qui passent de main en main',
      bond: 'une somme transmise',
      looksFor: french`De l’argent qui quitte un compte de paiement et y revient par trois mains ou plus, presque entier et dans l’ordre du temps ; et des paiements d’un même montant, loin de ce qu’envoie d’ordinaire chaque payeur, transmis de l’un à l’autre. Les deux cachent où l’argent finit ou font un chiffre d’affaires que personne n’a gagné.`,
      blindTo: french`Les sommes divisées ou jointes en route, ou qui reposent des mois ; les mains dont la plateforme ne voit aucun virement.`,
      shows: {
        C10: 'un compte par lequel passe la somme est en monnaie virtuelle',
      },
      benign: [
        'des amis qui se prêtent tour à tour la même somme, comme dans une tontine',
        'des sociétés qui s’achètent l’une à l’autre en cercle de fournisseurs',
        'un dépôt rendu par un intermédiaire',
      ],
      headline: (facts) =>
        facts.closed > 0
          ? `Une somme fait le tour de ${count(facts.payment_accounts, 'compte de paiement', 'comptes de paiement')} et revient à son point de départ`
          : `${count(facts.transfers, 'paiement passe', 'paiements passent')} de main en main par ${count(facts.payment_accounts, 'compte de paiement', 'comptes de paiement')}, chacun à un dixième près du montant d’un autre, d’avant ou d’après`,
      parameters: {
        usual_most: {
          name: 'habituel au plus',
          why: 'là où un quart des payeurs transmettent ainsi des sommes, c’est le fonctionnement de la plateforme',
          unit: 'part des payeurs',
        },
        most_parties: {
          name: 'parties au plus',
          why: 'une suite de plus de parties qu’une équipe n’a de mains est un commerce à part entière',
          unit: 'parties',
        },
        most_steps: {
          name: 'étapes au plus',
          why: french`les étapes les plus nettes suffisent ; leur nombre est dit à côté`,
          unit: 'étapes',
        },
        most_transfers: {
          name: 'virements au plus',
          why: french`quelques virements de chaque paire montrent ce qu’ils font ; leur nombre est dit à côté`,
          unit: 'virements par paire',
        },
      },
      facts: {
        first: 'premier',
        payment_accounts: 'comptes de paiement',
        accounts: 'comptes',
        unrelated: partiesCounted,
        steps: 'étapes',
        closed: 'étapes en cercle',
        scores: 'scores',
        transfers: 'virements par lesquels elle est passée',
        kinds: 'sortes de comptes de paiement',
        known_shared: 'partages connus',
        usual_passing: 'part habituelle',
      },
    },
  },
});
