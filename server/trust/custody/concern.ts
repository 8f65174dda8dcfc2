/** Which entries go with an export in full. */
import type { Entry } from '../../../verifier/custody-entry.ts';

/** What an export is about. */
export interface Concern {
  /** Cited rows, as `<sha256>:<line>`. */
  rows: ReadonlySet<string>;
  run: string | null;
  judgements: ReadonlySet<string>;
  /** Id of the board that is exported. */
  board: string | null;
  /** Whether a narrative for the authorities goes with it: elsewhere no entry may tell that a filing was thought of. */
  filing: boolean;
  /** What entries' personal values may be about: references of nodes, `finding:<id>`, `cluster:<id>`. */
  about: ReadonlySet<string>;
}

/**
 * Tells of entry after entry, in order, whether it concerns the export: loads of the files cited, the run, judgements,
 * views and exports of what is shown, and all that was done to the keys and to the log itself. `known` are entries
 * whose personal values are about it; those that concern it are put there too.
 */
export function concerned(concern: Concern, known: Set<number>): (entry: Entry) => boolean {
  const files = new Set([...concern.rows].map((row) => row.slice(0, row.indexOf(':'))));
  const loads = new Set<unknown>();
  const entries: Set<unknown> = known;
  const byAct = ({ act, subject, after }: Entry): boolean => {
    switch (act) {
      case 'begin':
      case 'key':
      case 'erase':
      case 'repair':
        return true;
      case 'load':
        return (
          loads.has(subject['load']) || digestsIn(after).some((digest) => isAmong(files, digest))
        );
      case 'detect':
        return concern.run !== null && subject['run'] === concern.run;
      case 'judge':
        return isAmong(concern.judgements, subject['judgement']);
      case 'view':
        return isAmong(concern.rows, rowOf(subject));
      // By what they are about; of who came in when, evidence says no more than by whom each act was.
      case 'access':
      case 'anchor':
      case 'backup':
      case 'change':
      case 'restore':
      case 'enrich':
      case 'export':
      case 'verify':
        return false;
    }
  };
  return (entry) => {
    const { subject } = entry;
    if (!concern.filing && tellsOfFiling(entry)) {
      entries.delete(entry.entry);
      return false;
    }
    const board = concern.board !== null && subject['board'] === concern.board;
    const does = entries.has(entry.entry) || entries.has(subject['entry']) || board || byAct(entry);
    if (!does) return false;
    entries.add(entry.entry);
    if (entry.act === 'load') loads.add(subject['load']);
    return true;
  };
}

/** A narrative that was drafted or handed out, and what was referred to an authority or came back from there. */
function tellsOfFiling({ act, subject, before, after }: Entry): boolean {
  switch (act) {
    case 'view':
      return subject['view'] === 'narrative';
    case 'export':
      return after?.['narrative'] === true;
    case 'judge': {
      const states = before?.['states'];
      return (
        after?.['state'] === 'referred' || (Array.isArray(states) && states.includes('referred'))
      );
    }
    default:
      return false;
  }
}

function rowOf({ sha256, line }: Entry['subject']): string | null {
  return typeof sha256 === 'string' && typeof line === 'number' ? `${sha256}:${line}` : null;
}

function isAmong(known: ReadonlySet<string>, fact: unknown): boolean {
  return typeof fact === 'string' && known.has(fact);
}

/** Of the files of a load. */
function digestsIn(after: Entry['after']): unknown[] {
  const files = after?.['files'];
  if (!Array.isArray(files)) return [];
  return files.map((file) =>
    typeof file === 'object' && file !== null && !Array.isArray(file) ? file['sha256'] : null,
  );
}
