/** Titles of findings that say what their masked facts say. */
import type { Finding } from '../../../domain/finding.ts';
import { catalogue, messagesOf, type CatalogueEntry } from '../../detection/catalogue/catalogue.ts';
import { titleOf } from '../../detection/findings/finding-title.ts';

/**
 * `masked` are the same findings, in order, with pseudonyms. A short id is not told from a word or a figure in a sentence: where
 * the title is what the detector says of the facts in the language in force, it is said again of the masked ones.
 */
export async function retitled(
  plain: readonly Finding[],
  masked: readonly Finding[],
): Promise<Finding[]> {
  const detectors = new Map((await catalogue()).map((detector) => [detector.id, detector]));
  return masked.map((finding, index) => {
    const before = plain[index]!;
    const detector = detectors.get(finding.detector);
    if (detector?.version !== finding.version || saidBy(detector, before) !== before.title)
      return finding;
    return { ...finding, title: saidBy(detector, finding) ?? finding.title };
  });
}

/** Null where the facts are not as the detector has them. */
function saidBy(detector: CatalogueEntry, { facts, accounts }: Finding): string | null {
  const read = detector.facts.safeParse(facts);
  return read.success ? titleOf(messagesOf(detector).headline(read.data), accounts) : null;
}
