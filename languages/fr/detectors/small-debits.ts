import type detector from '../../../cypher/detectors/small-debits.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { within } from '../../../domain/messages/en/typography.ts';
import { count, decimal, french } from '../typography.ts';

export default {
  title: 'Beaucoup de petits débits, importants ensemble',
  bond: 'de petits débits vers un même bénéficiaire',
  looksFor: french`Un bénéficiaire qui prélève beaucoup de petites sommes pendant des semaines et des mois : demandées par lui-même, ou contestées par ceux qui ont payé, pour aucune mission et d’aucun montant convenu, et une grosse somme ensemble. Chacune reste sous ce que l’on vérifie.`,
  blindTo: french`Les données qui ne disent ni qui a demandé un virement ni comment il a fini ; les débits répartis sur de nombreux bénéficiaires ; ce qui se déguise en montant régulier convenu.`,
  shows: {
    C11: 'des prélèvements ont été contestés ou renvoyés',
  },
  benign: [
    'un forfait, un loyer ou un ordre permanent dont les deux sont convenus',
    'un vendeur d’abonnements ou un service public qui facture à l’usage',
    'un payeur qui conteste ce qui était dû',
  ],
  headline: (facts) => {
    const [most] = [...facts.drawn].sort((a, b) => b.debits - a.debits);
    if (!most) return `Petits débits vers ${facts.beneficiary}`;
    const disputed =
      most.disputed > 0 ? `, dont ${count(most.disputed, 'contestée', 'contestées')}` : '';
    return `${facts.beneficiary} a prélevé ${count(most.debits, 'petite somme', 'petites sommes')}, ${decimal(most.total, 2)} ${most.currency} ensemble, à ${count(most.payers, 'payeur', 'payeurs')} en ${count(within(most.days), 'jour', 'jours')}${disputed}`;
  },
  parameters: {
    min_debits: {
      name: 'débits au moins',
      why: french`chacun a quelques débits ; le cas de l’alerte en avait trente en quelques mois`,
      unit: 'débits',
    },
    large: {
      name: 'important',
      why: 'ensemble ils sont importants quand ils atteignent trente paiements habituels de la plateforme',
      unit: 'paiements habituels',
    },
    many_payers: {
      name: 'beaucoup de payeurs',
      why: 'qui prélève sur davantage sans contestation vend quelque chose par ordre permanent',
      unit: 'payeurs',
    },
    most_shown: {
      name: 'montrés au plus',
      why: french`les premiers débits montrent le motif ; leur nombre est dit à côté`,
      unit: 'débits',
    },
  },
  facts: {
    beneficiary: 'bénéficiaire',
    holder_name: 'titulaire',
    side: 'côté',
    accounts: 'comptes',
    drawn: 'prélevé',
    known_shared: 'partages connus',
  },
  usual: { usual_amounts: 'montants habituels' },
} satisfies DetectorIn<typeof detector>;
