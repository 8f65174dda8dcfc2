import { Text } from '@mantine/core';
import type { WeightRevision } from '../../../domain/calibration.ts';
import { messages } from '../../../domain/messages/later.ts';
import { dayAndTime } from '../theme/formats.ts';

const text = messages.calibrationPage;

/** Every change of the weights there was, the one in force first. */
export function WeightHistory({ changes }: { changes: readonly WeightRevision[] }) {
  return (
    <section className="trial-part">
      <Text component="h3" size="sm" fw={650} mb={6}>
        {text.history}
      </Text>
      {changes.length === 0 && <Text size="sm">{text.noHistory}</Text>}
      <ol className="trial-history" aria-label={text.history}>
        {changes.map(({ revision, by, at, weights, why, proposed_by }) => (
          <li key={revision}>
            <Text size="sm" fw={600}>
              {text.changed(weights.length)}
            </Text>
            <Text size="xs" c="dimmed">
              {messages.trialPage.revision(revision, by, dayAndTime(at))}
              {proposed_by !== null && ` · ${text.afterTrial(proposed_by)}`}
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
