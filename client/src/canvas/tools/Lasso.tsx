import { useEffect, useRef, useState, type RefObject } from 'react';
import { outlineOf } from '../render/outline.ts';
import type { Point } from '../../../../domain/drawing/placement.ts';

interface LassoProps {
  container: RefObject<HTMLDivElement | null>;
  /** `added`: to what is marked already. Points in pixels of the container. */
  onEnd: (outline: Point[], added: boolean) => void;
  /** A click with Shift, which no drag followed. */
  onClick: (place: Point) => void;
}

/** A pointer that moves less means a click. */
const leastPixels = 5;

/** Shift and a drag draw a box, Alt and a drag a free line; what lies inside is then marked. */
export function Lasso({ container, onEnd, onClick }: LassoProps) {
  const [outline, setOutline] = useState<readonly Point[]>([]);
  const latest = useRef({ onEnd, onClick });
  useEffect(() => {
    latest.current = { onEnd, onClick };
  });

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    return listen(element, setOutline, {
      onEnd: (drawn, added) => latest.current.onEnd(drawn, added),
      onClick: (place) => latest.current.onClick(place),
    });
  }, [container]);

  if (outline.length < 2) return null;
  return (
    <svg className="lasso" aria-hidden>
      <polygon points={outline.map(({ x, y }) => `${x},${y}`).join(' ')} />
    </svg>
  );
}

/** Keeps the pointer from the drawing below, which would pan. Returns how to stop listening. */
function listen(
  element: HTMLElement,
  show: (outline: readonly Point[]) => void,
  { onEnd, onClick }: Pick<LassoProps, 'onEnd' | 'onClick'>,
): () => void {
  let way: Point[] = [];
  let freehand = false;
  const placeOf = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top } = element.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const hasMoved = () =>
    way.some(({ x, y }) => Math.hypot(x - way[0]!.x, y - way[0]!.y) >= leastPixels);

  const move = (event: MouseEvent) => {
    way.push(placeOf(event));
    if (hasMoved()) show(outlineOf(way, freehand));
  };
  const up = (event: MouseEvent) => {
    stop();
    if (hasMoved()) onEnd(outlineOf(way, freehand), event.ctrlKey || event.metaKey);
    else if (!freehand) onClick(way[0]!);
  };
  const cancel = (event: KeyboardEvent) => {
    if (event.key === 'Escape') stop();
  };
  const stop = () => {
    show([]);
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', up);
    window.removeEventListener('keydown', cancel);
  };
  const down = (event: MouseEvent) => {
    if (event.button !== 0 || !(event.shiftKey || event.altKey)) return;
    event.stopPropagation();
    freehand = event.altKey;
    way = [placeOf(event)];
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('keydown', cancel);
  };
  element.addEventListener('pointerdown', down, { capture: true });
  return () => {
    stop();
    element.removeEventListener('pointerdown', down, { capture: true });
  };
}
