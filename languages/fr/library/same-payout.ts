import type query from '../../../cypher/library/same-payout.ts';
import type { LibraryQueryIn } from '../../../domain/library.ts';

export default {
  title: 'Qui partage un compte de versement avec un compte',
  about:
    'Les comptes dont les revenus vont au même endroit que ceux d’un compte donné. Une agence ou une famille peut en partager un.',
  labels: { account: 'Compte' },
} satisfies LibraryQueryIn<typeof query>;
