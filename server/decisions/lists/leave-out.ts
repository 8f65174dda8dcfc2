/**
 * Leaves out of an answer what is withheld: of every array the elements that name it, wherever in them, and of a record the keys. What
 * no array holds takes with it all that it stands in; `null` is then answered for the whole.
 */
import type { Withheld } from './withheld.ts';

type What = Pick<Withheld, 'names' | 'row' | 'onlyBy'>;

const gone = Symbol('left out');

/** Fields that may say nothing, so that what they stand in is shown without them. */
const mayBeNull: ReadonlySet<string> = new Set(['splits_without', 'same_rows', 'cluster_id']);
const mayBeAbsent: ReadonlySet<string> = new Set(['same_rows_as']);
/** Lists whose elements say something as a whole alone: a way that lacks a step is none. */
const whole: ReadonlySet<string> = new Set(['paths']);

/** Null where it is withheld as a whole. */
export function leaveOut(answer: unknown, withheld: What): unknown {
  const left = walk(answer, withheld);
  return left === gone ? null : left;
}

/** Whether anything in it is withheld. */
export function holdsWithheld(value: unknown, withheld: What): boolean {
  if (typeof value === 'string') return withheld.names(value);
  if (Array.isArray(value)) return value.some((each) => holdsWithheld(each, withheld));
  if (!isObject(value)) return false;
  return (
    isRow(value, withheld) ||
    Object.entries(value).some(
      ([key, each]) => withheld.names(key) || holdsWithheld(each, withheld),
    )
  );
}

function walk(value: unknown, withheld: What): unknown {
  if (typeof value === 'string') return withheld.names(value) ? gone : value;
  if (Array.isArray(value))
    return value.map((each) => walk(each, withheld)).filter((each) => each !== gone);
  return isObject(value) ? walkObject(value, withheld) : value;
}

function walkObject(value: Readonly<Record<string, unknown>>, withheld: What): unknown {
  if (isRow(value, withheld)) return gone;
  const left: Record<string, unknown> = {};
  for (const [key, each] of Object.entries(value)) {
    if (withheld.names(key)) continue;
    const kept =
      whole.has(key) && Array.isArray(each) ? wholeOnes(each, withheld) : walk(each, withheld);
    if (kept === gone) {
      if (mayBeNull.has(key)) left[key] = null;
      else if (!mayBeAbsent.has(key)) return gone;
    } else left[key] = kept;
  }
  // What rests on findings that are withheld, and on no other, is withheld with them.
  if (wasEmptied(value['findings'], left['findings'])) return gone;
  return withoutTraces(value, left, withheld);
}

/** Takes away what else would tell that something was left out: a detector that nothing else speaks for, what an entry adds to a rank. */
function withoutTraces(
  value: Readonly<Record<string, unknown>>,
  left: Record<string, unknown>,
  withheld: What,
): unknown {
  const of = value['account_id'] ?? value['id'];
  const detectors = left['detectors'];
  if (typeof of === 'string' && Array.isArray(detectors))
    left['detectors'] = detectors.filter(
      (one) => typeof one !== 'string' || !withheld.onlyBy(one, of),
    );
  const { stakes, terms } = left;
  const were = isObject(value['stakes']) ? value['stakes']['listed'] : undefined;
  if (isObject(stakes) && Array.isArray(terms) && isEmptied(were, stakes['listed']))
    left['terms'] = terms.filter((term) => !isObject(term) || term['name'] !== 'listed');
  return left;
}

function wholeOnes(values: readonly unknown[], withheld: What): unknown[] {
  return values.filter((each) => !holdsWithheld(each, withheld));
}

/** Of ids, as things name the findings that they rest on. */
function wasEmptied(before: unknown, after: unknown): boolean {
  return isEmptied(before, after) && typeof (before as unknown[])[0] === 'string';
}

function isEmptied(before: unknown, after: unknown): boolean {
  return Array.isArray(before) && Array.isArray(after) && before.length > 0 && after.length === 0;
}

function isRow({ sha256, line }: Readonly<Record<string, unknown>>, withheld: What): boolean {
  return typeof sha256 === 'string' && typeof line === 'number' && withheld.row(sha256, line);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
