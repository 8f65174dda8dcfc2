import { IconHeartbeat } from '@tabler/icons-react';
import { messages } from '../../../domain/messages/later.ts';
import { definePage } from '../ui/define-page.tsx';

export default definePage({
  href: '/condition',
  label: () => messages.conditionPage.title,
  icon: IconHeartbeat,
  at: (path) => (path === '/condition' ? {} : null),
  component: async () => ({ default: (await import('./ConditionPage.tsx')).ConditionPage }),
});
