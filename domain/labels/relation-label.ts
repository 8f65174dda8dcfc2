import { messages } from '../messages/browser.ts';

/**
 * A relation in words, from → to, in the language in force. `type` is as evidence names it; `kind` is what a row
 * of `links` says of itself. What an older program inferred, and this one does not know, goes by its rule.
 */
export function relationLabel(type: string, kind?: unknown): string {
  if (type === 'links' && typeof kind === 'string')
    return textOf(messages.schema.links, kind) ?? kind.replaceAll('_', ' ');
  return (
    textOf(messages.schema.says, type) ?? type.replace(/^derived\./, '').replaceAll(/[-_]/g, ' ')
  );
}

/** One of the words that a column of a fixed choice may hold, in the language in force. */
export function valueLabel(value: string): string {
  return textOf(messages.schema.values, value) ?? value;
}

function textOf(texts: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.hasOwn(texts, name) ? texts[name] : undefined;
}
