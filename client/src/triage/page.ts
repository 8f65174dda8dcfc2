import { IconListCheck } from '@tabler/icons-react';
import { words } from '../../../domain/words/browser.ts';
import { definePage } from '../ui/define-page.tsx';
import { queueAt } from './address.ts';

export default definePage({
  href: '/queue',
  label: () => words.triage.page.open,
  icon: IconListCheck,
  at: queueAt,
  component: async () => ({ default: (await import('./QueuePage.tsx')).QueuePage }),
});
