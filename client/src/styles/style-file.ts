import { z } from 'zod';
import { styleFileSchema, type StyleFile } from '../../../domain/look-rules.ts';
import { messages as first } from '../../../domain/messages/browser.ts';
import { messages } from '../../../domain/messages/later.ts';
import { styleOf } from '../board/kept/board-content.ts';
import type { BoardStyle } from '../board/board-style.ts';

const text = messages.lookRules.styles;

const mostBytes = 100_000;
const errorsNamed = 5;

export function styleAsFile(name: string, style: BoardStyle): StyleFile {
  const { size, colour, typeColours, rules } = style;
  return {
    format: 'skein-style',
    version: 1,
    name,
    size,
    colour,
    type_colours: Object.fromEntries(typeColours),
    rules: [...rules],
  };
}

/** What this version does not know of it is as usual. */
export function styleOfFile({ rules, ...style }: StyleFile): BoardStyle {
  return { ...styleOf(style), rules };
}

/** Reads a style that was saved. Throws an Error that says in words what is wrong, and where. */
export function readStyle(name: string, written: string): StyleFile {
  if (written.length > mostBytes) throw new Error(text.tooLarge(name));
  const data = parsed(name, written);
  const named = z
    .object({ format: z.literal('skein-style'), version: z.unknown() })
    .safeParse(data);
  if (!named.success) throw new Error(text.noStyle(name));
  const { version } = named.data;
  if (typeof version === 'number' && version > 1)
    throw new Error(text.newer(name, String(version)));
  const read = styleFileSchema.safeParse(data);
  if (read.success) return read.data;
  const wrong = read.error.issues
    .slice(0, errorsNamed)
    .map(({ path, message }) => first.cases.wrongAt(path.join('.'), message));
  throw new Error(`${name}: ${wrong.join('; ')}`);
}

function parsed(name: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new Error(first.cases.noJson(name, error instanceof Error ? error.message : ''), {
      cause: error,
    });
  }
}
