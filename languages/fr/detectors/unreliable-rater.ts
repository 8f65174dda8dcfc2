import type detector from '../../../cypher/detectors/unreliable-rater.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { count, figure, french } from '../typography.ts';

export default {
  title: 'Des notes que personne ne confirme',
  bond: 'des notes que personne ne confirme',
  looksFor: french`Un compte qui loue ceux contre qui d’autres mettent en garde, ou met en garde contre ceux que d’autres louent. Seul compte ce qu’il dit des autres, à côté de ce que tous les autres disent des mêmes comptes ; ceux-ci comptent selon leur propre passé, si bien qu’une foule de nouveaux comptes qui se confirment ajoute peu.`,
  blindTo: french`Qui a raison ; les notes reçues ; les plateformes où chacun loue chacun ; un compte qui entoure de nombreuses notes honnêtes quelques-unes qui ne le sont pas.`,
  shows: {
    M8: 'il en a très bien noté trois ou plus en quinze jours',
  },
  benign: [
    'un client qui a eu une mauvaise expérience avec quelqu’un que d’autres apprécient',
    'un débutant qui a noté une ou deux personnes dont on sait peu',
    'quelqu’un qui avertit tôt de ce que d’autres voient plus tard',
  ],
  headline: (facts) =>
    french`${facts.rater} a noté ${count(facts.rated, 'compte', 'comptes')}${facts.judged < facts.rated ? `, dont ${figure(facts.rated - facts.judged)} sans prendre parti` : ''} ; ` +
    (facts.against > 0
      ? `pour ${figure(facts.against)} d’entre eux, d’autres disent le contraire`
      : 'd’autres le confirment moins que d’habitude'),
  parameters: {
    prior_ratings: {
      name: 'notes supposées',
      why: french`une expérience que personne ne partage arrive à tous : autant de notes de la sorte habituelle sont supposées avant elle`,
      unit: 'notes',
    },
    usual_shortfall: {
      name: 'manque habituel',
      why: french`un vingtième du chemin de l’habituel au contraire : ce qui est plus près de l’habituel est habituel`,
    },
    shown_ratings: {
      name: 'notes montrées',
      why: french`autant qu’une personne en lit ; leur nombre est parmi les faits`,
      unit: 'notes',
    },
  },
  facts: {
    rater: 'compte qui note',
    rated: 'notés',
    judged: 'loués ou mis en garde contre',
    against: 'contredits',
    little_borne_out: 'peu confirmés',
    support: 'confirmation',
    proven: 'confirmation prouvée',
    usual_support: 'confirmation habituelle',
    shortfall: 'manque',
    least_borne_out: 'les moins confirmés',
    praised_at_once: 'trois très bien notés en quinze jours',
  },
  usual: { usual_spread: 'dispersion habituelle' },
} satisfies DetectorIn<typeof detector>;
