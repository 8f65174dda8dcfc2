import { IconCalendarEvent } from '@tabler/icons-react';
import { messages } from '../../../../domain/messages/browser.ts';
import { definePage } from '../../ui/define-page.tsx';
import { watchAt } from '../address.ts';

export default definePage({
  href: '/watch',
  label: () => messages.page.header.watch,
  icon: IconCalendarEvent,
  at: watchAt,
  component: async () => ({ default: (await import('./WatchPage.tsx')).WatchPage }),
});
