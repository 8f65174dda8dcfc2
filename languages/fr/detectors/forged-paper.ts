import type detector from '../../../cypher/detectors/forged-paper.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { count, figure, french } from '../typography.ts';

export default {
  title: 'Des pièces qui ne tiennent pas',
  bond: 'des pièces qui ne tiennent pas',
  looksFor:
    'Des comptes dont les pièces ont échoué à la vérification ou restent illisibles, montrent une même photo sous plusieurs noms, ou viennent d’un émetteur dont les seules coordonnées sont celles du compte. Les contrats et factures falsifiés portent aussi peu que possible à vérifier.',
  blindTo: french`Les bonnes contrefaçons ; les pièces volées qui sont vraies ; les plateformes qui ne gardent ni résultats de vérification ni émetteurs.`,
  shows: {
    M1: 'un contrat, une facture ou une pièce semblable n’a de son émetteur que les coordonnées du compte, une messagerie gratuite, ou rien',
    M2: 'une pièce a échoué à la vérification, est illisible, ou montre une photo sous plusieurs noms',
    C4: 'une pièce a échoué à la vérification, ou montre une photo sous plusieurs noms',
    C8: 'comme pour M1',
  },
  benign: [
    french`un mauvais appareil photo : une image illisible, suivie d’une meilleure qui a passé`,
    'un changement de nom par mariage, avec la même photo avant et après',
    'un entrepreneur seul qui envoie ses factures d’une adresse de messagerie gratuite',
  ],
  headline: (facts) => {
    const papers = (number: number, what: string) =>
      number > 0 ? `${count(number, 'pièce', 'pièces')} ${what}` : null;
    const parts = [
      papers(facts.failed, 'en échec de vérification'),
      papers(facts.poor_image, 'd’image illisible'),
      facts.photo_under_names > 1
        ? `une même photo sous ${figure(facts.photo_under_names)} noms`
        : null,
      papers(facts.issuer_is_account, 'dont l’émetteur a les coordonnées du compte'),
      papers(facts.issuer_free_mail, 'dont l’émetteur a une messagerie gratuite'),
      papers(facts.issuer_without_contact, 'sans coordonnées de l’émetteur'),
    ];
    return french`${facts.account} : ${parts.filter((part) => part !== null).join(', ')}`;
  },
  parameters: {
    issued_kinds: {
      name: 'sortes délivrées',
      why: 'des pièces qu’un autre rédige et envoie, et que l’on pourrait interroger',
    },
    free_domains: {
      name: 'domaines gratuits',
      why: french`chacun peut y avoir une adresse : elle ne dit rien de l’émetteur, et deux personnes qui y en ont une n’en font pas une seule`,
    },
    hub_papers: {
      name: 'pièces d’un carrefour',
      why: 'une photo sur plus de pièces est un modèle vierge ou un exemple',
      unit: 'pièces',
    },
    most_shown: {
      name: 'montrés au plus',
      why: french`assez pour qu’une personne les lise ; leur nombre est dit à côté`,
      unit: 'pièces',
    },
  },
  facts: {
    account: 'compte',
    failed: 'en échec',
    poor_image: 'illisibles',
    poor_then_passed: 'illisibles, puis acceptées',
    passed: 'acceptées',
    photo_under_names: 'noms sous une photo',
    photos_under_names: 'photos sous plusieurs noms',
    issuer_is_account: 'émetteur aux coordonnées du compte',
    issuer_free_mail: 'émetteur à messagerie gratuite',
    issuer_without_contact: 'émetteur sans coordonnées',
    usual_without_contact: 'part habituelle sans coordonnées',
    issued_papers: 'pièces délivrées par un tiers',
  },
} satisfies DetectorIn<typeof detector>;
