import { Button, Text } from '@mantine/core';
import { IconFolderPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'wouter';
import { useMay } from '../api/caller.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { UnreachableError } from '../api/problem.ts';
import { useOverview } from '../api/queries.ts';
import { addressOfSubject } from '../subject/subject.ts';
import { useBoardActions, useJudged, useUnsavedWork } from '../workspace/board.tsx';
import { useOpenedGraph, useSubject } from '../workspace/opened.tsx';
import { useAnnounce } from '../news/announcements.tsx';
import { ExportButton } from '../evidence/ExportButton.tsx';
import { dayAndTime, timeOfDay } from '../theme/formats.ts';
import type { KeepState } from '../board/kept/board-keeper.ts';
import './cases.css';
import { isAsOpened } from '../board/kept/unsaved-keeper.ts';
import { useKeeping, type Keeping } from './keeping.tsx';

const text = messages.cases;

const KeepDialog = lazy(() =>
  import('./KeepDialog.tsx').then(({ KeepDialog }) => ({ default: KeepDialog })),
);

/** Above the graph: where it is kept and whether all of it is saved, or how to keep it. */
export function BoardBar() {
  const subject = useSubject();
  const graph = useOpenedGraph();
  const { kept, state, draft } = useKeeping();
  if (kept) return <KeptBar kept={kept} state={state} draft={draft} />;
  const drawn = ['cluster', 'finding', 'node', 'pair', 'change'].includes(subject.kind);
  return drawn && graph.data ? <UnkeptBar /> : null;
}

function UnkeptBar() {
  const [asking, setAsking] = useState(false);
  const { bare } = useJudged();
  const { fresh, restored } = useUnsavedWork();
  const { change } = useBoardActions();
  const announce = useAnnounce();
  const worked = !isAsOpened(bare, fresh);
  const mayKeep = useMay('work');
  const drawnBefore = useDrawnBefore();
  const graph = useOpenedGraph();
  return (
    <div className="board-bar">
      <span className="board-state grows">
        {drawnBefore ? text.drawnBefore : unkeptSays(worked, restored)}
      </span>
      {drawnBefore && (
        <Button
          size="compact-sm"
          variant="default"
          loading={graph.isFetching}
          onClick={() => void graph.refetch()}
        >
          {text.drawAnew}
        </Button>
      )}
      {worked && restored !== null && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            change({ do: 'afresh' });
            announce(text.startedAfresh);
          }}
        >
          {text.startAfresh}
        </Button>
      )}
      {mayKeep && (
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconFolderPlus size={15} />}
          title={text.keepHint}
          onClick={() => setAsking(true)}
        >
          {text.keep}
        </Button>
      )}
      {asking && (
        <Suspense>
          <KeepDialog onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** Whether another run has ended since the graph was asked for: the canvas is not changed under anybody's hands. */
function useDrawnBefore(): boolean {
  const { dataUpdatedAt } = useOpenedGraph();
  const { data } = useOverview();
  const run = data?.run?.run;
  const [drawn, setDrawn] = useState({ at: dataUpdatedAt, run });
  if (drawn.at !== dataUpdatedAt || (drawn.run === undefined && run !== undefined))
    setDrawn({ at: dataUpdatedAt, run });
  return drawn.run !== undefined && drawn.run !== run;
}

function unkeptSays(worked: boolean, restored: string | null): string {
  if (!worked) return text.notKept;
  return restored === null ? text.remembered : text.cameBack(dayAndTime(restored));
}

type KeptBarProps = Pick<Keeping, 'state' | 'draft'> & { kept: NonNullable<Keeping['kept']> };

function KeptBar({ kept, state, draft }: KeptBarProps) {
  const failing = state?.is === 'away' || state?.is === 'refused';
  return (
    <div className="board-bar">
      <div className="board-bar-name">
        <Link
          className="text-link"
          href={addressOfSubject('case', kept.case)}
          aria-label={text.toCase(kept.case_title)}
        >
          {kept.case_title}
        </Link>
        <span className="faint" aria-hidden>
          ›
        </span>
        <Text size="sm" fw={600} component="span">
          {kept.title}
        </Text>
      </div>
      <span className="board-state" data-failing={failing || undefined}>
        {state && says(state)}
      </span>
      <ExportButton
        of={{ board: { case: kept.case, id: kept.id } }}
        title={`${kept.case_title} › ${kept.title}`}
        slight
      />
      {draft && (
        <div className="board-draft" role="group" aria-label={text.draft(dayAndTime(draft.at))}>
          <Text size="sm">{text.draft(dayAndTime(draft.at))}</Text>
          <Button size="compact-sm" onClick={() => draft.settle(true)}>
            {text.takeDraft}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => draft.settle(false)}>
            {text.dropDraft}
          </Button>
        </div>
      )}
    </div>
  );
}

function says(state: KeepState): string {
  switch (state.is) {
    case 'saved':
      return text.saved(timeOfDay(state.at));
    case 'unsaved':
      return text.unsaved;
    case 'saving':
      return text.saving;
    case 'away':
      return text.away(
        state.error instanceof UnreachableError ? text.serverAway : text.databaseAway,
      );
    case 'refused':
      return text.refused(state.error.message);
  }
}
