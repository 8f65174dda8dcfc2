import type query from '../../../cypher/library/opened-together.ts';
import type { LibraryQueryIn } from '../../../domain/library.ts';

export default {
  title: 'Comptes ouverts à quelques minutes d’écart depuis un même réseau',
  about:
    'Les paires ouvertes l’une peu après l’autre et utilisées depuis le même réseau. Un grand réseau ouvre beaucoup de comptes par jour : cherchez-en un petit.',
  labels: { minutes: 'Minutes au plus' },
} satisfies LibraryQueryIn<typeof query>;
