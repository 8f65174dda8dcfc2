/** Markup that is already safe; only `html` makes it. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

export type HtmlValue = Html | string | number | null | readonly HtmlValue[];

/**
 * Builds markup: every interpolated string is escaped, null and empty lists vanish. The one place where
 * data meets markup, so that no page can forget it. Attribute values must stand in double quotes.
 */
export function html(parts: TemplateStringsArray, ...values: HtmlValue[]): Html {
  let markup = parts[0] ?? '';
  values.forEach((value, index) => {
    markup += asMarkup(value) + (parts[index + 1] ?? '');
  });
  return new Html(markup);
}

/** A value from the data, kept from turning the words around it: its own direction, its own box. */
export function datum(text: string): Html {
  return html`<bdi>${text}</bdi>`;
}

function asMarkup(value: HtmlValue): string {
  if (value === null) return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'string') return escape(value);
  if (typeof value === 'number') return String(value);
  return value.map(asMarkup).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return showInvisible(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}

/** Control characters, direction marks, lone surrogates: what can make a text look like another one. */
const invisible =
  // eslint-disable-next-line no-control-regex -- these are the characters to find
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]/gu;

/** Writes invisible characters as ⟨U+202E⟩, so that the reader sees that they are there. */
export function showInvisible(text: string): string {
  return text.replace(invisible, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}
