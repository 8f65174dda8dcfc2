import { Group, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { ConditionCheck, ConditionState } from '../../../domain/condition.ts';
import { messages } from '../../../domain/messages/later.ts';
import { dayAndTime } from '../theme/formats.ts';
import { Failure } from '../ui/Failure.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { useCondition } from './condition-query.ts';
import './condition.css';

const text = messages.conditionPage;

const icons: Readonly<Record<ConditionState, typeof IconCircleCheck>> = {
  well: IconCircleCheck,
  look: IconAlertTriangle,
  bad: IconCircleX,
};

/** Whether Skein itself is well, and what to do where it is not. */
export function ConditionPage() {
  const { data, error, refetch } = useCondition();
  return (
    <main className="condition" tabIndex={0}>
      <Title order={1} size="h3">
        {text.title}
      </Title>
      <Text c="dimmed" size="sm">
        {text.about}
      </Text>
      {!data && !error && <Waiting />}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data && !error && (
        <>
          <Group gap="sm" my="sm" role="status">
            <Text fw={600}>{text.whole[data.state]}</Text>
            <Text size="xs" c="dimmed">
              {`${dayAndTime(data.at)} · ${text.version(data.version)}`}
            </Text>
          </Group>
          <Checks checks={data.checks} />
        </>
      )}
    </main>
  );
}

function Checks({ checks }: { checks: readonly ConditionCheck[] }) {
  return (
    <ul className="condition-list" aria-label={text.title}>
      {checks.map(({ name, state, says, todo }) => (
        <li key={name} aria-label={text.names[name]}>
          <Text fw={600} size="sm">
            {text.names[name]}
          </Text>
          <State state={state} />
          <div>
            <Text size="sm">{says}</Text>
            {todo !== null && (
              <Text size="sm" fw={600}>
                {todo}
              </Text>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function State({ state }: { state: ConditionState }) {
  const Icon = icons[state];
  return (
    <span className={`condition-state ${state}`}>
      <Icon size={18} aria-hidden />
      {text.states[state]}
    </span>
  );
}
