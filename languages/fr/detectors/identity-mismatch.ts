import type detector from '../../../cypher/detectors/identity-mismatch.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { figure, french, listed } from '../typography.ts';

export default {
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
} satisfies DetectorIn<typeof detector>;

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
