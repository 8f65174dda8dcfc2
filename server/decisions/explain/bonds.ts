import { messagesOf, type CatalogueEntry } from '../../detection/catalogue/catalogue.ts';

/** By detector, what two accounts that it binds have in common, in words. */
export function bondsOf(detectors: readonly CatalogueEntry[]): ReadonlyMap<string, string> {
  return new Map(detectors.map((one) => [one.id, messagesOf(one).bond]));
}
