import type { Annotation } from '../../../../domain/annotation.ts';
import type { Point } from '../../../../domain/drawing/placement.ts';
import { isContext } from '../../../../domain/standing.ts';
import { captionOfBundle } from '../../board/edge-groups.ts';
import { onStage } from '../drawn/annotation-shapes.ts';
import type { DrawnGraph } from '../drawn/drawn-graph.ts';
import { isDashed, lineWidth, ringOf } from '../drawn/graph-styles.ts';
import type { Size } from '../drawn/stage-size.ts';
import type { LabelChooser } from './label-chooser.ts';
import { shortened } from './stage-geometry.ts';
import type { Scene } from './vector-picture.ts';

/** Where and how large things stand on the stage, in pixels. */
interface Stage {
  size: Size;
  toStage: (place: Point) => Point;
  radiusOf: (ref: string) => number;
}

/** What is drawn as it stands, for a picture that is made of shapes. */
export function sceneOf(
  graph: DrawnGraph,
  labels: Pick<LabelChooser, 'nameOf' | 'writtenOf'>,
  annotations: Iterable<Annotation>,
  { size, toStage, radiusOf }: Stage,
): Scene {
  const placeOf = (ref: string) => toStage(graph.getNodeAttributes(ref));
  return {
    ...size,
    annotations: [...annotations].map((one) => onStage(one, toStage)),
    nodes: graph.mapNodes((ref, drawn) => ({
      ...placeOf(ref),
      shape: drawn.shape,
      colour: drawn.colour,
      group: drawn.members.length > 0,
      label: labels.nameOf(ref, drawn),
      side: labels.writtenOf(ref)?.side ?? null,
      radius: radiusOf(ref),
      score: ringOf(drawn.node),
      context: isContext(drawn.node) || drawn.outside,
      added: drawn.added !== null,
    })),
    lines: graph.mapEdges((_key, { bundle, faint, context }, from, to) => ({
      ...shortened(placeOf(from), placeOf(to), radiusOf(from), radiusOf(to)),
      width: lineWidth(bundle),
      derived: isDashed(bundle),
      faint,
      context,
      added: bundle.added ? captionOfBundle(bundle) : null,
    })),
  };
}
