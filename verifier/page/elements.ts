import type { VerifierMessages } from '../verdict.ts';
import { messages, onLanguage } from './language.ts';

type Attributes = Readonly<Record<string, string>>;
type Child = Node | string;

/** An element with these attributes and children; texts are never read as markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** The element, with a text that changes with the language. */
export function spokenIn<T extends HTMLElement>(
  made: T,
  text: (page: VerifierMessages['page']) => string,
): T {
  onLanguage(() => {
    made.textContent = text(messages().page);
  });
  return made;
}

/** A button that lets a file be chosen; the same file may be chosen again. */
export function chooser(
  button: HTMLButtonElement,
  accept: string,
  chosen: (file: File) => void,
): HTMLElement[] {
  const input = element('input', { type: 'file', accept, hidden: '' });
  button.addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    input.value = '';
    if (file) chosen(file);
  });
  return [button, input];
}
