import { readPublicKey } from '../public-key.ts';
import type { TrustedSigner } from '../verdict.ts';
import { chooser, element, spokenIn } from './elements.ts';
import { says, whenSpoken } from './language.ts';

export interface KeyField {
  section: HTMLElement;
  /** The key that was given, if what was given is one. */
  trusted: () => TrustedSigner[];
  /** Puts a key file's text into the field, as if it had been pasted. */
  take: (pem: string) => void;
}

/** Where a person gives the public key that they trust; `changed` is called whenever it is another. */
export function keyField(changed: () => void): KeyField {
  const area = element('textarea', {
    id: 'key',
    rows: '4',
    spellcheck: 'false',
    autocomplete: 'off',
    'aria-describedby': 'key-state',
  });
  const state = element('p', { id: 'key-state', class: 'state', role: 'status' });
  const tell = () => {
    const { none, bad, is } = says().page.key;
    const key = readPublicKey(area.value);
    const isBad = !key && area.value.trim() !== '';
    state.textContent = key ? is(key.id) : isBad ? bad : none;
    state.classList.toggle('bad', isBad);
    area.setAttribute('aria-invalid', String(isBad));
  };
  const read = () => {
    tell();
    changed();
  };
  const take = (pem: string) => {
    area.value = pem;
    read();
  };
  area.addEventListener('input', read);
  whenSpoken(tell);

  const button = element('button', { type: 'button' });
  const section = element(
    'section',
    { 'aria-labelledby': 'key-title' },
    spokenIn(element('h2', { id: 'key-title' }), ({ key }) => key.title),
    spokenIn(element('p'), ({ key }) => key.about),
    spokenIn(element('label', { for: 'key' }), ({ key }) => key.label),
    area,
    state,
    ...chooser(
      spokenIn(button, ({ key }) => key.choose),
      '.pem,.pub,.txt',
      (file) => void file.text().then(take),
    ),
  );
  const trusted = () => {
    const key = readPublicKey(area.value);
    return key ? [{ id: key.id, pem: key.pem, name: says().page.key.given }] : [];
  };
  return { section, trusted, take };
}
