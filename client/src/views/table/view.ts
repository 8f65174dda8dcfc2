import { lazy } from 'react';
import { defineView } from '../define-view.ts';

export default defineView({
  id: 'table',
  component: lazy(() => import('./TableView.tsx')),
  hotkey: 'T',
});
