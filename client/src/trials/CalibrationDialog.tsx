import { Alert, Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import type { WeightRevision } from '../../../domain/calibration.ts';
import type { TrialSummary } from '../../../domain/trial.ts';
import { messages } from '../../../domain/messages/later.ts';
import { DetectHint } from '../detection/DetectHint.tsx';
import { dayAndTime } from '../theme/formats.ts';
import { Failure } from '../ui/Failure.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import {
  useCalibrate,
  useCalibrations,
  useKeptTrial,
  usePutWeights,
  useWeightHistory,
} from './calibration-queries.ts';
import { ExplanationsChecked } from './ExplanationsChecked.tsx';
import { MovedWeights } from './MovedWeights.tsx';
import { PutInForce } from './PutInForce.tsx';
import { TrialShown } from './TrialShown.tsx';
import { WeightHistory } from './WeightHistory.tsx';
import './trials.css';

const text = messages.calibrationPage;

/** Weights learned from decisions: estimated as a trial, put in force by another person, and taken back. */
export function CalibrationDialog({ onClose }: { onClose: () => void }) {
  const { data, error, refetch } = useWeightHistory();
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={text.title}
      closeButtonProps={{ 'aria-label': messages.page.close }}
    >
      <Text size="sm" mb="md">
        {text.about}
      </Text>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Waiting />}
      {data && (
        <>
          <Calibrating changes={data.items} />
          <WeightHistory changes={data.items} />
          <TakeBack changes={data.items} />
        </>
      )}
    </Modal>
  );
}

interface Changes {
  changes: readonly WeightRevision[];
}

function Calibrating({ changes }: Changes) {
  const calibrate = useCalibrate();
  const [shown, setShown] = useState<string | null>(null);
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run = async () => {
    setWorking(true);
    setProblem(null);
    try {
      setShown(await calibrate());
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setWorking(false);
    }
  };
  return (
    <>
      <Group justify="flex-end">
        <Button loading={working} onClick={() => void run()}>
          {text.calibrate}
        </Button>
      </Group>
      <div aria-live="polite">
        {problem !== null && (
          <Alert mt="md" color="gray" title={messages.trialPage.failed}>
            <Text size="sm" className="breaks trial-problem">
              {problem}
            </Text>
            <DetectHint says={problem} />
          </Alert>
        )}
      </div>
      <Kept changes={changes} shown={shown} onShow={setShown} />
    </>
  );
}

interface KeptProps extends Changes {
  shown: string | null;
  onShow: (trial: string) => void;
}

/** The latest calibration, whoever began it, as long as it is not what is in force. */
function Kept({ changes, shown, onShow }: KeptProps) {
  const { data: calibrations } = useCalibrations();
  const latest = calibrations?.[0];
  const { data: trial } = useKeptTrial(shown);
  const put = usePutWeights();
  if (!latest || changes.some((one) => one.trial === latest.id)) return null;
  const rests_on = changes[0]?.revision ?? 0;
  return (
    <>
      <Waits latest={latest} onShow={shown === latest.id ? null : onShow} />
      {shown === latest.id && trial?.result?.calibration && (
        <>
          <MovedWeights {...trial.result.calibration} />
          {trial.result.calibration.explanations && (
            <ExplanationsChecked counts={trial.result.calibration.explanations} />
          )}
          <TrialShown trial={trial} result={trial.result} />
          <PutInForce
            label={messages.trialPage.put}
            restsOn
            put={(why) => put({ trial: latest.id, why, rests_on })}
          />
        </>
      )}
    </>
  );
}

interface WaitsProps {
  latest: TrialSummary;
  /** Null where it is shown already. */
  onShow: ((trial: string) => void) | null;
}

function Waits({ latest: { id, by, at }, onShow }: WaitsProps) {
  return (
    <section className="trial-part">
      <Text component="h3" size="sm" fw={650}>
        {text.waiting}
      </Text>
      <Group justify="space-between">
        <Text size="sm">{text.waitingAbout(by, dayAndTime(at))}</Text>
        {onShow && (
          <Button size="compact-sm" variant="default" onClick={() => onShow(id)}>
            {text.show}
          </Button>
        )}
      </Group>
    </section>
  );
}

/** To what was in force before the last change. */
function TakeBack({ changes }: Changes) {
  const put = usePutWeights();
  const inForce = changes[0]?.revision ?? 0;
  if (inForce === 0) return null;
  return (
    <PutInForce
      label={text.back}
      restsOn={false}
      put={(why) => put({ back_to: inForce - 1, why, rests_on: inForce })}
    />
  );
}
