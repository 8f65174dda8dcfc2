import { useEffect, useRef, useState } from 'react';
import type { TriageItem } from '../../../domain/disposition.ts';

/** What keys act on. It is known by its id, so that a list that is fetched anew moves nothing under the hands. */
export interface Place {
  id: string | null;
  go: (id: string) => void;
  /** To the next one, or to that before. */
  step: (by: 1 | -1) => void;
  /** Brings the focus to its line, once that is there. */
  focus: () => void;
}

/**
 * The item that is looked at: that of the address first. When it leaves the list, as what was decided does where only
 * what is open is shown, the one that has come to its line is next.
 */
export function usePlace(items: readonly TriageItem[], asked: string | null): Place {
  const [here, setHere] = useState<{ id: string | null; line: number }>({ id: asked, line: -1 });
  const line = items.findIndex(({ id }) => id === here.id);
  // One of the address that the list does not show stays all the same.
  const stays = line >= 0 || (here.line < 0 && here.id !== null);
  const id = stays
    ? here.id
    : (items[Math.min(Math.max(0, here.line), items.length - 1)]?.id ?? null);
  const at = items.findIndex((item) => item.id === id);
  const wanted = useRef(false);
  // What was decided may have left the list, and the focus with it: it stays where one goes on.
  useEffect(() => {
    if (!wanted.current || id === null || document.querySelector('[role="dialog"]')) return;
    const row = rowOf(id);
    if (!row) return;
    wanted.current = false;
    row.focus();
  });
  const go = (next: string) => {
    const to = items.findIndex((item) => item.id === next);
    setHere({ id: next, line: to });
  };
  const step = (by: 1 | -1) => {
    const next = items[Math.min(items.length - 1, Math.max(0, at + by))];
    if (!next) return;
    go(next.id);
    rowOf(next.id)?.focus();
  };
  const focus = () => {
    wanted.current = true;
  };
  return { id, go, step, focus };
}

function rowOf(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`);
}
