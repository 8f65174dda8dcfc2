import { IconDatabaseImport } from '@tabler/icons-react';
import { messages } from '../../../domain/messages/browser.ts';
import { definePage } from '../ui/define-page.tsx';
import { intakeAt } from './address.ts';

export default definePage({
  href: '/data',
  label: () => messages.page.rail.data,
  icon: IconDatabaseImport,
  at: intakeAt,
  component: async () => ({ default: (await import('./IntakePage.tsx')).IntakePage }),
});
