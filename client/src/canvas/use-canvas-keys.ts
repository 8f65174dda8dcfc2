import { useRef, type KeyboardEvent } from 'react';
import { formatRef } from '../../../domain/graph.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { visibleNodes } from './board.ts';
import { allNodes, toggledMark } from './marks.ts';

const forward = new Set(['ArrowDown', 'ArrowRight']);
const backward = new Set(['ArrowUp', 'ArrowLeft']);

/** Enter goes into the graph, Tab and the arrows go from node to node, Space marks one, Escape leaves. */
export function useCanvasKeys(openMenu: (ref: string) => void) {
  const { board, selected, select, marks, mark } = useWorkspace();
  const inside = useRef(false);

  const step = (by: 1 | -1) => {
    const refs = visibleNodes(board).map(formatRef);
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
      if (selected !== null) mark(toggledMark(marks, selected));
    } else if (!inside.current) return;
    else if (key === 'Tab') step(event.shiftKey ? -1 : 1);
    else if (forward.has(key)) step(1);
    else if (backward.has(key)) step(-1);
    else return;
    if (key !== 'Escape') event.preventDefault();
  };
}
