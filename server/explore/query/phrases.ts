import { valuesOf } from '../../../domain/pattern/compile.ts';
import { choicesOf } from '../../../domain/pattern/choices.ts';
import { completions } from '../../../domain/pattern/completing.ts';
import { asOfName } from '../../../domain/pattern/faults.ts';
import type { SearchAnswer } from '../../../domain/search.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { savedQueries } from './saved.ts';

const most = 5;

/** Saved patterns that a person's words are, or begin: those that can be asked as they stand come first. */
export async function phrasesNamed(
  database: Database,
  typed: string,
): Promise<SearchAnswer['phrases']> {
  const now = new Date();
  const found = (await savedQueries(database, '')).flatMap(
    ({ id, title, text, parameters, pattern, owner, version }) => {
      if (!pattern) return [];
      const asked = namedIn(title);
      return completions(title, parameters, typed, choicesOf(pattern, now)).map(
        ({ says, values: given, complete, usual }) => {
          const values = valuesOf(
            { text, parameters },
            { ...given, [asOfName]: now.toISOString() },
          );
          return {
            ...{ id, says, complete, text, parameters: values, owner: owner ?? '', version },
            ...{ usual, asked: asked.filter((name) => Object.hasOwn(values, name)) },
          };
        },
      );
    },
  );
  return found.sort((one, other) => Number(other.complete) - Number(one.complete)).slice(0, most);
}

function namedIn(title: string): string[] {
  return [...title.matchAll(/\{([a-z][a-z0-9_]*)\}/g)].map(([, name]) => name!);
}
