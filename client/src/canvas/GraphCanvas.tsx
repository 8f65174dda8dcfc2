import { Center, Loader, Stack, Text } from '@mantine/core';
import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { addedId } from '../../../domain/addition.ts';
import { AdditionDialog, type AdditionRequest } from '../additions/AdditionDialog.tsx';
import { messages } from '../../../domain/messages/later.ts';
import { useBoard, useBoardActions } from '../workspace/board.tsx';
import { useMark, useMarks } from '../workspace/marks.tsx';
import { usePoint } from '../workspace/pointed.tsx';
import { useSelect, useSelection } from '../workspace/selection.tsx';
import { drawnThings } from '../board/drawn-things.ts';
import { withoutGroupKeys } from '../board/node-group.ts';
import { useGroups } from '../groups/use-groups.ts';
import { LaneMarks } from '../layouts/LaneMarks.tsx';
import { LayoutQuestion } from '../layouts/LayoutQuestion.tsx';
import { TimeAxisMarks } from '../layouts/TimeAxisMarks.tsx';
import { useLayouts } from '../layouts/use-layouts.ts';
import { lineOnBoard } from '../board/edge-groups.ts';
import { isSeen } from '../board/additions.ts';
import { visibleNodes, visibleRelations, type Board } from '../board/board.ts';
import { othersThan } from '../board/neighbours.ts';
import { AnnotationLayer } from './annotations/AnnotationLayer.tsx';
import { useAnnotations } from './annotations/use-annotations.ts';
import { CanvasTools } from './tools/CanvasTools.tsx';
import { Lasso } from './tools/Lasso.tsx';
import { Legend } from './tools/Legend.tsx';
import { toggledMarks, visibleMarks } from '../board/marks.ts';
import { NodeMenu, type MenuPlace } from './tools/NodeMenu.tsx';
import { StageMenu, type StagePlace } from './tools/StageMenu.tsx';
import type { Point } from '../../../domain/drawing/placement.ts';
import { LooksProvider } from '../styles/looks-provider.tsx';
import { Timeline } from './timeline/Timeline.tsx';
import { useAnnounce } from '../news/announcements.tsx';
import { useCompare } from '../workspace/use-compare.ts';
import { useDismiss } from '../workspace/use-dismiss.ts';
import { useGraphView } from './render/use-graph-view.ts';
import { useCanvasKeys } from './tools/use-canvas-keys.ts';

const text = messages.page.canvas;

/** The graph, its tools, its legend and the menu of a node. */
export function GraphCanvas() {
  return (
    <LooksProvider>
      <Canvas />
    </LooksProvider>
  );
}

