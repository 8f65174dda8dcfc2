import { asked, defineLibraryQuery, figure } from '../../domain/library.ts';

export default defineLibraryQuery({
  parameters: { account: asked('account'), minutes: figure(30) },
  tags: ['sessions', 'accounts'],
  messages: {
    title: 'Who was used at the same address shortly before or after',
    about:
      'Sessions of others at the addresses of one account, within minutes of its own. At a VPN, an office or a university that is chance.',
    labels: { account: 'Account', minutes: 'Minutes at most' },
  },
});
