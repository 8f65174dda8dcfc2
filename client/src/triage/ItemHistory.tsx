import { Text } from '@mantine/core';
import type {
  DismissalReason,
  HistoryEntry,
  TriageKind,
  TriageState,
} from '../../../domain/disposition.ts';
import type { Explanation } from '../../../domain/explanation-check.ts';
import { compareText } from '../../../domain/compare-text.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { messages as later } from '../../../domain/messages/later.ts';
import { useDetectorTitle } from '../detection/detector-titles.ts';
import { dayAndTime } from '../theme/formats.ts';
import { Section } from '../ui/Section.tsx';
import { useExplanations } from './explanation-queries.ts';
import { changeLabel } from '../../../domain/labels/change-label.ts';

const text = messages.triage.page;
const checks = later.explanationChecks;

interface ItemHistoryProps {
  id: string;
  kind: TriageKind;
  entries: readonly HistoryEntry[];
}

/** What was done, latest first: what was decided and said, and which explanations were checked. */
export function ItemHistory({ id, kind, entries }: ItemHistoryProps) {
  const title = useDetectorTitle();
  // An answer of a pattern has no explanations.
  const { data } = useExplanations(kind === 'answer' ? null : id);
  const lines = [
    ...entries.map((entry) => lineOf(entry, title)),
    ...(data?.items ?? []).flatMap(linesOf),
  ].sort((one, other) => compareText(other.at, one.at));
  return (
    <Section title={text.history} count={lines.length}>
      {lines.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.noHistory}
        </Text>
      ) : (
        <ol className="queue-history" aria-label={text.history}>
          {lines.map(({ key, ...line }) => (
            <Told key={key} {...line} />
          ))}
        </ol>
      )}
    </Section>
  );
}

interface Line {
  key: string;
  what: string;
  by: string;
  at: string;
  says: readonly string[];
  /** Word for word, as a person wrote it. */
  why: string | null;
}

function Told({ what, by, at, says, why }: Omit<Line, 'key'>) {
  return (
    <li>
      <Text size="sm" fw={600}>
        {what}
      </Text>
      <Text size="xs" c="dimmed">
        {text.byAt(by, dayAndTime(at))}
      </Text>
      {says.map((one) => (
        <Text key={one} size="sm" className="breaks">
          {one}
        </Text>
      ))}
      {why !== null && (
        <Text size="sm" className="breaks said" dir="auto">
          {why}
        </Text>
      )}
    </li>
  );
}

function lineOf(entry: HistoryEntry, title: (detector: string) => string): Line {
  const { id, kind, by, at, news, why } = entry;
  const told = news.length > 0 ? [changeLabel(news, title)] : [];
  return { key: id, what: text.entries[kind], by, at, says: [...turns(entry), ...told], why };
}

/** Each check of an explanation, and each that was withdrawn. */
function linesOf({ says, check, former }: Explanation): Line[] {
  return [...(check ? [check] : []), ...former].flatMap((one) => {
    const about = [`${says} – ${checks.results[one.result]}`];
    const made = { by: one.by, at: one.at, says: about };
    const { withdrawn } = one;
    return [
      { ...made, key: one.id, what: checks.entry, why: one.how },
      ...(withdrawn
        ? [{ ...made, ...withdrawn, key: `${one.id} withdrawn`, what: checks.withdrawnEntry }]
        : []),
    ];
  });
}

function turns({ before, after }: HistoryEntry): string[] {
  const fields: Readonly<Record<string, string>> = text.fields;
  return Object.entries(after ?? {}).map(([name, value]) =>
    text.turned(fields[name] ?? name, says(name, before?.[name]), says(name, value)),
  );
}

function says(name: string, value: string | null | undefined): string {
  if (value === null || value === undefined) return messages.page.empty;
  if (name === 'state') return messages.triage.states[value as TriageState];
  return name === 'reason' ? messages.triage.reasons[value as DismissalReason] : value;
}
