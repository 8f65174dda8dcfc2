import intake from '../intake/page.ts';
import triage from '../triage/page.ts';
import type { DefinedPage } from '../ui/define-page.tsx';
import watch from '../watch/page/page.ts';

/** The pages beside that of lists, stage and details, which the rail names. */
export const pages: readonly DefinedPage[] = [intake, triage, watch];
