import './api/no-eval.ts';
import { learnLanguage } from './api/language.ts';

// Modules hold on to texts from the moment they are read.
await learnLanguage();
await import('./start.tsx');
