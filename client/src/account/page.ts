import { IconUserCircle } from '@tabler/icons-react';
import { messages } from '../../../domain/messages/later.ts';
import { definePage } from '../ui/define-page.tsx';

export default definePage({
  href: '/account',
  label: () => messages.peoplePage.account.title,
  icon: IconUserCircle,
  at: (path) => (path === '/account' ? {} : null),
  component: async () => ({ default: (await import('./AccountPage.tsx')).AccountPage }),
});
