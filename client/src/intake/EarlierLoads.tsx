import { Text } from '@mantine/core';
import type { StoredLoad } from '../../../domain/answers.ts';
import { messages } from '../../../domain/messages/later.ts';
import { Failure } from '../ui/Failure.tsx';
import { dayAndTime } from '../theme/formats.ts';
import { Files } from './LoadResult.tsx';
import { useLoads } from './queries.ts';

const text = messages.intake.page;

/** What was loaded before, by whom, and what came of it. */
export function EarlierLoads() {
  const loads = useLoads();
  return (
    <section className="intake-card" aria-label={text.earlier}>
      <Text component="h2" fw={650} size="md">
        {text.earlier}
      </Text>
      {loads.error && <Failure error={loads.error} onRetry={() => void loads.refetch()} />}
      {loads.data?.items.length === 0 && <Text c="dimmed">{text.noLoads}</Text>}
      {loads.data?.items.map((load) => (
        <EarlierLoad key={load.load} load={load} />
      ))}
    </section>
  );
}

function EarlierLoad({ load }: { load: StoredLoad }) {
  const sum = (name: 'read' | 'added' | 'rejected') =>
    load.files.reduce((total, file) => total + file[name], 0);
  const from = load.folders.length === 0 ? text.byHand : load.folders.join(', ');
  return (
    <details className="intake-constants">
      <summary>
        <span>{`${dayAndTime(load.started)}, ${text.by(load.by)}`}</span>
        <span className="faint">
          {load.ended === null
            ? ` · ${text.notEnded}`
            : ` · ${text.loadSums(sum('read'), sum('added'), sum('rejected'))}`}
        </span>
      </summary>
      <Text size="sm" c="dimmed" className="breaks" mb={4}>
        {from}
      </Text>
      {load.files.length > 0 && (
        <div className="intake-scroll" tabIndex={0} role="region" aria-label={load.load}>
          <Files load={load} />
        </div>
      )}
    </details>
  );
}
