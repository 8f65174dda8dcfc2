import { certificatesIn } from '../certificates.ts';
import { element } from './elements.ts';
import { messages } from './language.ts';
import { pemField, type PemField } from './pem-field.ts';

export interface RootsField extends Pick<PemField, 'take'> {
  section: HTMLElement;
  /** The certificates that were given, in PEM. */
  roots: () => string[];
  /** Unfolds the field. */
  offer: () => void;
}

/**
 * Where a person gives the roots that a timestamp's authority must lead to; `changed` is called whenever they are
 * others. Folded, since few bundles have a timestamp.
 */
export function rootsField(changed: () => void): RootsField {
  const read = (given: string) => {
    const names = certificatesIn(given).map(({ name }) => name);
    return names.length > 0 ? messages().page.roots.are(names) : null;
  };
  const { heading, parts, text, take } = pemField('roots', '.pem,.crt,.cer,.txt', read, changed);
  const folded = element('details', {}, element('summary', {}, heading), ...parts);
  const offer = () => {
    folded.open = true;
  };
  return {
    section: element('section', { 'aria-labelledby': heading.id }, folded),
    roots: () => certificatesIn(text()).map(({ pem }) => pem),
    offer,
    take: (pem) => {
      offer();
      take(pem);
    },
  };
}
