import type query from '../../../cypher/library/same-contact.ts';
import type { LibraryQueryIn } from '../../../domain/library.ts';

export default {
  title: 'Comptes ayant un même e-mail, téléphone ou site web',
  about:
    'Tels qu’ils les déclarent aujourd’hui. Des collègues indiquent le site et le téléphone de leur employeur.',
  labels: {},
} satisfies LibraryQueryIn<typeof query>;
