import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { figure, french, listed } from '../../languages/fr/typography.ts';

/** What each contradiction is worth where it is rare: papers and birth dates much, jobs and payouts little. */
const worth: Readonly<Record<string, number>> = {
  name_papers: 0.45,
  birth_date: 0.4,
  name_profile: 0.25,
  nationality: 0.25,
  place: 0.25,
  name_payout: 0.2,
  work_history: 0.2,
  issuer: 0.15,
  country: 0.15,
  payout_country: 0.12,
};

const inWords: Readonly<Record<string, string>> = {
  name_papers: 'the name on papers',
  birth_date: 'the birth date on papers',
  name_profile: 'the name on profiles',
  nationality: 'the nationality on profiles',
  place: 'the country it logs in from',
  name_payout: 'the holder of its payout account',
  work_history: 'employer or education on profiles',
  issuer: 'the country that issued papers',
  country: 'the country on profiles',
  payout_country: 'the country of its payout account',
};

/** Where only some of several disagree: what, and on what. */
const ofSeveral: Readonly<Record<string, readonly [string, string]>> = {
  name_papers: ['the name on', 'papers'],
  birth_date: ['the birth date on', 'papers'],
  name_profile: ['the name on', 'profiles'],
  nationality: ['the nationality on', 'profiles'],
  name_payout: ['the holder of', 'payout accounts'],
  work_history: ['employer or education on', 'profiles'],
  issuer: ['the country that issued', 'papers'],
  country: ['the country on', 'profiles'],
  payout_country: ['the country of', 'payout accounts'],
};

const ofSeveralInFrench: Readonly<Record<string, readonly [string, string]>> = {
  name_papers: ['le nom sur', 'pièces'],
  birth_date: ['la date de naissance sur', 'pièces'],
  name_profile: ['le nom sur', 'profils'],
  nationality: ['la nationalité sur', 'profils'],
  name_payout: ['le titulaire de', 'comptes de versement'],
  work_history: ['l’employeur ou les études sur', 'profils'],
  issuer: ['le pays qui a délivré', 'pièces'],
  country: ['le pays sur', 'profils'],
  payout_country: ['le pays de', 'comptes de versement'],
};

interface Counted {
  topic: string;
  differing: number;
  stating: number;
}

function said({ topic, differing, stating }: Counted): string {
  const [what, things] = ofSeveral[topic] ?? [];
  return what === undefined || differing >= stating
    ? (inWords[topic] ?? topic)
    : `${what} ${differing} of ${stating} ${things!}`;
}

function saidInFrench({ topic, differing, stating }: Counted): string {
  const [what, things] = ofSeveralInFrench[topic] ?? [];
  return what === undefined || differing >= stating
    ? (inFrench[topic] ?? topic)
    : `${what} ${figure(differing)} des ${figure(stating)} ${things!}`;
}

const inFrench: Readonly<Record<string, string>> = {
  name_papers: 'le nom sur les pièces',
  birth_date: 'la date de naissance sur les pièces',
  name_profile: 'le nom sur les profils',
  nationality: 'la nationalité sur les profils',
  place: 'le pays de connexion',
  name_payout: 'le titulaire du compte de versement',
  work_history: 'l’employeur ou les études sur les profils',
  issuer: 'le pays qui a délivré les pièces',
  country: 'le pays sur les profils',
  payout_country: 'le pays du compte de versement',
};

