import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count as countInEnglish } from '../../domain/words/en/typography.ts';
import { partiesCounted } from '../../languages/fr/counts.ts';
import { count, french } from '../../languages/fr/typography.ts';

export default defineDetector({
  version: 3,
  indicators: ['M6', 'C5'],
  shows: {
    C5: ({ unrelated, known_shared, providers_own }) =>
      unrelated > 1 && known_shared.length === 0 && !providers_own,
  },
  family: 'money',
  binds: true,
  role: 'operator',
  needs: ['known-shared', 'declared-together'],
  parameters: {
    hub_accounts: {
      default: 20,
      min: 3,
      why: 'more holders than a team has hands: a collecting account of a payment firm',
      unit: 'accounts',
    },
    most_shown: {
      default: 100,
      cites: true,
      min: 2,
      why: 'a hub of thousands cannot be looked at; how many hold it is said beside',
      unit: 'accounts',
    },
  },
  facts: z.object({
    payout: z.string(),
    kind: z.string(),
    provider: z.string(),
    holder_name: z.string(),
    accounts: z.int(),
    /** Holders, those openly connected, and those who openly bill through its holder, counted once. */
    unrelated: z.int(),
    /** Holders whose own name is not the payment account's. */
    other_names: z.int(),
    /** Holders who name its holder as their employer, or whom a source ties to the company that holds it. */
    open_holders: z.int(),
    /** The most of the others who name one and the same employer. */
    one_employer: z.int(),
    /** It is held in the payment firm's own name. */
    providers_own: z.boolean(),
    known_shared: z.array(z.string()),
  }),
  strength: (facts, settings) => {
    if (facts.unrelated < 2) return 0.05;
    const base = 1 - 0.4 ** (facts.unrelated - 1);
    // Somebody else's name on it says a third hand collects; where each has the name, it is one person's.
    const names = 0.9 + 0.1 * (facts.other_names / facts.accounts);
    // Who names one employer bills together and says so, though nobody else confirms it.
    const openly = facts.one_employer > 1 ? 1 - 0.5 * (facts.one_employer / facts.accounts) : 1;
    const billed = 1 - 0.5 * (facts.open_holders / facts.accounts);
    const hub = Math.min(1, settings.hub_accounts / facts.accounts) ** 2;
    const known = facts.known_shared.length > 0 || facts.providers_own ? 0.15 : 1;
    return 0.95 * base * names * openly * billed * hub * known;
  },
  words: {
    en: {
      title: 'One payout, several holders',
      bond: 'one payout',
      looksFor:
        'Accounts of people who have nothing to do with each other, paid into one payment account. Whoever runs many accounts has to collect their money, and the place where it meets is hard to hide.',
      blindTo:
        'Teams that give each account a wallet of its own and bring the money together one transfer later; families or agencies that the platform was not told of.',
      shows: {
        C5: 'its holders are not all openly connected, and it is no collecting account',
      },
      benign: [
        'an agency that collects for its staff, or a studio of friends that bills together',
        'a couple or family with one bank account',
        'a collecting account of a payment firm',
      ],
      headline: (facts) =>
        `${countInEnglish(facts.accounts, 'account is', 'accounts are')} paid through ${facts.payout}` +
        (facts.unrelated < facts.accounts
          ? `; ${facts.unrelated === 1 ? 'all are openly connected' : `openly connected ones counted as one, they are ${facts.unrelated} unrelated parties`}`
          : ''),
    },
    fr: {
      title: 'Un versement, plusieurs titulaires',
      bond: 'un même versement',
      looksFor:
        'Des comptes de personnes qui n’ont rien à voir entre elles, payés sur un même compte de paiement. Qui tient de nombreux comptes doit réunir leur argent, et le lieu où il se rejoint est difficile à cacher.',
      blindTo: french`Les équipes qui donnent à chaque compte son portefeuille et réunissent l’argent un virement plus loin ; les familles ou agences que la plateforme ignore.`,
      shows: {
        C5: 'ses titulaires ne sont pas tous ouvertement liés, et ce n’est pas un compte collecteur',
      },
      benign: [
        'une agence qui encaisse pour son personnel, ou un atelier d’amis qui facture ensemble',
        'un couple ou une famille avec un seul compte bancaire',
        'le compte collecteur d’un prestataire de paiement',
      ],
      headline: (facts) =>
        `${count(facts.accounts, 'compte est payé', 'comptes sont payés')} par ${facts.payout}` +
        (facts.unrelated < facts.accounts
          ? french` ; ${facts.unrelated === 1 ? 'tous sont ouvertement liés' : `ceux qui sont ouvertement liés comptés pour un, ce sont ${count(facts.unrelated, 'partie', 'parties sans rapport')}`}`
          : ''),
      parameters: {
        hub_accounts: {
          name: 'comptes d’un carrefour',
          why: french`plus de titulaires qu’une équipe n’a de mains : le compte collecteur d’un prestataire de paiement`,
          unit: 'comptes',
        },
        most_shown: {
          name: 'montrés au plus',
          why: french`un carrefour de milliers ne se regarde pas ; le nombre de titulaires est dit à côté`,
          unit: 'comptes',
        },
      },
      facts: {
        payout: 'versement',
        kind: 'sorte',
        provider: 'prestataire',
        holder_name: 'titulaire',
        accounts: 'comptes',
        unrelated: partiesCounted,
        other_names: 'à d’autres noms',
        open_holders: 'ouvertement rattachés',
        one_employer: 'du même employeur',
        providers_own: 'au nom du prestataire',
        known_shared: 'partages connus',
      },
    },
  },
});
