import { Alert, Button, Group, Loader, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import type { DetectorInfo } from '../../../domain/answers.ts';
import { messages } from '../../../domain/messages/later.ts';
import { Failure } from '../ui/Failure.tsx';
import { DetectHint } from '../detection/DetectHint.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { ProblemError } from '../api/problem.ts';
import { ParameterFields } from './ParameterFields.tsx';
import { ParameterHistory } from './ParameterHistory.tsx';
import { PutInForce } from './PutInForce.tsx';
import { useParameterHistory, usePutInForce, useTrial, type Tried } from './trial-queries.ts';
import { TrialShown } from './TrialShown.tsx';
import { changedFrom, declaredOf, inForceOf, valuesOf, writtenOf, type Tuned } from './values.ts';
import './trials.css';

const text = messages.trialPage;

interface ParametersDialogProps {
  detector: DetectorInfo;
  onClose: () => void;
}

/** The parameters of a detector: what is in force, a trial of others, and every change there was. */
export function ParametersDialog({ detector, onClose }: ParametersDialogProps) {
  const { data, error, refetch } = useParameterHistory(detector.id);
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={text.title(detector.title)}
      closeButtonProps={{ 'aria-label': messages.page.close }}
    >
      <Text size="sm" mb="md">
        {text.about}
      </Text>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Waiting />}
      {data && (
        <>
          <Trying detector={{ ...detector, in_force: data.items[0] ?? null }} />
          <ParameterHistory detector={detector} changes={data.items} />
        </>
      )}
    </Modal>
  );
}

function Trying({ detector }: { detector: Tuned }) {
  const inForce = inForceOf(detector);
  const [written, setWritten] = useState(() => writtenOf(inForce));
  const [tried, run] = useTrial(detector.id);
  const put = usePutInForce(detector.id);
  const values = valuesOf(detector, written);
  const changes = changedFrom(inForce, values);
  const working = tried !== null && !tried.trial && !tried.error;
  // A trial speaks for its own values alone.
  const stale = tried !== null && Object.keys(changedFrom(tried.of, values)).length > 0;
  const done = tried?.trial?.state === 'done' && !stale ? tried.trial : null;
  return (
    <>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!working) run(values, changes);
        }}
      >
        <ParameterFields
          detector={detector}
          written={written}
          problems={stale ? {} : problemsOf(detector.id, tried)}
          onChange={(name, value) => setWritten({ ...written, [name]: value })}
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={() => setWritten(writtenOf(declaredOf(detector)))}>
            {text.allDeclared}
          </Button>
          <Button type="submit" loading={working}>
            {text.try}
          </Button>
        </Group>
      </form>
      <Outcome tried={tried} stale={stale} />
      {Object.keys(changes).length > 0 && (
        <PutInForce
          label={text.put}
          restsOn={done !== null}
          put={(why) =>
            put({
              ...{ values, why, trial: done?.id ?? null },
              rests_on: detector.in_force?.revision ?? 0,
            })
          }
        />
      )}
    </>
  );
}

function Outcome({ tried, stale }: { tried: Tried | null; stale: boolean }) {
  if (tried === null) return null;
  const { trial, error } = tried;
  const problem = error?.message ?? trial?.problem ?? null;
  return (
    <div aria-live="polite">
      {!trial && !error && (
        <Group gap="xs" mt="md">
          <Loader size={14} />
          <Text size="sm">{text.trying}</Text>
        </Group>
      )}
      {problem !== null && !stale && (
        <Alert mt="md" color="gray" title={text.failed}>
          <Text size="sm" className="breaks trial-problem">
            {problem}
          </Text>
          <DetectHint says={problem} />
        </Alert>
      )}
      {trial?.result && stale && (
        <Text size="sm" mt="md" fw={600}>
          {text.stale}
        </Text>
      )}
      {trial?.result && <TrialShown trial={trial} result={trial.result} />}
    </div>
  );
}

/** What the server refused, by name of the parameter. */
function problemsOf(detector: string, tried: Tried | null): Record<string, string> {
  if (!(tried?.error instanceof ProblemError)) return {};
  const place = `body.changes.${detector}.`;
  const own = (tried.error.problem.errors ?? []).filter(({ where }) => where.startsWith(place));
  return Object.fromEntries(own.map(({ where, problem }) => [where.slice(place.length), problem]));
}
