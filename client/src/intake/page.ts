import { IconDatabaseImport } from '@tabler/icons-react';
import { words } from '../../../domain/words/browser.ts';
import { definePage } from '../ui/define-page.tsx';
import { intakeAt } from './address.ts';

export default definePage({
  href: '/data',
  label: () => words.page.header.bringIn,
  icon: IconDatabaseImport,
  at: intakeAt,
  component: async () => ({ default: (await import('./IntakePage.tsx')).IntakePage }),
});
