import { Button, CloseButton, Progress, Text } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import type { ReactNode } from 'react';
import type { Overview } from '../../../domain/answers.ts';
import type { Detection } from '../../../domain/detection.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { useOverview } from '../api/queries.ts';
import { useDetectorTitle } from './detector-titles.ts';
import { spaced } from '../theme/formats.ts';
import { DetectButton } from './DetectButton.tsx';
import { useCancelDetection, useDetectionNews, useLatestDetection } from './detection-queries.ts';
import './detection.css';

const text = messages.detections;

/** Below the header: how far a detection is, how it failed, or that what is shown knows less than what is loaded. */
export function DetectionStrip() {
  const { data: overview } = useOverview();
  const detection = useLatestDetection();
  useDetectionNews(detection);
  const [closed, close] = useLocalStorage({ key: 'skein-detection-note', defaultValue: '' });
  if (!overview) return null;
  if (detection?.state === 'running') return <Running detection={detection} />;
  if (detection && endedInVain(detection, overview) && closed !== detection.id)
    return (
      <Strip says={saysVain(detection)} grave={detection.state === 'failed'}>
        <DetectButton label={text.again} />
        <CloseButton aria-label={text.close} onClick={() => close(detection.id)} />
      </Strip>
    );
  const before = saysBefore(overview);
  return before === null ? null : (
    <Strip says={before}>
      <DetectButton />
    </Strip>
  );
}

/** A run that ended since makes up for it. */
function endedInVain({ state, at }: Detection, { run }: Overview): boolean {
  return (state === 'failed' || state === 'cancelled') && (run === null || run.started < at);
}

function saysVain({ state, problem, cancelled_by }: Detection): string {
  return state === 'failed' ? text.failed(problem ?? '') : text.cancelled(cancelled_by ?? '');
}

/** Null where a run has seen all that is loaded, or the page as a whole says that there was none. */
function saysBefore({ run, nodes, loads_since }: Overview): string | null {
  if (run === null || loads_since === 0) return null;
  return text.before(loads_since, run.counts['accounts'] ?? 0, nodes['account'] ?? 0);
}

function Strip(props: { says: string; grave?: boolean; children: ReactNode }) {
  return (
    <section className="strip" aria-label={text.title} data-grave={props.grave || undefined}>
      <Text size="sm" className="strip-says breaks" role={props.grave ? 'alert' : undefined}>
        {props.says}
      </Text>
      {props.children}
    </section>
  );
}

function Running({ detection }: { detection: Detection }) {
  const { id, by, step, cancelled_by } = detection;
  const title = useDetectorTitle();
  const cancel = useCancelDetection(id);
  const what =
    step.what === null ? '' : step.phase === 'detect' ? title(step.what) : spaced(step.what);
  const says = cancelled_by === null ? text.step(step, what) : text.cancelling(cancelled_by);
  return (
    <section className="strip" aria-label={text.title}>
      <Text size="sm" fw={600}>
        {text.running(by)}
      </Text>
      <Progress.Root className="strip-bar" size="md">
        <Progress.Section
          value={(100 * step.done) / Math.max(1, step.total)}
          aria-label={text.progress}
          aria-valuetext={says}
        />
      </Progress.Root>
      <Text size="sm" className="strip-says breaks">
        {says}
      </Text>
      {cancelled_by === null && (
        <Button
          size="compact-sm"
          variant="default"
          loading={cancel.isPending}
          onClick={() => cancel.mutate()}
        >
          {text.cancel}
        </Button>
      )}
    </section>
  );
}
