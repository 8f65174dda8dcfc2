import { writingOf, type Addition } from '../../../domain/addition.ts';
import type { BoardContent } from '../../../domain/case.ts';
import { canonicalJson } from '../../platform/canonical.ts';

type Additions = BoardContent['additions'];

/**
 * What was added by hand, with who wrote each and when. What says the same as before keeps its stamp; what says
 * something else is a new version, and what it said before stays with it. Whoever saves speaks for nobody else.
 */
export function stampedAdditions(
  sent: Additions,
  before: Additions,
  by: string,
  at: string,
): Additions {
  return Object.fromEntries(
    Object.entries(sent).map(([id, addition]): [string, Addition] => {
      const known = Object.hasOwn(before, id) ? before[id] : undefined;
      if (!known) return [id, { ...addition, by, at, earlier: [] }];
      if (saysSame(known, addition)) return [id, known];
      const version = { by: known.by, at: known.at, said: writingOf(known) };
      return [id, { ...addition, by, at, earlier: [...known.earlier, version].slice(-mostKept) }];
    }),
  );
}

/** Of one thing; the revisions of the board hold the others. */
const mostKept = 200;

/** Of a file, which alone vouches for who wrote it. */
export function quotedAdditions(sent: Additions): Additions {
  return Object.fromEntries(
    Object.entries(sent).map(([id, addition]): [string, Addition] => {
      const { by, at } = addition;
      return [id, by === null && at === null ? addition : { ...addition, quoted: { by, at } }];
    }),
  );
}

function saysSame(one: Addition, other: Addition): boolean {
  return canonicalJson(writingOf(one)) === canonicalJson(writingOf(other));
}
