import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count as countInEnglish } from '../../domain/words/en/typography.ts';
import { partiesCounted } from '../../languages/fr/counts.ts';
import { count, figure, french } from '../../languages/fr/typography.ts';

const inFrench: Readonly<Record<string, string>> = {
  bid: 'offre',
  message: 'message',
  profile: 'profil',
  resume: 'CV',
  portfolio: 'portfolio',
  contract: 'contrat',
  invoice: 'facture',
  diploma: 'diplôme',
  statement: 'relevé',
  visa: 'visa',
  other: 'autre',
};

export default defineDetector({
  version: 2,
  indicators: ['P6', 'M7'],
  // What many on the platform write is no template of these accounts.
  shows: { P6: ({ rare }) => rare, M7: ({ rare }) => rare },
  family: 'text',
  binds: true,
  role: 'operator',
  needs: ['same-text', 'writes-like', 'text-circle', 'declared-together', 'known-shared'],
  parameters: {
    most_shown: {
      default: 60,
      cites: true,
      min: 1,
      why: 'enough for a person to compare; how many there are is said beside',
      unit: 'texts',
    },
    rare_accounts: {
      default: 12,
      min: 2,
      why: 'a dozen may always be a team; beyond that, wording is rare where half of those who use it are in the finding',
      unit: 'accounts',
    },
    declared_share: {
      default: 0.15,
      min: 0,
      max: 1,
      why: 'a household, an agency and its staff openly write from one set of texts',
    },
  },
  facts: z.object({
    accounts: z.int(),
    /** Accounts, those openly connected counted once. */
    unrelated: z.int(),
    /** Pairs of them that have telling texts in common. */
    pairs: z.int(),
    /** What the texts in common of two accounts add up to: rarity, length, number, kinds. */
    strongest_pair: z.number(),
    mean_of_pairs: z.number(),
    /** Of all pairs, and of the pair that has most: different wordings, each once. */
    texts_in_common: z.int(),
    most_texts_of_a_pair: z.int(),
    /** How many accounts, these and others, use the rarest and the commonest of them. */
    fewest_users: z.int(),
    most_users: z.int(),
    /** Whether hardly anyone else uses the rarest of them. */
    rare: z.boolean(),
    /** How many of their documents have some of that wording, at least. */
    documents: z.int(),
    kinds: z.array(z.string()),
    /** From the first of these documents to the last. */
    over_days: z.int(),
    most_telling: z.array(
      z.object({ from: z.string(), to: z.string(), weight: z.number(), says: z.string() }),
    ),
    known_shared: z.array(z.string()),
  }),
  strength: (facts) => 0.97 * facts.strongest_pair * (facts.known_shared.length > 0 ? 0.15 : 1),
  words: {
    en: {
      title: 'Texts from one hand',
      bond: 'texts in common',
      looksFor:
        'Accounts whose bids, messages, résumés and portfolios repeat runs of words that hardly anyone else uses. Several different rare texts in common weigh far more than one; names, numbers, links and what the client wrote are left out first.',
      blindTo:
        'Texts that each account writes or has translated anew; teams of more than sixty that share one template.',
      shows: {
        P6: 'the wording is rare: hardly anyone else uses it',
        M7: 'as for P6',
      },
      benign: [
        'a model pitch from a course or a friend: one text, used by all who were there',
        'an agency that writes for its people, or a couple who help each other',
        'answers to one client that repeat what the client asked',
      ],
      headline: (facts) =>
        `${countInEnglish(facts.accounts, 'account has', 'accounts have')} ${facts.rare ? 'rare wording' : 'wording'} in common that ${usersOf(facts)} in all: up to ${countInEnglish(facts.most_texts_of_a_pair, 'text', 'different texts')} between two of them, in at least ${countInEnglish(facts.documents, 'document', 'documents')} (${facts.kinds.join(', ')})`,
    },
    fr: {
      title: 'Des textes d’une même main',
      bond: 'des textes communs',
      looksFor: french`Des comptes dont les offres, messages, CV et portfolios répètent des suites de mots que presque personne d’autre n’utilise. Plusieurs textes rares différents en commun pèsent bien plus qu’un seul ; noms, nombres, liens et ce que le client a écrit sont d’abord laissés de côté.`,
      blindTo: french`Les textes que chaque compte rédige ou fait traduire à neuf ; les équipes de plus de soixante qui partagent un même modèle.`,
      shows: {
        P6: french`la formulation est rare : presque personne d’autre ne l’utilise`,
        M7: 'comme pour P6',
      },
      benign: [
        french`un modèle de présentation d’un cours ou d’un ami : un seul texte, utilisé par tous ceux qui y étaient`,
        'une agence qui écrit pour les siens, ou un couple qui s’entraide',
        'des réponses à un même client qui répètent ce qu’il a demandé',
      ],
      headline: (facts) =>
        french`${count(facts.accounts, 'compte a', 'comptes ont')} en commun des formulations ${facts.rare ? 'rares, ' : ''}qu’${usersInFrench(facts)} en tout : jusqu’à ${count(facts.most_texts_of_a_pair, 'texte', 'textes différents')} entre deux d’entre eux, dans au moins ${count(facts.documents, 'document', 'documents')} (${facts.kinds.map((kind) => inFrench[kind] ?? kind).join(', ')})`,
      parameters: {
        most_shown: {
          name: 'montrés au plus',
          why: french`assez pour qu’une personne compare ; leur nombre est dit à côté`,
          unit: 'textes',
        },
        rare_accounts: {
          name: 'comptes où c’est rare',
          why: french`une douzaine peut toujours être une équipe ; au-delà, une formulation est rare là où la moitié de ceux qui l’utilisent est dans le constat`,
          unit: 'comptes',
        },
        declared_share: {
          name: 'part si déclarés',
          why: 'un foyer, une agence et son personnel écrivent ouvertement à partir des mêmes textes',
        },
      },
      facts: {
        accounts: 'comptes',
        unrelated: partiesCounted,
        pairs: 'paires',
        strongest_pair: 'paire la plus forte',
        mean_of_pairs: 'moyenne des paires',
        texts_in_common: 'textes communs',
        most_texts_of_a_pair: 'textes d’une paire au plus',
        fewest_users: 'comptes qui utilisent la plus rare',
        most_users: 'comptes qui utilisent la plus courante',
        rare: 'rare',
        documents: 'documents au moins',
        kinds: 'sortes',
        over_days: 'sur combien de jours',
        most_telling: 'les plus parlants',
        known_shared: 'partages connus',
      },
    },
  },
});

interface Users {
  fewest_users: number;
  most_users: number;
}

function usersOf({ fewest_users: fewest, most_users: most }: Users): string {
  return fewest === most
    ? countInEnglish(most, 'account uses', 'accounts use')
    : `${fewest} to ${countInEnglish(most, 'account uses', 'accounts use')}`;
}

function usersInFrench({ fewest_users: fewest, most_users: most }: Users): string {
  return fewest === most
    ? `utilisent ${count(most, 'compte', 'comptes')}`
    : `utilisent de ${figure(fewest)} à ${count(most, 'compte', 'comptes')}`;
}
