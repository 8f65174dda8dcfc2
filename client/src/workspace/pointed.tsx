import { useEffect, useState, type Dispatch, type ReactNode, type SetStateAction } from 'react';
import { createSlice } from '../state/create-slice.ts';

const [PointedSlice, usePointed] = createSlice<string | null>('pointed');
const [PointSlice, usePoint] = createSlice<Dispatch<SetStateAction<string | null>>>('point');

export {
  /** The node that the pointer or the focus is on, be it on the canvas or in words; null where it is on none. */
  usePointed,
  usePoint,
};

/** Keeps what is pointed at, so that words and picture light up together. */
export function PointedProvider({ children }: { children: ReactNode }) {
  const [pointed, point] = useState<string | null>(null);
  return (
    <PointSlice value={point}>
      <PointedSlice value={pointed}>{children}</PointedSlice>
    </PointSlice>
  );
}

/** What an element that names a node needs so that both light up together. */
export function usePointing(ref: string) {
  const pointed = usePointed();
  const point = usePoint();
  // What goes away under the pointer is not left by it.
  useEffect(() => () => point((now) => (now === ref ? null : now)), [ref, point]);
  return {
    'data-lit': pointed === ref || undefined,
    onMouseEnter: () => point(ref),
    onMouseLeave: () => point(null),
    onFocus: () => point(ref),
    onBlur: () => point(null),
  };
}
