import { lazy } from 'react';
import { defineView } from '../define-view.ts';

export default defineView({ id: 'ratings', component: lazy(() => import('./RatingsView.tsx')) });
