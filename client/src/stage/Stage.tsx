import { Center, Stack, Text, Title } from '@mantine/core';
import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { messages } from '../../../domain/messages/browser.ts';
import { Failure } from '../ui/Failure.tsx';
import { Nowhere } from '../ui/Nowhere.tsx';
import { StageWaiting } from '../ui/StageWaiting.tsx';
import { useOpenedGraph, useSubject } from '../workspace/opened.tsx';
import { useLeadsNowhere } from '../workspace/nowhere.ts';
import { SearchPage } from '../search/SearchPage.tsx';
import { StageNotes } from './StageNotes.tsx';
import { Timeline } from '../canvas/timeline/Timeline.tsx';
import { ViewSwitch } from './ViewSwitch.tsx';
import { viewNamed, views } from './views.ts';
import { usualView, useView } from '../workspace/view.ts';

const text = messages.page.canvas;

const QueryRoom = lazy(() =>
  import('../queries/QueryRoom.tsx').then(({ QueryRoom }) => ({ default: QueryRoom })),
);
const CasesPage = lazy(() =>
  import('../cases/CasesPage.tsx').then(({ CasesPage }) => ({ default: CasesPage })),
);
const CasePage = lazy(() =>
  import('../cases/CasePage.tsx').then(({ CasePage }) => ({ default: CasePage })),
);

const ClustersPage = lazy(() =>
  import('../clusters/ClustersPage.tsx').then(({ ClustersPage }) => ({ default: ClustersPage })),
);

const OverviewPage = lazy(() =>
  import('../overview/OverviewPage.tsx').then(({ OverviewPage }) => ({ default: OverviewPage })),
);

/** The centre of the page: the board as a graph, or the same in another view. */
export function Stage() {
  const subject = useSubject();
  const graph = useOpenedGraph();
  const nowhere = useLeadsNowhere();
  const [viewId, setView] = useView();
  const view = viewNamed(viewId);
  // On a small stage a view needs the room.
  const roomy = useMediaQuery('(min-width: 1181px)', true, { getInitialValueInEffect: false });
  useHotkeys(
    views.flatMap(({ id, hotkey }) =>
      hotkey === undefined ? [] : [[hotkey, () => setView(id === view.id ? usualView : id)]],
    ),
  );

  if (nowhere) return <Nowhere why={graph.error?.message} />;
  if (subject.kind === 'start')
    return (
      <Suspense fallback={<StageWaiting />}>
        <OverviewPage />
      </Suspense>
    );
  if (subject.kind === 'search' && !subject.drawn) return <SearchPage subject={subject} />;
  if (subject.kind === 'query' && !subject.drawn)
    return (
      <Suspense fallback={<StageWaiting />}>
        <QueryRoom id={subject.id} address={subject.asked} />
      </Suspense>
    );
  if (subject.kind === 'clusters')
    return (
      <Suspense fallback={<StageWaiting />}>
        <ClustersPage />
      </Suspense>
    );
  if (subject.kind === 'cases' || subject.kind === 'case')
    return (
      <Suspense fallback={<StageWaiting />}>
        {subject.kind === 'case' ? <CasePage key={subject.id} id={subject.id} /> : <CasesPage />}
      </Suspense>
    );
  if (subject.kind === 'detector') return <Invitation title={text.pick} hint={text.pickHint} />;
  if (graph.error && !graph.data)
    return <Failure error={graph.error} onRetry={() => void graph.refetch()} />;
  if (!graph.data) return <StageWaiting />;
  return (
    <div className={view.drawsNodes ? 'stage-body' : 'stage-body in-words'}>
      <ViewSwitch view={view} onChange={setView} />
      <Suspense fallback={<StageWaiting />}>
        <view.component />
      </Suspense>
      {!view.drawsNodes && roomy && <Timeline />}
      <StageNotes onTable={() => setView('table')} view={view} />
    </div>
  );
}

/** Where nothing is drawn yet: what to do so that something is. */
function Invitation(props: { title: string; hint: string }) {
  return (
    <Center h="100%" p="xl">
      <Stack align="center" gap="xs" maw={380}>
        <Title order={2} size="h4">
          {props.title}
        </Title>
        <Text c="dimmed" ta="center" size="sm">
          {props.hint}
        </Text>
      </Stack>
    </Center>
  );
}
