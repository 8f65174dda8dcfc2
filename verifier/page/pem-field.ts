import { chooser, element, spokenIn } from './elements.ts';
import { messages, onLanguage } from './language.ts';

export interface PemField {
  /** What the field is for, and all else of it, in order. */
  heading: HTMLElement;
  parts: readonly HTMLElement[];
  /** What was given. */
  text: () => string;
  /** Puts a file's text into the field, as if it had been pasted. */
  take: (pem: string) => void;
}

/**
 * Where a person gives something that they trust, in PEM, pasted or chosen; `id` is the field's, and that of its words.
 * `read` tells what the text holds, null when it is not what the field is for; `changed` is called whenever it is
 * another.
 */
export function pemField(
  id: 'key' | 'roots',
  accept: string,
  read: (text: string) => string | null,
  changed: () => void,
): PemField {
  const area = element('textarea', {
    id,
    rows: '4',
    spellcheck: 'false',
    autocomplete: 'off',
    'aria-describedby': `${id}-state`,
  });
  const state = element('p', { id: `${id}-state`, class: 'state', role: 'status' });
  const tell = () => {
    const { none, bad } = messages().page[id];
    const held = read(area.value);
    const isBad = held === null && area.value.trim() !== '';
    state.textContent = held ?? (isBad ? bad : none);
    state.classList.toggle('bad', isBad);
    area.setAttribute('aria-invalid', String(isBad));
  };
  const hear = () => {
    tell();
    changed();
  };
  const take = (pem: string) => {
    area.value = pem;
    hear();
  };
  area.addEventListener('input', hear);
  onLanguage(tell);

  const heading = spokenIn(element('h2', { id: `${id}-title` }), (page) => page[id].title);
  const parts = [
    spokenIn(element('p'), (page) => page[id].about),
    spokenIn(element('label', { for: id }), (page) => page[id].label),
    area,
    state,
    ...chooser(
      spokenIn(element('button', { type: 'button' }), (page) => page[id].choose),
      accept,
      (file) => void file.text().then(take),
    ),
  ];
  return { heading, parts, text: () => area.value, take };
}
