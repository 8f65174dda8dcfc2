import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { words } from '../../../domain/words/index.ts';
import { useClusters } from '../api/queries.ts';
import { Failure } from '../app/Failure.tsx';
import { StageWaiting } from '../app/StageWaiting.tsx';
import { addressOfSubject } from '../app/subject.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { BoardTable } from './BoardTable.tsx';
import { GraphCanvas } from './GraphCanvas.tsx';
import { StageNotes } from './StageNotes.tsx';
import { ViewSwitch } from './ViewSwitch.tsx';
import { useView, type View } from './views.ts';

const text = words.page.canvas;

const shown: Readonly<Record<View, ReactNode>> = { graph: <GraphCanvas />, table: <BoardTable /> };

/** The centre of the page: the board as a graph, or the same in another view. */
export function Stage() {
  const { subject, graph } = useWorkspace();
  const [view, setView] = useView();
  useHotkeys([['T', () => setView(view === 'table' ? 'graph' : 'table')]]);

  if (subject.kind === 'start') return <Start />;
  if (subject.kind === 'detector') return <Invitation title={text.pick} hint={text.pickHint} />;
  if (graph.error && !graph.data)
    return <Failure error={graph.error} onRetry={() => void graph.refetch()} />;
  if (!graph.data) return <StageWaiting />;
  return (
    <div className="stage-body">
      <ViewSwitch view={view} onChange={setView} />
      {shown[view]}
      <StageNotes onTable={() => setView('table')} view={view} />
    </div>
  );
}

function Start() {
  const { data } = useClusters();
  const [, navigate] = useLocation();
  const strongest = data?.pages[0]?.items[0];
  return (
    <Invitation title={text.start} hint={text.startHint}>
      {strongest && (
        <Button
          mt="sm"
          variant="light"
          onClick={() => navigate(addressOfSubject('cluster', strongest.id))}
        >
          {text.strongest}
        </Button>
      )}
    </Invitation>
  );
}

/** Where nothing is drawn yet: what to do so that something is. */
function Invitation(props: { title: string; hint: string; children?: ReactNode }) {
  return (
    <Center h="100%" p="xl">
      <Stack align="center" gap="xs" maw={380}>
        <Title order={2} size="h4">
          {props.title}
        </Title>
        <Text c="dimmed" ta="center" size="sm">
          {props.hint}
        </Text>
        {props.children}
      </Stack>
    </Center>
  );
}