function Canvas() {
  const board = useBoard();
  const { select, selectLine } = useSelect();
  const { expand, change } = useBoardActions();
  const { selected } = useSelection();
  const marks = useMarks();
  const mark = useMark();
  const point = usePoint();
  const dismiss = useDismiss();
  const groups = useGroups();
  const container = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const [stagePlace, setStagePlace] = useState<StagePlace | null>(null);
  const [adding, setAdding] = useState<AdditionRequest | null>(null);
  const [fresh, setFresh] = useState<string | null>(null);
  const controls = useGraphView(container, {
    select,
    point,
    mark: (ref) => toggleMark(ref),
    selectLine,
    openLine: (key) => {
      const line = lineOnBoard(board, key);
      if (line && !line.of.bond && !line.of.added) change({ do: 'bundle', key: line.of.key });
    },
    expand: (ref) => expandOrOpen(ref),
    menu: (ref, x, y) => {
      select(ref);
      setMenu({ ref, from: selected, x, y });
    },
    stageMenu: setStagePlace,
    dragged: (ref, moved) => change({ do: 'pin', ref, moved }),
  });
  const layouts = useLayouts(controls);
  const annotations = useAnnotations(controls);
  const expandOrOpen = (ref: string) => {
    if (board.groups.has(ref)) groups.open([ref]);
    else if (addedId(ref) === null) void expand([ref]);
  };
  const announce = useAnnounce();
  const compare = useCompare();
  const compareChosen = () => {
    const chosen = [
      ...new Set([...visibleMarks(board, marks), ...(selected === null ? [] : [selected])]),
    ];
    const [one, other, ...more] = chosen.filter((ref) => ref.startsWith('account:'));
    if (one === undefined || other === undefined || more.length > 0 || !compare(one, other))
      announce(text.compareTwo);
  };
  const toggleMark = (ref: string) =>
    mark(toggledMarks(marks, withoutGroupKeys(board.groups, [ref])));
  const markWithin = (outline: Point[], added: boolean) => {
    const drawn = controls.view.current?.nodesWithin(outline) ?? [];
    const inside = withoutGroupKeys(board.groups, drawn);
    mark(added ? [...marks, ...inside] : inside);
  };
  const toggleAt = (place: Point) => {
    const ref = controls.view.current?.nodeAt(place);
    if (ref) toggleMark(ref);
  };
  const openMenu = (ref: string) => {
    const place = controls.view.current?.placeOf(ref);
    if (place) setMenu({ ref, from: null, ...place });
  };
  const onKeyDown = useCanvasKeys(openMenu);
  useHotkeys([
    ['mod+Z', () => change({ do: 'undo' })],
    ['mod+shift+Z', () => change({ do: 'redo' })],
    ['mod+H', () => selected !== null && dismiss([selected])],
    ['mod+shift+H', () => selected !== null && dismiss(othersThan(board, selected))],
    ['mod+E', () => selected !== null && expandOrOpen(selected)],
    ['mod+I', () => document.getElementById('details')?.focus()],
    ['C', compareChosen],
    ['mod+F', () => controls.view.current?.fit()],
    [
      'Escape',
      (event) => {
        if (isOfADialog(event)) return;
        select(null);
        if (marks.size > 0) mark([]);
      },
    ],
  ]);
  // On a small stage the graph needs the room.
  const roomy = useMediaQuery('(min-width: 1181px)', true, { getInitialValueInEffect: false });
  const [wanted, setWanted] = useState<boolean | null>(null);
  const timed = wanted ?? roomy;
  const nodes = visibleNodes(board);
  const relations = visibleRelations(board);
  const held = drawnThings(board).filter(({ members }) => members.length > 0);
  const grouped = held.reduce((sum, { members }) => sum + members.length, 0);
  return (
    <>
      {controls.failed && (
        <Center h="100%" p="xl">
          <Text c="dimmed">{text.failed}</Text>
        </Center>
      )}
      {controls.waiting && <LayingOut nodes={nodes.length} relations={relations.length} />}
      <div className="drawing">
        <div
          ref={container}
          className="canvas"
          role="application"
          tabIndex={0}
          aria-busy={controls.running}
          data-waiting={controls.waiting || undefined}
          aria-label={
            text.described(nodes.length, relations.length) +
            (held.length > 0 ? messages.looks.groups.drawn(held.length, grouped) : '')
          }
          onKeyDown={onKeyDown}
          onContextMenu={(event) => event.preventDefault()}
        />
        <Lasso container={container} onEnd={markWithin} onClick={toggleAt} />
        <TimeAxisMarks controls={controls} />
        <LaneMarks controls={controls} />
        <AnnotationLayer controls={controls} annotations={annotations} fresh={fresh} />
      </div>
      <CanvasTools
        controls={controls}
        layouts={layouts}
        timed={timed}
        onTimed={() => setWanted(!timed)}
        onAdd={() => setAdding({ linkedTo: linkable(board, selected) })}
        onAnnotate={(kind) => setFresh(annotations.add(kind))}
      />
      {timed && <Timeline />}
      <Legend />
      <NodeMenu
        place={menu}
        onAdd={(ref) => setAdding({ linkedTo: ref })}
        onClose={() => setMenu(null)}
      />
      <StageMenu
        place={stagePlace}
        onAdd={(at) => setAdding({ at })}
        onAnnotate={(kind, at) => setFresh(annotations.add(kind, at))}
        onClose={() => setStagePlace(null)}
      />
      {adding && <AdditionDialog request={adding} onClose={() => setAdding(null)} />}
      <LayoutQuestion layouts={layouts} />
    </>
  );
}

/** What is selected, where a link may lead to it: a group is none. */
function linkable(board: Board, selected: string | null): string | null {
  return selected !== null && isSeen(board, selected) ? selected : null;
}

/** In the place of a large graph until it can be read. */
function LayingOut({ nodes, relations }: { nodes: number; relations: number }) {
  return (
    <Center className="stage-waiting">
      <Stack align="center" gap="xs">
        <Loader size="sm" type="dots" />
        <Text size="sm" c="dimmed">
          {text.layingOut(nodes, relations)}
        </Text>
      </Stack>
    </Center>
  );
}

/** Escape closes the dialog or menu that has the focus, and no more. */
function isOfADialog({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('[role="dialog"], [role="menu"]') !== null;
}
