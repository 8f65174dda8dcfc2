import { lazy, Suspense } from 'react';
import { addedId } from '../../../domain/addition.ts';
import { AdditionDetails } from '../additions/AdditionDetails.tsx';
import { withLaterMessages } from '../api/later.ts';
import { lineOnBoard } from '../board/edge-groups.ts';
import { useBoard } from '../workspace/board.tsx';
import { useSelection } from '../workspace/selection.tsx';
import { useSubject } from '../workspace/opened.tsx';
import { BoardDetails } from '../cases/BoardDetails.tsx';
import { ClusterDetails } from './ClusterDetails.tsx';
import { DetectorDetails } from './DetectorDetails.tsx';
import { FindingDetails } from './FindingDetails.tsx';
import { NodeDetails } from './NodeDetails.tsx';
import { PairDetails } from './PairDetails.tsx';
import { RelationDetails } from './RelationDetails.tsx';
import { Nothing } from './Nothing.tsx';
import { Waiting } from '../ui/Waiting.tsx';

const QueryDetails = lazy(() =>
  import('../queries/QueryDetails.tsx').then(({ QueryDetails }) => ({ default: QueryDetails })),
);

const ChangeDetails = lazy(() =>
  withLaterMessages(async () => ({
    default: (await import('../watch/changes/ChangeDetails.tsx')).ChangeDetails,
  })),
);

/** Of groups, which come with the canvas. */
const GroupDetails = lazy(() =>
  import('../groups/GroupDetails.tsx').then(({ GroupDetails }) => ({ default: GroupDetails })),
);

/** What is known of the thing selected on the canvas, or else of what the canvas was opened with. */
export function SelectedDetails() {
  const { selected, line, about } = useSelection();
  const board = useBoard();
  const subject = useSubject();
  const group = selected === null ? undefined : board.groups.get(selected);
  if (group)
    return (
      <Suspense fallback={<Waiting />}>
        <GroupDetails key={group.key} group={group} />
      </Suspense>
    );
  const id = selected === null ? null : addedId(selected);
  const addition = id === null ? undefined : board.additions.get(id);
  if (id !== null && addition) return <AdditionDetails key={id} id={id} addition={addition} />;
  if (selected !== null && id === null) return <NodeDetails key={selected} nodeRef={selected} />;
  if (about?.kind === 'pair') return <PairDetails key={about.id} a={about.a} b={about.b} />;
  if (about?.kind === 'finding') return <FindingDetails key={about.id} id={about.id} />;
  if (line !== null) {
    const found = lineOnBoard(board, line);
    const bond = found?.line.bond;
    if (bond) return <PairDetails key={line} a={bond.a} b={bond.b} />;
    const added = found?.line.added;
    if (added) return <AdditionDetails key={added.id} id={added.id} addition={added.link} />;
    if (found) return <RelationDetails bundle={found.line} of={found.of} />;
  }
  switch (subject.kind) {
    case 'cluster':
      return <ClusterDetails key={subject.id} id={subject.id} />;
    case 'change':
      return (
        <Suspense fallback={<Waiting />}>
          <ChangeDetails key={subject.id} {...subject} />
        </Suspense>
      );
    case 'finding':
      return <FindingDetails key={subject.id} id={subject.id} />;
    case 'node':
      return <NodeDetails key={subject.id} nodeRef={subject.id} />;
    case 'pair':
      return <PairDetails key={subject.id} a={subject.a} b={subject.b} />;
    case 'query':
      return (
        <Suspense fallback={<Waiting />}>
          <QueryDetails
            key={subject.id}
            id={subject.id}
            address={subject.asked}
            drawn={subject.drawn}
          />
        </Suspense>
      );
    case 'detector':
      return <DetectorDetails key={subject.id} id={subject.id} />;
    case 'board':
      return <BoardDetails key={subject.id} />;
    case 'start':
    case 'nowhere':
    case 'search':
    case 'clusters':
    case 'cases':
    case 'case':
      return <Nothing />;
  }
}
