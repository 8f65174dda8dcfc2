import { Alert, Button, Group, Progress, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { Intake, IntakeState } from '../../../domain/intake.ts';
import { messages } from '../../../domain/messages/later.ts';
import { send } from '../api/fetch.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { inTurn } from './queries.ts';

const text = messages.intake.page;

interface LoadStepProps {
  intake: Intake;
  state: IntakeState;
  sending: boolean;
}

/** The load: begun here, watched while it goes on, and begun again where it did not end. */
export function LoadStep({ intake, state, sending }: LoadStepProps) {
  const { id, files } = intake;
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const seen = (now: IntakeState) => client.setQueryData(['intake-state', id], now);
  const load = useMutation({
    mutationFn: () => send('loadIntake', { intake: id }, {}),
    ...inTurn(id),
    onSuccess: seen,
    onError: announceProblem,
  });
  const drop = useMutation({
    mutationFn: () => send('dropIntake', { intake: id }, undefined),
    onSuccess: () => navigate('/data'),
    onError: announceProblem,
  });
  if (state.state === 'loading') return <Loading id={id} state={state} onSeen={seen} />;
  const unsettled = files.some(({ faults }) => faults.length > 0);
  const again = state.state === 'failed' || state.state === 'interrupted';
  return (
    <section className="intake-card intake-load" aria-label={text.load}>
      {again && (
        <Alert color="red" mb="sm" title={text.failed}>
          <Text size="sm" className="breaks">
            {state.problem ?? text.interrupted}
          </Text>
          <Text size="sm">{text.failedHint}</Text>
        </Alert>
      )}
      <Group gap="sm">
        <Button
          onClick={() => load.mutate()}
          loading={load.isPending}
          disabled={files.length === 0 || unsettled || sending}
        >
          {again ? text.again : text.loadFiles(files.length)}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => drop.mutate()}>
          {text.throwAway}
        </Button>
        <Text size="sm" c="dimmed" className="grows">
          {unsettled ? text.loadBlocked : text.loadHint}
        </Text>
      </Group>
    </section>
  );
}

interface LoadingProps {
  id: string;
  state: IntakeState;
  onSeen: (state: IntakeState) => void;
}

function Loading({ id, state: { progress, names }, onSeen }: LoadingProps) {
  const stop = useMutation({
    mutationFn: () => send('stopIntake', { intake: id }, {}),
    onSuccess: onSeen,
    onError: announceProblem,
  });
  const { step = '', done = 0, total = null, unit = '', stoppable = false } = progress ?? {};
  const share = total === null || total === 0 ? 100 : Math.min(100, (done / total) * 100);
  return (
    <section className="intake-card" aria-label={text.loading}>
      <Text component="h2" fw={650} size="md">
        {text.loading}
      </Text>
      <Text size="sm" role="status" className="breaks">
        {step === '' ? names.join(', ') : step}
      </Text>
      <Progress
        my={8}
        value={share}
        animated={total === null}
        striped={total === null}
        aria-label={text.loading}
      />
      <Group justify="space-between">
        <Text size="sm" className="figure">
          {text.progress(done, total, unit)}
        </Text>
        <Group gap="sm">
          <Text size="sm" c="dimmed">
            {stoppable ? text.stopHint : text.writing}
          </Text>
          {stoppable && (
            <Button size="xs" variant="default" onClick={() => stop.mutate()}>
              {text.stop}
            </Button>
          )}
        </Group>
      </Group>
      <Text size="sm" c="dimmed" mt={6}>
        {text.loadingHint}
      </Text>
    </section>
  );
}
