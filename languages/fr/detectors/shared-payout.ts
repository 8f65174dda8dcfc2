import type detector from '../../../cypher/detectors/shared-payout.ts';
import type { DetectorIn } from '../../../domain/detector.ts';
import { partiesCounted } from '../counts.ts';
import { count, french } from '../typography.ts';

export default {
  title: 'Un versement, plusieurs titulaires',
  bond: 'un même versement',
  looksFor:
    'Des comptes de personnes qui n’ont rien à voir entre elles, payés sur un même compte de paiement. Qui tient de nombreux comptes doit réunir leur argent, et le lieu où il se rejoint est difficile à cacher.',
  blindTo: french`Les équipes qui donnent à chaque compte son portefeuille et réunissent l’argent un virement plus loin ; les familles ou agences que la plateforme ignore.`,
  shows: {
    C5: 'ses titulaires ne sont pas tous ouvertement liés, et ce n’est pas un compte collecteur',
  },
  benign: [
    'une agence qui encaisse pour son personnel, ou un atelier d’amis qui facture ensemble',
    'un couple ou une famille avec un seul compte bancaire',
    'le compte collecteur d’un prestataire de paiement',
  ],
  headline: (facts) =>
    `${count(facts.accounts, 'compte est payé', 'comptes sont payés')} par ${facts.payout}` +
    (facts.unrelated < facts.accounts
      ? french` ; ${facts.unrelated === 1 ? 'tous sont ouvertement liés' : `ceux qui sont ouvertement liés comptés pour un, ce sont ${count(facts.unrelated, 'partie', 'parties sans rapport')}`}`
      : ''),
  parameters: {
    hub_accounts: {
      name: 'comptes d’un carrefour',
      why: french`plus de titulaires qu’une équipe n’a de mains : le compte collecteur d’un prestataire de paiement`,
      unit: 'comptes',
    },
    most_shown: {
      name: 'montrés au plus',
      why: french`un carrefour de milliers ne se regarde pas ; le nombre de titulaires est dit à côté`,
      unit: 'comptes',
    },
  },
  facts: {
    payout: 'versement',
    kind: 'sorte',
    provider: 'prestataire',
    holder_name: 'titulaire',
    accounts: 'comptes',
    unrelated: partiesCounted,
    other_names: 'à d’autres noms',
    open_holders: 'ouvertement rattachés',
    one_employer: 'du même employeur',
    providers_own: 'au nom du prestataire',
    known_shared: 'partages connus',
  },
} satisfies DetectorIn<typeof detector>;
