import { Text } from '@mantine/core';
import type { ParameterRevision, Values } from '../../../domain/parameters.ts';
import { messages } from '../../../domain/messages/later.ts';
import { nameIn } from '../detection/detector-titles.ts';
import { dayAndTime } from '../theme/formats.ts';
import { said, type Tunable } from './values.ts';

const text = messages.trialPage;

interface ParameterHistoryProps {
  detector: Tunable;
  changes: readonly ParameterRevision[];
}

/** Every change there was, the one in force first. */
export function ParameterHistory({ detector, changes }: ParameterHistoryProps) {
  return (
    <section className="trial-part">
      <Text component="h3" size="sm" fw={650} mb={6}>
        {text.history}
      </Text>
      {changes.length === 0 && <Text size="sm">{text.noHistory}</Text>}
      <ol className="trial-history" aria-label={text.history}>
        {changes.map(({ revision, by, at, values, why, trial }) => (
          <li key={revision}>
            <Text size="sm" fw={600} className="breaks">
              {listed(detector, values)}
            </Text>
            <Text size="xs" c="dimmed">
              {text.revision(revision, by, dayAndTime(at))}
              {trial !== null && ` · ${text.afterTrial(trial)}`}
            </Text>
            <Text size="sm" className="breaks" dir="auto">
              {why}
            </Text>
          </li>
        ))}
      </ol>
    </section>
  );
}

function listed(detector: Tunable, values: Values): string {
  const own = Object.entries(values);
  if (own.length === 0) return text.asDeclared;
  return own
    .map(([name, value]) => `${nameIn(detector, name)} = ${said(value) || text.empty}`)
    .join(', ');
}
