import { IconListCheck } from '@tabler/icons-react';
import { messages } from '../../../domain/messages/browser.ts';
import { definePage } from '../ui/define-page.tsx';
import { queueAt } from './address.ts';

export default definePage({
  href: '/queue',
  label: () => messages.triage.page.open,
  icon: IconListCheck,
  at: queueAt,
  component: async () => ({ default: (await import('./QueuePage.tsx')).QueuePage }),
});
