import type detector from '../../../cypher/detectors/thin-profile.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { count, figure, french } from '../typography.ts';

export default {
  title: 'Un profil bien plus simple que ceux de ses pairs',
  bond: 'des profils pauvres de la même manière',
  looksFor:
    'Des comptes dont les champs propres, les profils ailleurs et le portfolio contiennent bien moins que presque tous leurs pairs de même rôle et métier, surtout quand plusieurs sont pauvres de la même manière.',
  blindTo: 'Les profils copiés ou inventés en longueur.',
  benign: [
    'un débutant qui n’a pas encore rempli son profil',
    'quelqu’un qui protège sa vie privée',
    'quelqu’un qui vit du bouche-à-oreille et n’a pas besoin de portfolio',
  ],
  headline: (facts) =>
    french`ses profils contiennent ${count(facts.richness, 'chose', 'choses')} là où ${count(facts.usual_richness, 'est habituelle', 'sont habituelles')} ; sur ${count(facts.others, 'pair', 'pairs')}, ${count(facts.others_as_bare, 'en a', 'en ont')} aussi peu, ${figure(facts.alike)} de la même manière`,
  parameters: {
    bare_share: {
      name: 'part aussi pauvre',
      why: french`aussi pauvre qu’un pair sur vingt au plus ; là où il y en a davantage, la pauvreté est habituelle`,
    },
    min_peers: {
      name: 'pairs au moins',
      why: 'parmi moins de pairs, le plus pauvre n’est pas une rareté',
      unit: 'comptes',
    },
    text_step: {
      name: 'pas de texte',
      why: french`deux phrases ; chaque doublement au-delà compte une fois de plus`,
      unit: 'caractères',
    },
  },
  facts: {
    own: 'champs propres',
    profiles: 'profils',
    portfolio: 'portfolio et CV',
    richness: 'richesse',
    usual_richness: 'richesse habituelle',
    share_as_bare: 'part aussi pauvre',
    others: 'autres pairs',
    others_as_bare: 'autres aussi pauvres',
    peers: 'pairs',
    peers_accounts: 'comptes pairs, lui compris',
    alike: 'semblables',
  },
  usual: { usual: 'habituel' },
} satisfies DetectorIn<typeof detector>;
