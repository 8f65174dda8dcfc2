import { Progress, Table, Text } from '@mantine/core';
import type { Run, RunStep } from '../../../domain/finding.ts';
import { messages } from '../../../domain/messages/later.ts';
import { useDetectorTitle } from '../detection/detector-titles.ts';
import { spaced } from '../theme/formats.ts';

const text = messages.page.run;

/** What a run did, what took longest first; of a run of before that was measured, its detectors. */
export function RunSteps({ run }: { run: Run }) {
  const title = useDetectorTitle();
  const detectors = new Map(run.detectors.map((detector) => [detector.id, detector]));
  const detectorOf = ({ phase, what }: Timed) =>
    phase === 'detect' && what !== null ? detectors.get(what) : undefined;
  const taken: readonly Timed[] = run.steps ?? run.detectors.map(stepOfDetector);
  const steps = taken.toSorted((one, other) => other.seconds - one.seconds);
  const longest = steps[0]?.seconds ?? 0;
  return (
    <>
      <Table verticalSpacing={3} horizontalSpacing={0}>
        <Table.Tbody>
          {steps.map((step) => (
            <Table.Tr key={`${step.phase} ${step.what}`}>
              <Table.Td pr="sm" w="55%">
                {nameOf(step, title)}
                <Progress
                  value={longest > 0 ? (100 * step.seconds) / longest : 0}
                  size={3}
                  aria-hidden
                />
                <AskedAbout detector={detectorOf(step)} />
              </Table.Td>
              <Table.Td ta="right" className="nowrap">
                {step.phase === 'detect' && messages.page.findings(detectorOf(step)?.findings ?? 0)}
              </Table.Td>
              <Table.Td ta="right" c="dimmed" w={64}>
                {text.seconds(step.seconds)}
              </Table.Td>
              {step.peak_mb !== undefined && (
                <Table.Td ta="right" c="dimmed" w={84} className="nowrap">
                  {text.memory(step.peak_mb)}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {run.steps && (
        <Text size="xs" c="dimmed">
          {text.memoryHint}
        </Text>
      )}
      {run.columns && (
        <Text size="xs" c="dimmed">
          {messages.runSteps.columns(run.columns)}
        </Text>
      )}
    </>
  );
}

/** Of a run over what changed: how much of a detector it asked. Asked about all, it says nothing. */
function AskedAbout({ detector }: { detector: Run['detectors'][number] | undefined }) {
  const { groups, kept_from: keptFrom } = detector ?? {};
  const said =
    keptFrom !== undefined
      ? messages.runSteps.kept
      : groups && groups.asked < groups.all && messages.runSteps.groups(groups.asked, groups.all);
  if (!said) return null;
  return (
    <Text size="xs" c="dimmed">
      {said}
    </Text>
  );
}

type Timed = Omit<RunStep, 'peak_mb'> & Partial<Pick<RunStep, 'peak_mb'>>;

function stepOfDetector({ id, seconds }: Run['detectors'][number]): Timed {
  return { phase: 'detect', what: id, seconds };
}

function nameOf(
  { phase, what }: Pick<RunStep, 'phase' | 'what'>,
  title: (detector: string) => string,
): string {
  switch (phase) {
    case 'derive':
      return text.inferred(spaced(what ?? ''));
    case 'detect':
      return title(what ?? '');
    case 'judge':
      return text.judged;
    case 'store':
      return text.stored;
  }
}
