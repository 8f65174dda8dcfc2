import { UsageError } from '../../../platform/problems.ts';

/** Who alone may see or know of something, as a command line says it. */
export interface MembersOptions {
  only?: string[];
  all?: true;
  why?: string;
}

/**
 * What is to be changed of it: null as members for everybody; null as a whole where it is only looked at. Throws UsageError, in the
 * words given, for both at once, and where nobody says why.
 */
export function membersAsked(
  { only, all, why = '' }: MembersOptions,
  text: { either: string; whyMissing: string },
): { members: string[] | null; why: string } | null {
  if (only && all) throw new UsageError(text.either);
  if (!only && !all) return null;
  if (why.trim() === '') throw new UsageError(text.whyMissing);
  return { members: only ?? null, why: why.trim() };
}
