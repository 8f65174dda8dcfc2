import { z } from 'zod';
import { boardFileSchema, type BoardFile } from '../../../domain/case.ts';
import { messages } from '../../../domain/messages/browser.ts';

const text = messages.cases;

/** Of the file; the server takes no larger one either. */
const mostBytes = 32_000_000;
const errorsNamed = 5;

/** Reads a board that was saved as JSON. Throws an Error that says in words what is wrong, and where. */
export async function readBoardFile(file: File): Promise<BoardFile> {
  if (file.size > mostBytes) throw new Error(text.fileTooLarge(file.size, mostBytes));
  const data = parsed(file.name, await file.text());
  const named = z
    .object({ format: z.literal('skein-board'), content: z.object({ version: z.unknown() }) })
    .safeParse(data);
  if (!named.success) throw new Error(text.noBoardFile(file.name));
  const { version } = named.data.content;
  if (typeof version === 'number' && version > 1)
    throw new Error(text.newerFile(file.name, String(version)));
  const read = boardFileSchema.safeParse(data);
  if (read.success) return read.data;
  throw new Error(`${file.name}: ${whatIsWrong(read.error.issues)}`);
}

function parsed(name: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new Error(text.noJson(name, error instanceof Error ? error.message : ''), {
      cause: error,
    });
  }
}

function whatIsWrong(issues: readonly z.core.$ZodIssue[]): string {
  const named = issues
    .slice(0, errorsNamed)
    .map(({ path, message }) => text.wrongAt(path.join('.'), message));
  const rest = issues.length - named.length;
  return [...named, ...(rest > 0 ? [text.andMore(rest)] : [])].join('; ');
}
