import type { Finding } from '../../domain/finding.ts';
import { localizeFindings } from '../../server/detection/runs/localize.ts';
import { withLocale } from '../../server/platform/locale.ts';
import { faultsOf } from './compare.ts';
import type { World } from './world.ts';

/** What of findings is not as the rows have it, in English or where another language says it. */
export async function faultsInAnyLanguage(
  findings: readonly Finding[],
  world: World,
): Promise<string[]> {
  const faults = findings.flatMap((finding) => faultsOf(finding, world));
  for (const language of ['fr', 'es'] as const) {
    const told = await withLocale(language, () => localizeFindings(findings));
    const said = told.filter(({ title }, at) => title !== findings[at]!.title);
    faults.push(...said.flatMap((finding) => faultsOf(finding, world, language)));
  }
  return faults;
}
