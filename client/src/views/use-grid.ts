import { useRef, useState, type KeyboardEvent } from 'react';

export interface Place {
  row: number;
  column: number;
}

/** How a key moves the focus in a grid; null for keys that do not. */
export function moved(at: Place, key: string, size: Place, toEdge: boolean): Place | null {
  const [lastRow, lastColumn] = [size.row - 1, size.column - 1];
  const clamp = ({ row, column }: Place): Place => ({
    row: Math.min(lastRow, Math.max(0, row)),
    column: Math.min(lastColumn, Math.max(0, column)),
  });
  switch (key) {
    case 'ArrowUp':
      return clamp({ ...at, row: toEdge ? 0 : at.row - 1 });
    case 'ArrowDown':
      return clamp({ ...at, row: toEdge ? lastRow : at.row + 1 });
    case 'ArrowLeft':
      return clamp({ ...at, column: toEdge ? 0 : at.column - 1 });
    case 'ArrowRight':
      return clamp({ ...at, column: toEdge ? lastColumn : at.column + 1 });
    case 'PageUp':
      return clamp({ ...at, row: at.row - 10 });
    case 'PageDown':
      return clamp({ ...at, row: at.row + 10 });
    case 'Home':
      return clamp({ row: toEdge ? 0 : at.row, column: 0 });
    case 'End':
      return clamp({ row: toEdge ? lastRow : at.row, column: lastColumn });
    default:
      return null;
  }
}

/** One cell of a grid is in the tab order; arrows, Home, End and Page keys move it (WAI-ARIA grid). */
export function useGrid(size: Place, act: (at: Place, event: KeyboardEvent) => void) {
  const [wanted, setWanted] = useState<Place>({ row: 0, column: 0 });
  const at = {
    row: Math.min(wanted.row, Math.max(0, size.row - 1)),
    column: Math.min(wanted.column, Math.max(0, size.column - 1)),
  };
  const grid = useRef<HTMLTableElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moved(at, event.key, size, event.ctrlKey || event.metaKey);
    if (next) {
      event.preventDefault();
      setWanted(next);
      grid.current?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      act(at, event);
    }
  };
  const cell = (row: number, column: number) => ({
    'data-cell': `${row} ${column}`,
    role: 'gridcell',
    tabIndex: row === at.row && column === at.column ? 0 : -1,
    onFocus: () => setWanted({ row, column }),
  });
  return { grid, onKeyDown, cell };
}
