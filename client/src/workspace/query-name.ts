import { patternSchema } from '../../../domain/pattern/pattern.ts';
import { filled } from '../../../domain/pattern/completing.ts';
import { ask } from '../api/fetch.ts';
import { withLaterMessages } from '../api/later.ts';
import { readAsked, readPattern } from '../subject/query-address.ts';
import type { Subject } from '../subject/subject.ts';

const longest = 90;

/** What a query is called on top of a board: as it was saved, else as its pattern says, else how its text begins. */
export async function nameOfQuery(
  { id, asked }: Extract<Subject, { kind: 'query' }>,
  signal: AbortSignal,
): Promise<string | null> {
  const query = readAsked(asked);
  const pattern = patternSchema.safeParse(readPattern(asked));
  const saved = id === '' ? null : await ask('savedQuery', { id }, {}, signal);
  const phrase =
    saved && (query === null || query.text === saved.text)
      ? saved.title
      : pattern.success
        ? await phraseOf(pattern.data)
        : null;
  const name = phrase && filled(phrase, saved?.parameters ?? [], query?.parameters ?? {}).says;
  return shortened(name ?? query?.text ?? saved?.title ?? null);
}

/** Its words come later than the page. */
function phraseOf(pattern: Parameters<Phrase['phraseOf']>[0]): Promise<string> {
  return withLaterMessages(async () =>
    (await import('../../../domain/pattern/phrase.ts')).phraseOf(pattern),
  );
}

type Phrase = typeof import('../../../domain/pattern/phrase.ts');

function shortened(name: string | null): string | null {
  if (name === null) return null;
  const line = name.replaceAll(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest).trimEnd()} …` : line;
}
