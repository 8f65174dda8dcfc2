import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { messages } from '../../../domain/messages/later.ts';
import { useBoard, useBoardActions } from '../workspace/board.tsx';
import { useMark, useMarks } from '../workspace/marks.tsx';
import { useSelect } from '../workspace/selection.tsx';
import { formatRef } from '../../../domain/schema/graph.ts';
import { goneListId, goneOnBoard } from '../board/gone.ts';
import { noFilter } from '../board/range-filter.ts';
import { drawnThings } from '../board/drawn-things.ts';
import { useGroups } from '../groups/use-groups.ts';
import { foldedIn, foldsOf } from '../board/folds.ts';
import { Folds } from './Folds.tsx';
import { LayerNote } from './Layers.tsx';
import { Fitting, type Fit } from '../ui/Fitting.tsx';
import { RejectedNote } from '../judgements/RejectedNote.tsx';
import { dayAndTime } from '../theme/formats.ts';
import { withLeaves, type Board } from '../board/board.ts';
import { MarkedBar } from '../canvas/tools/MarkedBar.tsx';
import { visibleMarks } from '../board/marks.ts';
import './stage-notes.css';
import type { View } from '../views/define-view.ts';

const text = messages.page.canvas;
const known = messages.views.known;
const { narrow } = messages;
const manyNodes = 5_000;

interface NotesProps {
  view: View;
  onTable: () => void;
}

/**
 * Between the canvas and what stands below it, always as high: what can be done with what is marked, or else
 * what the canvas does not show, and what to do about it.
 */
export function StageNotes(props: NotesProps) {
  const board = useBoard();
  const marks = useMarks();
  const marked = visibleMarks(board, marks);
  return (
    <div className={marked.length > 0 ? 'stage-notes with-marks' : 'stage-notes'}>
      {marked.length > 0 ? <MarkedBar marked={marked} /> : <Notes {...props} />}
    </div>
  );
}

function Notes(props: NotesProps) {
  const board = useBoard();
  // What is drawn, not what is on the board: groups have made it light again.
  const drawn = drawnThings(board).length;
  const told = board.story !== null && board.leaves.size > 0;
  const shown = props.view.showsLeaves ? withLeaves(board) : board;
  const folded = foldedIn(board).size;
  const hidden = told ? board.hidden.size - folded : shown.hidden.size;
  const notes: Fit[] = [
    { key: 'known', node: <KnownRemark /> },
    ...(drawn > manyNodes && props.view.drawsNodes
      ? [{ key: 'many', node: <ManyRemark drawn={drawn} onTable={props.onTable} /> }]
      : []),
    ...(board.nodes.size > 1 && board.relations.size === 0
      ? [{ key: 'alone', node: <Remark says={text.noRelations} /> }]
      : []),
    ...(board.omitted > 0
      ? [{ key: 'omitted', node: <Remark says={text.omitted(board.omitted)} /> }]
      : []),
    { key: 'gone', node: <GoneRemark /> },
    { key: 'rejected', node: <RejectedNote /> },
    ...(board.filter.hides && board.filter.outside.size > 0
      ? [{ key: 'outside', node: <OutsideRemark /> }]
      : []),
    ...[...board.layers.values()].map((layer) => ({
      key: `layer ${layer.key}`,
      node: <LayerNote layer={layer} />,
    })),
    ...(hidden > 0
      ? [
          {
            key: 'hidden',
            node: <HiddenRemark says={told ? text.hidden(hidden) : saysHidden(shown)} />,
          },
        ]
      : []),
    ...(told && !props.view.drawsNodes && !props.view.showsLeaves && folded > 0
      ? [{ key: 'away', node: <AwayRemark folded={folded} /> }]
      : []),
  ];
  return (
    <>
      <Fitting
        items={notes}
        label={narrow.moreOf(narrow.notes(notes.length))}
        says={(left, all) => (all ? narrow.notes(left) : narrow.more(left))}
      />
      {told && props.view.drawsNodes && <Folds />}
    </>
  );
}

/** More than can be read one by one, and what makes them fewer. */
function ManyRemark({ drawn, onTable }: { drawn: number; onTable: () => void }) {
  const { groupBy } = useGroups();
  return (
    <Remark says={text.many(drawn)}>
      <Action label={messages.looks.groups.offer} onClick={() => groupBy('cluster')} />
      <Action label={text.useTable} onClick={onTable} />
    </Remark>
  );
}

function OutsideRemark() {
  const board = useBoard();
  const { change } = useBoardActions();
  return (
    <Remark says={messages.lookRules.ranges.hidden(board.filter.outside.size)}>
      <Action
        label={messages.lookRules.ranges.clear}
        onClick={() => change({ do: 'filter', filter: noFilter })}
      />
    </Remark>
  );
}

function HiddenRemark({ says }: { says: string }) {
  const { change } = useBoardActions();
  return (
    <Remark says={says}>
      <Action label={text.unhide} onClick={() => change({ do: 'unhide' })} />
    </Remark>
  );
}

/** Of a view that tells without what is folded. */
function AwayRemark({ folded }: { folded: number }) {
  const board = useBoard();
  const { change } = useBoardActions();
  return (
    <Remark says={messages.looks.story.away(folded)}>
      <Action
        label={messages.looks.story.all}
        onClick={() => change({ do: 'fold', folds: foldsOf(board), open: true })}
      />
    </Remark>
  );
}

/** Whose knowledge is shown, when it is not today's. */
function KnownRemark() {
  const board = useBoard();
  const { change } = useBoardActions();
  const { knownOn, relations } = board;
  if (knownOn === null) return null;
  const inferred = [...relations.values()].filter(({ derived }) => derived).length;
  const when = dayAndTime(knownOn);
  const says = known.note(when) + (inferred > 0 ? ` ${known.inferred(inferred)}` : '');
  return (
    <Remark says={says}>
      <Action label={known.back} onClick={() => change({ do: 'known', on: null })} />
    </Remark>
  );
}

/** What a kept board shows and the graph no longer has: where it is listed, and to be marked at once. */
function GoneRemark() {
  const board = useBoard();
  const mark = useMark();
  const { select } = useSelect();
  const { nodes, relations } = goneOnBoard(board);
  if (nodes.length + relations.length === 0) return null;
  const list = () => {
    select(null);
    // The details of the board come first.
    requestAnimationFrame(() => document.getElementById(goneListId)?.focus());
  };
  return (
    <Remark says={messages.cases.gone(nodes.length + relations.length)}>
      <Action label={messages.cases.goneList} onClick={list} />
      {nodes.length > 0 && (
        <Action label={messages.cases.goneMark} onClick={() => mark(nodes.map(formatRef))} />
      )}
    </Remark>
  );
}

function saysHidden({ hidden, leaves }: Board): string {
  const linkNobody = [...leaves].filter((ref) => hidden.has(ref)).length;
  if (linkNobody === 0) return text.hidden(hidden.size);
  const others = hidden.size - linkNobody;
  return others > 0
    ? `${text.leaves(linkNobody)} ${text.hiddenToo(others)}`
    : text.leaves(linkNobody);
}

function Remark({ says, children }: { says: string; children?: ReactNode }) {
  return (
    <div className="remark">
      <Text size="xs">{says}</Text>
      {children}
    </div>
  );
}

function Action({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button size="compact-xs" variant="subtle" onClick={onClick}>
      {label}
    </Button>
  );
}
