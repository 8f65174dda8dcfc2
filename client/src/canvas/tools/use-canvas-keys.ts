import { useRef, type KeyboardEvent } from 'react';
import { useBoard } from '../../workspace/board.tsx';
import { useMark, useMarks } from '../../workspace/marks.tsx';
import { useSelect, useSelection } from '../../workspace/selection.tsx';
import { drawnThings } from '../../board/drawn-things.ts';
import { withoutGroupKeys } from '../../board/node-group.ts';
import { allNodes, toggledMarks } from '../../board/marks.ts';

const forward = new Set(['ArrowDown', 'ArrowRight']);
const backward = new Set(['ArrowUp', 'ArrowLeft']);

/** Enter goes into the graph, Tab and the arrows go from node to node, Space marks one, Escape leaves. */
export function useCanvasKeys(openMenu: (ref: string) => void) {
  const board = useBoard();
  const { selected } = useSelection();
  const { select } = useSelect();
  const marks = useMarks();
  const mark = useMark();
  const inside = useRef(false);

  const step = (by: 1 | -1) => {
    const refs = drawnThings(board).map(({ ref }) => ref);
    const at = selected === null ? -1 : refs.indexOf(selected);
    const next = refs[(at + by + refs.length) % refs.length];
    if (next !== undefined) select(next);
  };

  return (event: KeyboardEvent<HTMLElement>) => {
    const { key } = event;
    if (key === 'Enter' && !inside.current) {
      inside.current = true;
      if (selected === null) step(1);
    } else if (key === 'Escape') inside.current = false;
    else if ((key === 'F10' && event.shiftKey) || key === 'ContextMenu') {
      if (selected !== null) openMenu(selected);
    } else if (key === 'a' && (event.ctrlKey || event.metaKey)) mark(allNodes(board));
    else if (key === ' ') {
      if (selected !== null) mark(toggledMarks(marks, withoutGroupKeys(board.groups, [selected])));
    } else if (!inside.current) return;
    else if (key === 'Tab') step(event.shiftKey ? -1 : 1);
    else if (forward.has(key)) step(1);
    else if (backward.has(key)) step(-1);
    else return;
    if (key !== 'Escape') event.preventDefault();
  };
}
