import { Text } from '@mantine/core';
import type { DismissalReason, HistoryEntry, TriageState } from '../../../domain/disposition.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { useDetectorTitle } from '../detection/detector-titles.ts';
import { dayAndTime } from '../theme/formats.ts';
import { changeLabel } from '../../../domain/labels/change-label.ts';

const text = messages.triage.page;

/** What was done, latest first. */
export function ItemHistory({ entries }: { entries: readonly HistoryEntry[] }) {
  const title = useDetectorTitle();
  if (entries.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {text.noHistory}
      </Text>
    );
  return (
    <ol className="queue-history" aria-label={text.history}>
      {entries.toReversed().map((entry) => (
        <li key={entry.id}>
          <Text size="sm" fw={600}>
            {text.entries[entry.kind]}
          </Text>
          <Text size="xs" c="dimmed">
            {text.byAt(entry.by, dayAndTime(entry.at))}
          </Text>
          {turns(entry).map((turn) => (
            <Text key={turn} size="sm" className="breaks">
              {turn}
            </Text>
          ))}
          {entry.news.length > 0 && <Text size="sm">{changeLabel(entry.news, title)}</Text>}
          {entry.why !== null && (
            <Text size="sm" className="breaks said" dir="auto">
              {entry.why}
            </Text>
          )}
        </li>
      ))}
    </ol>
  );
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
