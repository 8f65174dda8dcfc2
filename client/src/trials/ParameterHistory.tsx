import { Text } from '@mantine/core';
import type { DetectorInForce } from '../../../domain/answers.ts';
import type { Values } from '../../../domain/parameters.ts';
import { words } from '../../../domain/words/browser.ts';
import { Failure } from '../app/Failure.tsx';
import { Waiting } from '../details/Waiting.tsx';
import { nameIn } from '../findings/detector-titles.ts';
import { dayAndTime } from '../theme/formats.ts';
import { useParameterHistory } from './trial-queries.ts';
import { said } from './values.ts';

const text = words.trialPage;

/** Every change there was, the one in force first. */
export function ParameterHistory({ detector }: { detector: DetectorInForce }) {
  const { data, error, refetch } = useParameterHistory(detector.id);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <section className="trial-part">
      <Text component="h3" size="sm" fw={650} mb={6}>
        {text.history}
      </Text>
      {data.items.length === 0 && <Text size="sm">{text.noHistory}</Text>}
      <ol className="trial-history" aria-label={text.history}>
        {data.items.map(({ revision, by, at, values, why, trial }) => (
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

function listed(detector: DetectorInForce, values: Values): string {
  const own = Object.entries(values);
  if (own.length === 0) return text.asDeclared;
  return own
    .map(([name, value]) => `${nameIn(detector, name)} = ${said(value) || text.empty}`)
    .join(', ');
}
