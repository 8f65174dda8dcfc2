import { readPublicKey } from '../public-key.ts';
import type { TrustedSigner } from '../verdict.ts';
import { element } from './elements.ts';
import { messages } from './language.ts';
import { pemField, type PemField } from './pem-field.ts';

export interface KeyField extends Pick<PemField, 'take'> {
  section: HTMLElement;
  /** The key that was given, if what was given is one. */
  trusted: () => TrustedSigner[];
}

/** Where a person gives the public key that they trust; `changed` is called whenever it is another. */
export function keyField(changed: () => void): KeyField {
  const read = (text: string) => {
    const key = readPublicKey(text);
    return key && messages().page.key.is(key.id);
  };
  const { heading, parts, text, take } = pemField('key', '.pem,.pub,.txt', read, changed);
  const trusted = () => {
    const key = readPublicKey(text());
    return key ? [{ id: key.id, pem: key.pem, name: messages().page.key.given }] : [];
  };
  const section = element('section', { 'aria-labelledby': heading.id }, heading, ...parts);
  return { section, trusted, take };
}
