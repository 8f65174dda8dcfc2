/** Whether the personal values are those that the entries were made of, and none is gone but by an erasure. */
import { messages } from '../../../domain/messages/index.ts';
import type { Entry } from '../../../verifier/custody-entry.ts';
import type { AuditFault } from './audit.ts';
import { isSealedBy, sealsOf, valueText, type ValueLine } from './values.ts';
import type { ValuesStanding } from './values-standing.ts';

const says = messages.custody.faults.values;

/** Entry and field of a value. */
type Slot = string;

function slotOf(entry: number, field: string): Slot {
  return `${entry} ${field}`;
}

export class ValueSeals {
  /** The digest in each slot, by entry in order. */
  readonly #digests = new Map<Slot, { entry: number; digest: string }>();
  readonly #erased = new Set<Slot>();
  /** Entries that erasures of earlier programs name, and how many of their values those removed. */
  readonly #earlier = { entries: new Set<number>(), values: 0 };
  /** Entries whose content is not known, so that nobody can tell what their values were. */
  readonly #unknown = new Set<number>();

  /** To be called with entry after entry, as the log has them. */
  add(content: Entry): void {
    const { entry, act, subject, after } = content;
    for (const [field, digest] of sealsOf(content))
      this.#digests.set(slotOf(entry, field), { entry, digest });
    if (act !== 'erase' || after?.['failed'] !== undefined) return;
    const { values, entries } = subject;
    if (Array.isArray(values)) for (const each of values) this.#erased.add(each as string);
    else if (Array.isArray(entries)) {
      for (const each of entries) this.#earlier.entries.add(Number(each));
      this.#earlier.values += Number(after?.['values'] ?? 0);
    }
  }

  /** An entry of which the log's own faults tell enough. */
  doubt(entry: number): void {
    this.#unknown.add(entry);
  }

  faults(
    lines: readonly ValueLine[],
    { from, end }: Pick<ValuesStanding, 'from' | 'end'>,
  ): AuditFault[] {
    const found: AuditFault[] = [];
    const seen = new Set<Slot>();
    const wrong = new Map<Slot, number>();
    let last = { entry: 0, field: '' };
    lines.forEach(({ start, text, kept }, index) => {
      const [line, isStrict] = [index + 1, start >= from];
      if (start >= end) return;
      const fault = (kind: AuditFault['kind'], entry: number | null, detail: string) =>
        found.push({ kind, entry, line: null, detail });
      if (!kept) {
        if (isStrict) fault('changed', null, says.unreadable(line));
        return;
      }
      const { entry, field } = kept;
      const slot = slotOf(entry, field);
      const sealed = this.#digests.get(slot);
      if (this.#unknown.has(entry)) return;
      if (!sealed || seen.has(slot)) {
        if (isStrict) fault('added', entry, says.added(entry, field, line));
        return;
      }
      if (!isSealedBy(kept, sealed.digest)) {
        wrong.set(slot, line);
        return;
      }
      seen.add(slot);
      if (isStrict && text !== valueText(kept))
        fault('changed', entry, says.changed(entry, field, line));
      if (entry < last.entry || (isStrict && entry === last.entry && field <= last.field))
        fault('misplaced', entry, says.misplaced(entry, field, line));
      last = { entry, field };
      if (this.#erased.has(slot)) fault('added', entry, says.erased(entry, field, line));
    });
    for (const [slot, line] of wrong) {
      const { entry } = this.#digests.get(slot)!;
      const field = slot.slice(slot.indexOf(' ') + 1);
      // Beside the right one it is what a killed process of an earlier program left.
      if (!seen.has(slot) || (lines[line - 1]?.start ?? 0) >= from)
        found.push({
          ...{ kind: 'changed', entry, line: null },
          detail: says.changed(entry, field, line),
        });
    }
    return [...found, ...this.#missing(new Set([...seen, ...wrong.keys()]))];
  }

  #missing(there: ReadonlySet<Slot>): AuditFault[] {
    const gone = [...this.#digests].filter(
      ([slot, { entry }]) =>
        !there.has(slot) && !this.#erased.has(slot) && !this.#unknown.has(entry),
    );
    const { entries, values } = this.#earlier;
    const excused = gone.filter(([, { entry }]) => entries.has(entry));
    const isExcused = excused.length <= values;
    const counts = new Map<number, number>();
    for (const [, { entry }] of gone)
      if (!isExcused || !entries.has(entry)) counts.set(entry, (counts.get(entry) ?? 0) + 1);
    return runs(counts).map(({ first, last, count }) => ({
      ...{ kind: 'missing', entry: first, line: null },
      detail: says.missing(count, first, last),
    }));
  }
}

/** Entries that follow one another, as one, so that a file that is gone is no fault a value. */
function runs(
  counts: ReadonlyMap<number, number>,
): { first: number; last: number; count: number }[] {
  const found: { first: number; last: number; count: number }[] = [];
  for (const [entry, count] of counts) {
    const before = found.at(-1);
    if (before && entry === before.last + 1) {
      before.last = entry;
      before.count += count;
    } else found.push({ first: entry, last: entry, count });
  }
  return found;
}