export default defineDetector({
  version: 2,
  indicators: ['H3', 'H12'],
  shows: {
    H12: ({ contradictions }) =>
      contradictions.some(({ topic }) => topic === 'work_history' || topic === 'birth_date'),
  },
  family: 'identity',
  binds: false,
  role: 'operator',
  needs: ['name-disagrees', 'claim-disagrees'],
  parameters: {
    least_sessions: {
      default: 10,
      min: 1,
      why: 'where somebody lives shows in many sessions, not in a journey',
      unit: 'sessions',
    },
    most_at_home: {
      default: 0.1,
      min: 0,
      max: 1,
      why: 'who lives where he claims logs in from there more often than one time in ten',
    },
    few_accounts: {
      default: 50,
      min: 0,
      why: 'on a small platform one account with a contradiction does not make it usual, nor does none make it unheard of',
      unit: 'accounts',
    },
    usual_share: {
      default: 0.1,
      min: 0.001,
      max: 1,
      why: 'a contradiction that one account in ten has is how people live, and is worth a third',
    },
    one_alone: {
      default: 0.45,
      min: 0,
      max: 1,
      why: 'people move, marry and are paid into a partner’s account: one contradiction is common',
    },
    least: {
      default: 0.08,
      min: 0,
      max: 1,
      why: 'below this it would name everybody who ever moved',
    },
  },
  facts: z.object({
    account: z.string(),
    name: z.string(),
    contradictions: z.array(
      z.object({
        topic: z.string(),
        /** How surely they disagree. */
        score: z.number(),
        says: z.string().nullable(),
        /** The share of accounts that have this contradiction. */
        usual: z.number(),
        /** Papers, profiles or payout accounts that disagree, of those that say anything of it; none for sessions. */
        differing: z.int(),
        stating: z.int(),
      }),
    ),
  }),
  strength: (facts, settings) => {
    const weights = facts.contradictions.map(({ topic, score, usual }) => {
      const rare = 1 / (1 + 2 * (usual / settings.usual_share));
      return (worth[topic] ?? 0.1) * score * rare;
    });
    const together = 1 - weights.reduce((rest, weight) => rest * (1 - weight), 1);
    // A second contradiction of nearly the same weight is what makes the first one tell.
    const strongest = Math.max(...weights, 0);
    const beside =
      strongest === 0 ? 0 : (weights.reduce((a, b) => a + b, 0) - strongest) / strongest;
    const company = Math.min(
      1,
      settings.one_alone + (1 - settings.one_alone) * Math.min(1, beside),
    );
    const strength = Math.min(0.95, together * company * 1.2);
    return strength < settings.least ? 0 : strength;
  },
  words: {
    en: {
      title: 'Particulars that disagree',
      bond: 'particulars that disagree',
      looksFor:
        'Accounts whose name, birth date, nationality, country, employer or education differ between what they say, their papers, their profiles elsewhere, the holder of what they are paid through and where they log in from. Spellings in another script or romanisation count as the same.',
      blindTo:
        'Identities borrowed whole, with papers and bank account; names in scripts that no rule can compare; hours, which another detector looks at.',
      shows: {
        H12: 'the birth date, employer or education disagrees',
      },
      benign: [
        'a move, a marriage or a change of name since the profile was written',
        'a payout account of a partner or relative',
        'two nationalities, or papers issued abroad',
        'a freelancer who travels all year',
      ],
      headline: (facts) => {
        return `${facts.name} disagrees with ${facts.contradictions.map(said).join(', ')}`;
      },
    },
    fr: {
      title: 'Des renseignements qui ne concordent pas',
      bond: 'des renseignements qui ne concordent pas',
      looksFor:
        'Des comptes dont le nom, la date de naissance, la nationalité, le pays, l’employeur ou les études diffèrent entre ce qu’ils disent, leurs pièces, leurs profils ailleurs, le titulaire de ce par quoi ils sont payés et les lieux de connexion. Les graphies d’une autre écriture ou romanisation comptent pour les mêmes.',
      blindTo: french`Les identités empruntées en entier, avec pièces et compte bancaire ; les noms dans des écritures qu’aucune règle ne compare ; les horaires, qu’un autre détecteur regarde.`,
      shows: {
        H12: 'la date de naissance, l’employeur ou les études ne concordent pas',
      },
      benign: [
        'un déménagement, un mariage ou un changement de nom depuis que le profil a été écrit',
        'le compte de versement d’un conjoint ou d’un parent',
        'deux nationalités, ou des pièces délivrées à l’étranger',
        'un indépendant qui voyage toute l’année',
      ],
      headline: (facts) =>
        `${facts.name} ne concorde pas avec ${listed(facts.contradictions.map(saidInFrench))}`,
      parameters: {
        least_sessions: {
          name: 'sessions au moins',
          why: 'où quelqu’un habite se voit à de nombreuses sessions, pas à un voyage',
          unit: 'sessions',
        },
        most_at_home: {
          name: 'part chez soi au plus',
          why: 'qui habite où il le dit s’y connecte plus d’une fois sur dix',
        },
        few_accounts: {
          name: 'peu de comptes',
          why: 'sur une petite plateforme, un compte contradictoire ne rend pas cela habituel, ni son absence inouï',
          unit: 'comptes',
        },
        usual_share: {
          name: 'part habituelle',
          why: 'une contradiction qu’a un compte sur dix est la vie des gens, et vaut un tiers',
        },
        one_alone: {
          name: 'une seule',
          why: french`les gens déménagent, se marient et sont payés sur le compte d’un conjoint : une seule contradiction est courante`,
        },
        least: {
          name: 'force au moins',
          why: 'en deçà, il nommerait tous ceux qui ont déménagé un jour',
        },
      },
      facts: { account: 'compte', name: 'nom', contradictions: 'contradictions' },
      usual: { usual: 'habituel' },
    },
  },
});
