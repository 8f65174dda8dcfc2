import type { Family } from '../../../domain/detector.ts';
import { termOf, type Model } from './weights.ts';

/** What the silence of a platform is called, among the terms of accounts and of groups. */
export const silentTerm = 'platform:silent';

/**
 * How much of what could speak of an account has no voice on this platform, in [0, 1): the families of evidence of which
 * it keeps no records, each by the most that it can tell. Priors are those of a platform that keeps records of everything,
 * where most of a scheme's accounts show several kinds of evidence; one that has ratings alone, or money alone, cannot
 * show the others, and their absence speaks for nobody.
 */
export function silentShare(
  detectors: readonly { id: string; family: Family }[],
  recorded: ReadonlySet<Family>,
  model: Model,
): number {
  const most = new Map<Family, number>();
  for (const { id, family } of detectors) {
    const tells = termOf(model, `own:${id}`).weight + termOf(model, `plain:${id}`).weight;
    most.set(family, Math.max(tells, most.get(family) ?? 0));
  }
  let [silent, all] = [0, 0];
  for (const [family, tells] of most) {
    all += tells;
    if (!recorded.has(family)) silent += tells;
  }
  return silent === all ? 0 : silent / all;
}
