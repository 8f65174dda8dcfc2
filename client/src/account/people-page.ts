import { IconUserCircle } from '@tabler/icons-react';
import { messages } from '../../../domain/messages/later.ts';
import { definePage } from '../ui/define-page.tsx';

export default definePage({
  href: '/people',
  label: () => messages.peoplePage.people.title,
  icon: IconUserCircle,
  at: (path) => (path === '/people' ? {} : null),
  component: async () => ({ default: (await import('./PeoplePage.tsx')).PeoplePage }),
});
