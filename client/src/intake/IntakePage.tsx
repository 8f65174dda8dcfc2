import { Alert, Anchor, Text, Title } from '@mantine/core';
import { Link } from 'wouter';
import { messages } from '../../../domain/messages/later.ts';
import { useMay } from '../api/caller.ts';
import { ProblemError } from '../api/problem.ts';
import { Failure } from '../ui/Failure.tsx';
import { whoMay } from '../ui/Refused.tsx';
import { StageWaiting } from '../ui/StageWaiting.tsx';
import { CurrentIntakes } from './CurrentIntakes.tsx';
import { DropZone } from './DropZone.tsx';
import { EarlierLoads } from './EarlierLoads.tsx';
import { IntakeSteps } from './IntakeSteps.tsx';
import { RetentionSection } from './RetentionSection.tsx';
import { SavedMappings } from './SavedMappings.tsx';
import { Uploads } from './Uploads.tsx';
import { useIntake, useIntakeState } from './queries.ts';
import { useUploads } from './use-uploads.ts';
import './intake.css';

const text = messages.intake.page;

/** Where data are brought in: from files to a load on one page, all of it at one address. */
export function IntakePage({ id }: { id: string | null }) {
  const mayLoad = useMay('lead');
  return (
    <main className="intake">
      <div className="intake-sheet">
        <div>
          <Anchor component={Link} href="/" size="sm">
            {text.back}
          </Anchor>
          <Title order={1} size="h3" mt={4}>
            {text.title}
          </Title>
          <Text c="dimmed" size="sm" maw="75ch">
            {text.about}
          </Text>
        </div>
        {!mayLoad && <Text>{messages.refused.load(whoMay('lead'))}</Text>}
        {mayLoad && (id === null ? <Beginning /> : <OneIntake key={id} id={id} />)}
      </div>
    </main>
  );
}

function Beginning() {
  useUploads(null, null);
  return (
    <>
      <DropZone />
      <CurrentIntakes />
      <SavedMappings />
      <EarlierLoads />
      <RetentionSection />
    </>
  );
}

function OneIntake({ id }: { id: string }) {
  const intake = useIntake(id);
  const state = useIntakeState(id);
  const room = intake.data?.room ?? null;
  // What is dropped on a load that has ended begins another.
  const ended = state.data?.state === 'loaded';
  const { uploads, dismiss } = useUploads(ended ? null : id, room);
  const error = intake.error ?? state.error;
  if (error instanceof ProblemError && error.problem.status === 404)
    return (
      <>
        <Alert color="orange">{error.message}</Alert>
        <Beginning />
      </>
    );
  if (error && (!intake.data || !state.data))
    return (
      <Failure
        error={error}
        onRetry={() => {
          void intake.refetch();
          void state.refetch();
        }}
      />
    );
  if (!intake.data || !state.data) return <StageWaiting />;
  const busy = ended || state.data.state === 'loading';
  return (
    <>
      {!busy && <DropZone small={intake.data.files.length > 0} />}
      <Uploads uploads={uploads} onDismiss={dismiss} />
      <IntakeSteps intake={intake.data} state={state.data} sending={uploads.some(isSending)} />
    </>
  );
}

function isSending({ problem }: { problem: string | null }): boolean {
  return problem === null;
}
