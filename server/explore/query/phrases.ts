import { valuesOf } from '../../../domain/pattern/compile.ts';
import { completed } from '../../../domain/pattern/completing.ts';
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
  const now = { [asOfName]: new Date().toISOString() };
  const found = (await savedQueries(database, '')).flatMap(
    ({ id, title, text, parameters, pattern, owner, version }) => {
      const said = pattern ? completed(title, parameters, typed) : null;
      if (!said) return [];
      const values = valuesOf({ text, parameters }, { ...said.values, ...now });
      const { says, complete } = said;
      return [{ id, says, complete, text, parameters: values, owner: owner ?? '', version }];
    },
  );
  return found.sort((one, other) => Number(other.complete) - Number(one.complete)).slice(0, most);
}
