/** Begins text-likeness-thread.ts: a thread of its own knows nothing of TypeScript yet. */
import { register } from 'tsx/esm/api';

register();
await import('./text-likeness-thread.ts');
