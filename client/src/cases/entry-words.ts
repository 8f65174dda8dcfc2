import type { CaseState } from '../../../domain/case.ts';
import type { CaseEntry, JoinKind } from '../../../domain/case-work.ts';
import type { DismissalReason, HistoryEntry, TriageState } from '../../../domain/disposition.ts';
import type { Judgement } from '../../../domain/judgement.ts';
import { messages } from '../../../domain/messages/later.ts';

const text = messages.caseWork;

/** What an entry is about, as its link says it. */
export function titleOfEntry({ act, title, after, of, case_title }: CaseEntry): string {
  if (act === 'judge' || act === 'withdraw_judgement') {
    const { kind, verdict } = after as Pick<Judgement, 'kind' | 'verdict'>;
    return messages.judgements.page.verdictOf[kind][verdict];
  }
  if (of.kind === 'comment') return case_title;
  return title ?? of.id;
}

/** What differs since, each in a few words; how often a board was saved. */
export function saysEntry({ act, before, after, times }: CaseEntry): string[] {
  if (act === 'judge' || act === 'withdraw_judgement') return [];
  if (act === 'save_board') return [text.times(times)];
  const fields: Readonly<Record<string, string>> = text.fields;
  const entry = act === 'decide' ? [entryOf(after)] : [];
  const turns = Object.entries(after ?? {}).flatMap(([name, value]) => {
    const field = fields[name];
    if (field === undefined || (value === null && before === null)) return [];
    const now = says(act, name, value);
    if (!before || act === 'make_task') return [text.set(field, now)];
    return [text.turned(field, says(act, name, before[name] ?? null), now)];
  });
  return [...entry, ...turns];
}

function entryOf(after: CaseEntry['after']): string {
  return messages.triage.page.entries[after?.['entry'] as HistoryEntry['kind']];
}

function says(act: CaseEntry['act'], name: string, value: string | null): string {
  if (name === 'members' && value === null) return messages.caseMembers.everybody;
  if (value === null || value === '') return messages.page.empty;
  if (name === 'archived') return value === 'true' ? text.yes : text.no;
  if (name === 'as') return text.joinAs[value as JoinKind];
  if (name === 'digest') return `${value.slice(0, 12)}…`;
  if (name === 'state' && act !== 'decide') return messages.cases.state[value as CaseState];
  if (name === 'state') return messages.triage.states[value as TriageState];
  if (name === 'reason') return messages.triage.reasons[value as DismissalReason];
  // A long text is read where it stands.
  return value.length > 80 ? `${value.slice(0, 80)}…` : value;
}
