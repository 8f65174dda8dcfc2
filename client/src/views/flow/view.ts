import { lazy } from 'react';
import { defineView } from '../define-view.ts';

export default defineView({ id: 'flow', component: lazy(() => import('./MoneyFlowView.tsx')) });
