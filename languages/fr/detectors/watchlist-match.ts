import type detector from '../../../cypher/detectors/watchlist-match.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { french } from '../typography.ts';

export default {
  title: 'Concorde avec une inscription sur liste',
  bond: 'une concordance avec une inscription sur liste',
  looksFor:
    'Des comptes, personnes et sociétés dont le nom, en toute écriture ou romanisation, concorde avec une inscription d’une liste chargée, et si une date de naissance, une adresse ou un numéro concorde avec elle. Les noms sur les pièces et des comptes de paiement comptent aussi.',
  blindTo: french`Les noms inventés ; les inscriptions qui ne contiennent qu’un nom ; les traductions d’un nom qui n’en sont pas une graphie.`,
  shows: {
    C12: 'la partie ou l’inscription est une société',
    C13: 'l’inscription est un organisme que l’avis nomme',
  },
  benign: [
    french`un homonyme : un nom seul n’identifie pas, et pèse au plus 0,3`,
    'un bureau dans le même immeuble qu’une société inscrite',
  ],
  headline: (facts) => {
    const also = [
      facts.name_score > 0.3 ? 'date de naissance' : null,
      facts.identifier_score > 0 ? 'numéro' : null,
      facts.address_score > 0 ? 'adresse' : null,
    ].filter((what) => what !== null);
    const by = facts.name_score > 0 ? ['nom', ...also] : also;
    return french`${facts.name} concorde avec ${facts.entry_name} (${facts.list ?? 'liste inconnue'}) : ${by.join(', ')}${also.length === 0 ? ' seul' : ''}`;
  },
  parameters: {
    most_by_name: {
      name: 'par le nom au plus',
      why: french`beaucoup portent un même nom : seul, il n’identifie personne et ne peut peser davantage`,
    },
    many_namesakes: {
      name: 'beaucoup d’homonymes',
      why: 'là où plusieurs titulaires sans rapport portent le nom d’une inscription, ce nom est courant',
      unit: 'titulaires',
    },
  },
  facts: {
    subject: 'sujet',
    subject_type: 'type du sujet',
    name: 'nom',
    list: 'liste',
    entry: 'inscription',
    entry_name: 'nom inscrit',
    entry_kind: 'sorte de l’inscription',
    entry_country: 'pays de l’inscription',
    name_score: 'score du nom',
    identifier_score: 'score du numéro',
    address_score: 'score de l’adresse',
    reasons: 'raisons',
    namesakes: 'homonymes',
  },
} satisfies DetectorIn<typeof detector>;
