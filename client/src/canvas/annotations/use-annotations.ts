import type { Annotation, AnnotationKind } from '../../../../domain/annotation.ts';
import type { Point } from '../../../../domain/drawing/placement.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { newId } from '../../api/new-id.ts';
import { useAnnounce } from '../../news/announcements.tsx';
import { useBoard, useBoardActions } from '../../workspace/board.tsx';
import { useMarks } from '../../workspace/marks.tsx';
import type { GraphControls } from '../render/use-graph-view.ts';

const text = messages.additions;

/** Of what is new, in pixels of the stage; as large around marked nodes as they need. */
const fresh = { width: 220, height: 140 };
const around = 34;
const besides = 28;

/** Puts annotations on the board; each is one step, and is said. */
export function useAnnotations({ view }: GraphControls) {
  const board = useBoard();
  const marks = useMarks();
  const { change } = useBoardActions();
  const announce = useAnnounce();

  /** Around what is marked, or else at a place, or in the middle of what is seen; returns its id. */
  const add = (kind: AnnotationKind, at?: Point): string | null => {
    const drawn = view.current;
    if (!drawn) return null;
    const isArea = kind === 'rectangle' || kind === 'ellipse';
    const marked = isArea && !at ? drawn.boundsOf([...marks]) : null;
    const { width, height } = drawn.size();
    // What is put there again lies beside what was put there before.
    const lower = at ? 0 : besides * board.annotations.size;
    const middle = at ? drawn.toStage(at) : { x: width / 2, y: height / 2 + lower };
    const corners = marked
      ? [
          { x: marked.left - around, y: marked.top - around },
          { x: marked.right + around, y: marked.bottom + around },
        ]
      : [
          { x: middle.x - fresh.width / 2, y: middle.y - fresh.height / 2 },
          { x: middle.x + fresh.width / 2, y: middle.y + fresh.height / 2 },
        ];
    const [from, to] = corners.map((corner) => drawn.toGraph(corner));
    const ends = { from: asPair(from!), to: asPair(to!) };
    const place = asPair(drawn.toGraph(middle));
    const annotation: Annotation =
      kind === 'text'
        ? { kind, from: place, text: text.newText, colour: 'grey' }
        : { kind, ...ends, text: '', colour: kind === 'arrow' ? 'red' : 'blue' };
    const id = newId();
    change({ do: 'annotate', id, annotation });
    announce(text.annotationAdded(text.annotations[kind]));
    return id;
  };

  return {
    all: board.annotations,
    add,
    change: (id: string, annotation: Annotation) => change({ do: 'annotate', id, annotation }),
    remove: (id: string) => {
      change({ do: 'unannotate', id });
      announce(text.annotationRemoved);
    },
  };
}

export type Annotations = ReturnType<typeof useAnnotations>;

function asPair({ x, y }: Point): [number, number] {
  return [Math.round(x * 1_000) / 1_000, Math.round(y * 1_000) / 1_000];
}
