import account from '../account/page.ts';
import people from '../account/people-page.ts';
import audit from '../audit/page.ts';
import condition from '../condition/page.ts';
import intake from '../intake/page.ts';
import triage from '../triage/page.ts';
import type { DefinedPage } from '../ui/define-page.tsx';
import watch from '../watch/page/page.ts';

/** The pages beside that of lists, stage and details: those that the rail names, and those that its foot does. */
export const pages: readonly DefinedPage[] = [
  ...[intake, triage, watch, audit],
  ...[account, people, condition],
];
