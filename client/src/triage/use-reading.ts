import { useMediaQuery } from '@mantine/hooks';
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Place } from './use-place.ts';

/** Where list and item have no room beside or below each other: as page.css lets the page scroll there. */
const oneAtATime = '(max-width: 800px), (max-width: 1180px) and (max-height: 640px)';

/** On such a window the list or an item fills it; elsewhere both are in sight. */
interface Reading {
  narrow: boolean;
  reading: boolean;
  panel: RefObject<HTMLElement | null>;
  open: (id: string) => void;
  close: () => void;
  /** Brings the focus back to where one goes on after a decision. */
  resume: () => void;
}

/** `asked`: the item of the address, which is read at once. */
export function useReading(place: Place, asked: string | null): Reading {
  const narrow = useMediaQuery(oneAtATime, false, { getInitialValueInEffect: false });
  const [wanted, setWanted] = useState(asked !== null);
  const panel = useRef<HTMLElement>(null);
  const reading = narrow && wanted && place.id !== null;
  const shown = reading ? place.id : null;
  useLayoutEffect(() => {
    if (shown === null) return;
    panel.current?.focus({ preventScroll: true });
    panel.current?.closest('main')?.scrollIntoView({ block: 'start' });
  }, [shown]);
  return {
    narrow,
    reading,
    panel,
    open: (id) => {
      place.go(id);
      setWanted(narrow);
    },
    close: () => {
      setWanted(false);
      place.focus();
    },
    resume: () => (reading ? panel.current?.focus() : place.focus()),
  };
}
