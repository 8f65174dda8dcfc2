import type query from '../../../cypher/library/payouts-flow-together.ts';
import type { LibraryQueryIn } from '../../../domain/library.ts';

export default {
  title: 'Où converge l’argent de nombreux payeurs',
  about:
    'Les comptes de paiement auxquels beaucoup d’autres envoient de l’argent, par devise. Commerces, bailleurs et administrations sont aussi payés par beaucoup.',
  labels: { payers: 'Payeurs au moins', from: 'À partir du', to: 'Jusqu’au' },
} satisfies LibraryQueryIn<typeof query>;
