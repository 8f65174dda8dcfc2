import type detector from '../../../cypher/detectors/unverified-activity.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { count, figure, french } from '../typography.ts';

export default {
  title: 'Actif sans vérification',
  bond: 'une activité sans vérification',
  looksFor:
    'Des offres, notes et paiements reçus et missions publiées d’un compte pas encore ou jamais vérifié, plus tard que ne dure d’ordinaire une vérification, là où ses pairs attendent. Qui ne peut pas passer de vérification travaille sans elle aussi longtemps que possible.',
  blindTo: french`Les notes données et les paiements faits ; les comptes vérifiés avec des pièces falsifiées ou empruntées, et les plateformes qui ne vérifient personne ou ne gardent pas les dates.`,
  benign: [
    'un débutant qui fait des offres pendant la vérification',
    'une vérification que la plateforme a laissée traîner des semaines',
    'un compte d’avant que la plateforme ne vérifie',
  ],
  headline: (facts) =>
    french`${count(facts.overdue + facts.early, 'offre, note reçue, paiement reçu ou mission publiée', 'offres, notes reçues, paiements reçus ou missions publiées')} ${facts.verified_at === null ? 'sans vérification connue' : 'avant la vérification'}, dont ${figure(facts.overdue)} plus tard qu’une vérification ne dure ; sur ${count(facts.others_active, 'pair actif', 'pairs actifs')}, ${count(facts.others_late, 'a', 'ont')} fait de même`,
  parameters: {
    grace_days: {
      name: 'délai',
      why: 'une vérification prend quelques jours, et des débutants pressés font des offres en attendant',
      unit: 'jours',
    },
    acts_for_half_weight: {
      name: 'actes pour la moitié',
      why: french`une ou deux offres peuvent passer pendant une vérification ; une habitude, non`,
      unit: 'actes',
    },
    hub_accounts: {
      name: 'comptes d’un carrefour',
      why: 'ce qui est versé à un compte de paiement de nombreux comptes ne peut pas être dit pour celui-ci',
      unit: 'comptes',
    },
    least: {
      name: 'force au moins',
      why: 'en deçà, quelques offres précoces nommeraient beaucoup de gens qui ont seulement attendu',
    },
    most_shown: {
      name: 'montrés au plus',
      why: french`les premières montrent le motif ; les faits les comptent toutes`,
      unit: 'lignes',
    },
  },
  facts: {
    verified_at: 'vérifié le',
    bids: 'offres',
    ratings: 'notes reçues',
    jobs: 'missions',
    payments: 'paiements reçus',
    overdue: 'en retard',
    early: 'précoces',
    first_act: 'premier acte',
    others_active: 'autres pairs actifs',
    others_late: 'autres en retard',
    peers_active: 'pairs actifs, lui compris',
    peers_early: 'part des pairs précoces',
    peers_late: 'part des pairs en retard',
  },
  usual: { usual: 'habituel' },
} satisfies DetectorIn<typeof detector>;
