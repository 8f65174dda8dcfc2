import { IconHistory } from '@tabler/icons-react';
import { messages } from '../../../domain/messages/browser.ts';
import { definePage } from '../ui/define-page.tsx';

export default definePage({
  href: '/audit',
  label: () => messages.page.rail.audit,
  icon: IconHistory,
  at: (path) => (path === '/audit' ? {} : null),
  component: async () => ({ default: (await import('./AuditPage.tsx')).AuditPage }),
});
