import { defineLibraryQuery } from '../../domain/library.ts';

export default defineLibraryQuery({
  parameters: {},
  tags: ['accounts'],
  words: {
    en: {
      title: 'Accounts with one e-mail address, phone or website',
      about: 'As they state it now. Colleagues state their employer’s website and phone.',
      labels: {},
    },
    fr: {
      title: 'Comptes ayant un même e-mail, téléphone ou site web',
      about:
        'Tels qu’ils les déclarent aujourd’hui. Des collègues indiquent le site et le téléphone de leur employeur.',
      labels: {},
    },
  },
});
