import type detector from '../../../cypher/detectors/money-cycle.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { partiesCounted } from '../counts.ts';
import { count, french } from '../typography.ts';

export default {
  title: 'Des sommes qui passent de main en main',
  bond: 'une somme transmise',
  looksFor: french`De l’argent qui quitte un compte de paiement et y revient par trois mains ou plus, presque entier et dans l’ordre du temps ; et des paiements d’un même montant, loin de ce qu’envoie d’ordinaire chaque payeur, transmis de l’un à l’autre. Les deux cachent où l’argent finit ou font un chiffre d’affaires que personne n’a gagné.`,
  blindTo: french`Les sommes divisées ou jointes en route, ou qui reposent des mois ; les mains dont la plateforme ne voit aucun virement.`,
  shows: {
    C10: 'un compte par lequel passe la somme est en monnaie virtuelle',
  },
  benign: [
    'des amis qui se prêtent tour à tour la même somme, comme dans une tontine',
    'des sociétés qui s’achètent l’une à l’autre en cercle de fournisseurs',
    'un dépôt rendu par un intermédiaire',
  ],
  headline: (facts) =>
    facts.closed > 0
      ? `Une somme fait le tour de ${count(facts.payment_accounts, 'compte de paiement', 'comptes de paiement')} et revient à son point de départ`
      : `${count(facts.transfers, 'paiement passe', 'paiements passent')} de main en main par ${count(facts.payment_accounts, 'compte de paiement', 'comptes de paiement')}, chacun à un dixième près du montant d’un autre, d’avant ou d’après`,
  parameters: {
    usual_most: {
      name: 'habituel au plus',
      why: 'là où un quart des payeurs transmettent ainsi des sommes, c’est le fonctionnement de la plateforme',
      unit: 'part des payeurs',
    },
    most_parties: {
      name: 'parties au plus',
      why: 'une suite de plus de parties qu’une équipe n’a de mains est un commerce à part entière',
      unit: 'parties',
    },
    most_steps: {
      name: 'étapes au plus',
      why: french`les étapes les plus nettes suffisent ; leur nombre est dit à côté`,
      unit: 'étapes',
    },
    most_transfers: {
      name: 'virements au plus',
      why: french`quelques virements de chaque paire montrent ce qu’ils font ; leur nombre est dit à côté`,
      unit: 'virements par paire',
    },
  },
  facts: {
    first: 'premier',
    payment_accounts: 'comptes de paiement',
    accounts: 'comptes',
    unrelated: partiesCounted,
    steps: 'étapes',
    closed: 'étapes en cercle',
    scores: 'scores',
    transfers: 'virements par lesquels elle est passée',
    kinds: 'sortes de comptes de paiement',
    known_shared: 'partages connus',
    usual_passing: 'part habituelle',
  },
} satisfies DetectorIn<typeof detector>;
