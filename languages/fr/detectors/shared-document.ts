import type detector from '../../../cypher/detectors/shared-document.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { reasonLabel } from '../../../domain/labels/reason-label.ts';
import { partiesCounted } from '../counts.ts';
import { count, figure, french } from '../typography.ts';

export default {
  title: 'Une même pièce sur plusieurs comptes',
  bond: 'des pièces d’identité communes',
  looksFor: french`Des pièces d’identité de comptes différents qui sont une même pièce ou montrent une même personne : même numéro, fichier, image, photo, ou nom avec date de naissance. Une équipe utilise une pièce qu’elle a pour plus d’un compte.`,
  blindTo: french`Les pièces faites à neuf pour chaque compte ; les photos coupées ou inversées ; les numéros d’exemple ; un même numéro sur des pièces de sortes différentes.`,
  shows: {
    C4: 'les pièces portent plusieurs noms',
    C5: 'les comptes ne sont pas tous ouvertement liés, et la pièce n’est pas connue comme partagée',
  },
  benign: [
    'un foyer qui envoie un même relevé de banque ou de services publics',
    'une personne avec deux comptes, ouvertement',
    french`quelqu’un dont d’autres utilisent la pièce volée : le titulaire est alors une victime`,
  ],
  headline: (facts) =>
    french`${count(facts.accounts, 'compte a remis', 'comptes ont remis')} ${facts.in_common.join() === 'number' ? 'des pièces d’une même sorte' : 'des pièces'} qui ont en commun : ${facts.in_common.map((one) => reasonLabel('derived.same-paper', one)).join(french` ; `)}` +
    (facts.names > 1 ? ` (sous ${figure(facts.names)} noms)` : ''),
  parameters: {
    most_shown: {
      name: 'montrés au plus',
      why: french`assez pour qu’une personne compare ; leur nombre est dit à côté`,
      unit: 'pièces',
    },
    declared_share: {
      name: 'part si déclarés',
      why: 'une famille a un même relevé à la maison, une personne peut avoir ouvertement deux comptes',
    },
  },
  facts: {
    paper: 'pièce',
    kind: 'sorte',
    accounts: 'comptes',
    unrelated: partiesCounted,
    papers: 'pièces',
    in_common: 'en commun',
    strongest_pair: 'paire la plus forte',
    names: 'noms',
    in_own_name: 'à leur propre nom',
    known_shared: 'partages connus',
  },
} satisfies DetectorIn<typeof detector>;
