import { lazy } from 'react';
import { defineView } from '../define-view.ts';

export default defineView({
  id: 'map',
  component: lazy(() => import('./MapView.tsx')),
  showsLeaves: true,
});
