import type query from '../../../cypher/library/hired-by-the-same-clients.ts';
import type { LibraryQueryIn } from '../../../domain/library.ts';

export default {
  title: 'Qui a été engagé par les clients d’un compte',
  about:
    'Les comptes dont les mêmes clients ont accepté les offres, selon le nombre de clients communs. Les grands clients engagent beaucoup.',
  labels: { account: 'Compte' },
} satisfies LibraryQueryIn<typeof query>;
