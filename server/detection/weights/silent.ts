import type { Family } from '../../../domain/detector.ts';
import type { Finding } from '../../../domain/finding.ts';
import { termOf, type Model } from './weights.ts';

/** What the silence of a platform is called, among the terms of accounts and of groups. */
export const silentTerm = 'platform:silent';

/**
 * How much of what could speak of an account has no voice on this platform, in [0, 1): the families of evidence in which
 * nothing at all was found, each by the most that it can tell. Priors are those of a platform that keeps records of
 * everything, where most of a scheme's accounts show several kinds of evidence; one that has ratings alone, or money alone,
 * cannot show the others, and their absence speaks for nobody.
 */
export function silentShare(
  findings: readonly Finding[],
  detectors: readonly { id: string; family: Family }[],
  model: Model,
): number {
  const heard = new Set(findings.map(({ detector }) => detector));
  const most = new Map<Family, number>();
  const voiced = new Set<Family>();
  for (const { id, family } of detectors) {
    const tells = termOf(model, `own:${id}`).weight + termOf(model, `plain:${id}`).weight;
    most.set(family, Math.max(tells, most.get(family) ?? 0));
    if (heard.has(id)) voiced.add(family);
  }
  let [silent, all] = [0, 0];
  for (const [family, tells] of most) {
    all += tells;
    if (!voiced.has(family)) silent += tells;
  }
  return voiced.size === 0 || all === 0 ? 0 : silent / all;
}
