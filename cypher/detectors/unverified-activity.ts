import { z } from 'zod';
import { defineDetector } from '../../domain/detector.ts';
import { count as countInEnglish } from '../../domain/words/en/typography.ts';
import { count, figure, french } from '../../languages/fr/typography.ts';

export default defineDetector({
  version: 2,
  indicators: ['M10'],
  family: 'conduct',
  binds: false,
  role: 'operator',
  needs: [],
  parameters: {
    grace_days: {
      default: 7,
      min: 0,
      why: 'checks take some days, and eager newcomers bid while they wait',
      unit: 'days',
    },
    acts_for_half_weight: {
      default: 6,
      min: 1,
      why: 'one or two bids can slip through while a check is pending; a habit of them does not',
      unit: 'acts',
    },
    hub_accounts: {
      default: 3,
      min: 1,
      why: 'what is paid to a purse of many accounts cannot be told to be for this one',
      unit: 'accounts',
    },
    least: {
      default: 0.03,
      min: 0,
      max: 1,
      why: 'below this a few early bids would name many who merely waited',
    },
    most_shown: {
      default: 50,
      cites: true,
      min: 1,
      why: 'the first of them show the pattern; the facts count all',
      unit: 'rows',
    },
  },
  facts: z.object({
    verified_at: z.string().nullable(),
    bids: z.int(),
    /** Received. */
    ratings: z.int(),
    jobs: z.int(),
    /** Received. */
    payments: z.int(),
    /** Acts later than a check may take. */
    overdue: z.int(),
    /** Acts within the days that a check may take. */
    early: z.int(),
    first_act: z.string(),
    /** Others of that platform and role that did anything, and those of them that did so overdue. */
    others_active: z.int(),
    others_late: z.int(),
    /** All of them, the account among them. */
    peers_active: z.int(),
    /** Of these, the share that acted unverified at all, and overdue. */
    peers_early: z.number(),
    peers_late: z.number(),
  }),
  strength: (facts, settings) => {
    const unusual = (share: number) => (1 - Math.min(1, share)) ** 3;
    const amount =
      facts.overdue * unusual(facts.peers_late) + 0.2 * facts.early * unusual(facts.peers_early);
    const strength = (0.45 * amount) / (amount + settings.acts_for_half_weight);
    return strength < settings.least ? 0 : strength;
  },
  words: {
    en: {
      title: 'Active without verification',
      bond: 'activity without verification',
      looksFor:
        'Bids, ratings and payments received, and jobs posted, of an account that was not verified yet or never was, later than a check usually takes, where its peers wait. Whoever cannot pass a check works without one for as long as possible.',
      blindTo:
        'Ratings given and payments made; accounts verified with forged or borrowed papers, and platforms that verify nobody or keep no times.',
      benign: [
        'a newcomer who bids while the check is pending',
        'a check that the platform left lying for weeks',
        'an account from before the platform began to verify',
      ],
      headline: (facts) =>
        `${facts.overdue + facts.early} bids, ratings received, payments received or jobs posted ${facts.verified_at === null ? 'with no verification on record' : 'before verification'}, ${facts.overdue} of them later than a check takes; of ${countInEnglish(facts.others_active, 'active peer', 'active peers')}, ${facts.others_late} did that`,
    },
    fr: {
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
    },
  },
});
