import type {
  Annotation,
  AnnotationColour,
  AnnotationKind,
} from '../../../../domain/annotation.ts';
import type { Point } from '../../../../domain/drawing/placement.ts';
import { neutral, swatches, type Swatch } from '../../board/swatches.ts';

const annotationSwatches: Readonly<Record<AnnotationColour, Swatch>> = {
  grey: neutral,
  blue: swatches.blue,
  red: swatches.red,
  green: swatches.green,
  gold: swatches.gold,
};

/** An annotation in pixels of the stage, y downwards. */
export interface StageAnnotation {
  kind: AnnotationKind;
  from: Point;
  to: Point;
  text: string;
  colour: Swatch;
}

export function onStage(annotation: Annotation, toStage: (place: Point) => Point): StageAnnotation {
  const { kind, text, colour } = annotation;
  const placed = ([x, y]: readonly [number, number]) => toStage({ x, y });
  const from = placed(annotation.from);
  const to = annotation.kind === 'text' ? from : placed(annotation.to);
  return { kind, from, to, text, colour: annotationSwatches[colour] };
}

/** The box between two corners. */
export function boxOf({ from, to }: Pick<StageAnnotation, 'from' | 'to'>) {
  return {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    width: Math.abs(to.x - from.x),
    height: Math.abs(to.y - from.y),
  };
}

/** Where its words stand, and from which side they are set. */
export function wordsAt(one: StageAnnotation): Point & { anchor: 'start' | 'middle' } {
  const { from, to, kind } = one;
  const box = boxOf(one);
  switch (kind) {
    case 'text':
      return { ...from, anchor: 'start' };
    case 'arrow':
      return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 - 6, anchor: 'middle' };
    case 'rectangle':
      return { x: box.x + 8, y: box.y + 17, anchor: 'start' };
    case 'ellipse':
      return { x: box.x + box.width / 2, y: box.y - 6, anchor: 'middle' };
  }
}

/** The head of an arrow as three points. */
export function headOf({ from, to }: StageAnnotation): [Point, Point, Point] {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const side = (by: number): Point => ({
    x: to.x - dx * 12 - dy * by,
    y: to.y - dy * 12 + dx * by,
  });
  return [to, side(5), side(-5)];
}

/** Words of an annotation are 14 pixels high, those of a text by itself more. */
export function sizeOf({ kind }: Pick<StageAnnotation, 'kind'>): number {
  return kind === 'text' ? 16 : 13;
}

/** Moved, in the graph's coordinates. */
export function movedBy(annotation: Annotation, by: Point): Annotation {
  const moved = ([x, y]: readonly [number, number]): [number, number] => [x + by.x, y + by.y];
  return annotation.kind === 'text'
    ? { ...annotation, from: moved(annotation.from) }
    : { ...annotation, from: moved(annotation.from), to: moved(annotation.to) };
}

/** With its other corner, or its head, moved; a text has none. */
export function resizedBy(annotation: Annotation, by: Point): Annotation {
  if (annotation.kind === 'text') return movedBy(annotation, by);
  const [x, y] = annotation.to;
  return { ...annotation, to: [x + by.x, y + by.y] };
}
