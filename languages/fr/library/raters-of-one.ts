import type query from '../../../cypher/library/raters-of-one.ts';
import type { LibraryQueryIn } from '../../../domain/library.ts';

export default {
  title: 'Qui n’évalue qu’un seul compte, encore et encore',
  about:
    'Les évaluateurs d’un seul compte, avec le nombre de fois et la note moyenne. Un client qui a trouvé un bon développeur fait de même.',
  labels: { times: 'Fois au moins' },
} satisfies LibraryQueryIn<typeof query>;
