import { asked, defineLibraryQuery, figure } from '../../domain/library.ts';

export default defineLibraryQuery({
  parameters: { account: asked('account'), minutes: figure(30) },
  tags: ['sessions', 'accounts'],
  words: {
    en: {
      title: 'Who was used at the same address shortly before or after',
      about:
        'Sessions of others at the addresses of one account, within minutes of its own. At a VPN, an office or a university that is chance.',
      labels: { account: 'Account', minutes: 'Minutes at most' },
    },
    fr: {
      title: 'Qui a été utilisé à la même adresse peu avant ou après',
      about:
        'Les sessions des autres aux adresses d’un compte, à quelques minutes des siennes. Derrière un VPN, un bureau ou une université, c’est le hasard.',
      labels: { account: 'Compte', minutes: 'Minutes au plus' },
    },
  },
});
