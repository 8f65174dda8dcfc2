import type detector from '../../../cypher/detectors/shared-template.ts';
import type { DetectorIn, FactsOf } from '../../../domain/detector.ts';
import { partiesCounted } from '../counts.ts';
import { count, figure, french } from '../typography.ts';

export default {
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
} satisfies DetectorIn<typeof detector>;

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

function usersInFrench({
  fewest_users: fewest,
  most_users: most,
}: FactsOf<typeof detector>): string {
  return fewest === most
    ? `utilisent ${count(most, 'compte', 'comptes')}`
    : `utilisent de ${figure(fewest)} à ${count(most, 'compte', 'comptes')}`;
}
