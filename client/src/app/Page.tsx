import { Box, VisuallyHidden } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { messages } from '../../../domain/messages/browser.ts';
import { useIsMasked } from '../api/caller.ts';
import { withLaterMessages } from '../api/later.ts';
import { useOverview } from '../api/queries.ts';
import { DropAnywhere } from '../intake/DropAnywhere.tsx';
import { useHowAnswered } from '../provenance/asking.ts';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { Header } from './Header.tsx';
import { News } from './News.tsx';
import { addressOfSubject, type Subject } from '../subject/subject.ts';
import { useSubject } from '../workspace/opened.tsx';
import { useSelection } from '../workspace/selection.tsx';
import { pages } from './pages.ts';
import { Rail } from './Rail.tsx';
import { StageWaiting } from '../ui/StageWaiting.tsx';
import { useNewRun } from './use-new-run.ts';

/** Sigma and graphology come after the first sight of the page; asked for here, while it is prepared. */
const stage = withLaterMessages(async () => ({
  default: (await import('../stage/Stage.tsx')).Stage,
}));
const Stage = lazy(() => stage);
/** Beside what is drawn: asked for at once, and shown as soon as they and what they tell of are there. */
const listsPanel = import('../findings/ListsPanel.tsx').then(({ ListsPanel }) => ({
  default: ListsPanel,
}));
const ListsPanel = lazy(() => listsPanel);
const boardBar = withLaterMessages(async () => ({
  default: (await import('../cases/BoardBar.tsx')).BoardBar,
}));
const BoardBar = lazy(() => boardBar);
const detectionStrip = import('../detection/DetectionStrip.tsx').then(({ DetectionStrip }) => ({
  default: DetectionStrip,
}));
const DetectionStrip = lazy(() => detectionStrip);
/** What the first sight of a platform does not need: it opens nothing yet, and is not empty. */
const DetailsPanel = lazy(() =>
  import('../details/DetailsPanel.tsx').then(({ DetailsPanel }) => ({ default: DetailsPanel })),
);
const Welcome = lazy(() =>
  withLaterMessages(async () => ({ default: (await import('./Welcome.tsx')).Welcome })),
);
/** CodeMirror and all that belongs to queries come when they are asked for. */
const AskedDrawer = lazy(() =>
  import('../queries/AskedDrawer.tsx').then(({ AskedDrawer }) => ({ default: AskedDrawer })),
);

/** Dialogs come after the first sight, closed, so that they know where the focus was when they open. */
const SourceDrawer = lazy(() =>
  import('../sources/SourceDrawer.tsx').then(({ SourceDrawer }) => ({ default: SourceDrawer })),
);
const HelpSheet = lazy(() =>
  import('./HelpSheet.tsx').then(({ HelpSheet }) => ({ default: HelpSheet })),
);

const MaskedLine = lazy(() =>
  withLaterMessages(async () => ({
    default: (await import('../account/MaskedLine.tsx')).MaskedLine,
  })),
);

export function Page() {
  const searchBox = useRef<HTMLInputElement>(null);
  const [helping, setHelping] = useState(false);
  const toSearch = () => {
    searchBox.current?.focus();
    // What was searched last is there to be typed over.
    searchBox.current?.select();
  };
  useNewRun();
  useOpensAlone();
  useHotkeys([
    ['/', toSearch],
    ['shift+?', () => setHelping(true)],
    ['?', () => setHelping(true)],
  ]);
  // From the search box too, of which nothing is ignored.
  useHotkeys([['mod+I', () => document.getElementById('details')?.focus()]], []);
  return (
    <Box className="page">
      <Header searchBox={searchBox} onHelp={() => setHelping(true)} />
      {useIsMasked() && (
        <Suspense>
          <MaskedLine />
        </Suspense>
      )}
      <ConnectionBanner />
      <Suspense>
        <DetectionStrip />
      </Suspense>
      <div className="house">
        <Rail />
        <Body />
      </div>
      <Suspense>
        <SourceDrawer />
      </Suspense>
      {useHowAnswered() !== null && (
        <Suspense>
          <AskedDrawer />
        </Suspense>
      )}
      <DropAnywhere />
      <Suspense>
        <HelpSheet opened={helping} onClose={() => setHelping(false)} />
      </Suspense>
      <VisuallyHidden role="status" aria-live="polite">
        <News />
      </VisuallyHidden>
    </Box>
  );
}

/** `/?at=` names a node and nothing that it is on: then it is opened by itself. */
function useOpensAlone(): void {
  const subject = useSubject();
  const { selected } = useSelection();
  const [, navigate] = useLocation();
  const alone = subject.kind === 'start' ? selected : null;
  useEffect(() => {
    if (alone !== null) navigate(addressOfSubject('node', alone), { replace: true });
  }, [alone, navigate]);
}

/** All cases, or all clusters: what is selected there opens by itself. */
const rooms: ReadonlySet<Subject['kind']> = new Set(['cases', 'clusters']);

function classOf(kind: Subject['kind']): string {
  if (kind === 'start') return 'panels at-start';
  return rooms.has(kind) ? 'panels at-room' : 'panels';
}

function Body() {
  const overview = useOverview();
  const [path] = useLocation();
  const subject = useSubject();
  for (const { href, shownAt } of pages) {
    const page = shownAt(path);
    if (page)
      return (
        <Suspense key={href} fallback={<StageWaiting />}>
          {page}
        </Suspense>
      );
  }
  const nodes = Object.values(overview.data?.nodes ?? {}).reduce((sum, n) => sum + n, 0);
  if (overview.data && nodes === 0)
    return (
      <Suspense>
        <Welcome loaded={false} />
      </Suspense>
    );
  const starts = subject.kind === 'start';
  return (
    <main className={classOf(subject.kind)}>
      <section className="panel lists" aria-label={messages.page.lists.title}>
        <Suspense>
          {overview.data && !overview.data.run ? <Welcome loaded /> : <ListsPanel />}
        </Suspense>
      </section>
      <section className="panel stage stage-column" aria-label={messages.page.canvas.title}>
        <Suspense>
          <BoardBar />
        </Suspense>
        <div className="stage-rest">
          <Suspense fallback={<StageWaiting />}>
            <Stage />
          </Suspense>
        </div>
      </section>
      {!starts && (
        <section
          className="panel details"
          aria-label={messages.page.details.title}
          id="details"
          tabIndex={-1}
        >
          <Suspense>
            <DetailsPanel />
          </Suspense>
        </section>
      )}
    </main>
  );
}
