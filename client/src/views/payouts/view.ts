import { lazy } from 'react';
import { defineView } from '../define-view.ts';

export default defineView({ id: 'payouts', component: lazy(() => import('./PayoutsView.tsx')) });
