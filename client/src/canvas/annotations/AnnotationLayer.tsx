import {
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type PointerEvent,
} from 'react';
import type { Annotation } from '../../../../domain/annotation.ts';
import type { Point } from '../../../../domain/drawing/placement.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { useScheme } from '../../theme/scheme.ts';
import type { GraphView } from '../render/graph-view.ts';
import type { GraphControls } from '../render/use-graph-view.ts';
import { areaOpacity } from '../drawn/annotation-svg.ts';
import { AnnotationEditor } from './AnnotationEditor.tsx';
import {
  boxOf,
  headOf,
  movedBy,
  onStage,
  resizedBy,
  sizeOf,
  wordsAt,
} from '../drawn/annotation-shapes.ts';
import type { Annotations } from './use-annotations.ts';
import './annotations.css';

const text = messages.additions;

interface AnnotationLayerProps {
  controls: GraphControls;
  annotations: Annotations;
  /** What has just been added: it gets the focus. */
  fresh: string | null;
}

const menuClosesMs = 80;
/** Pixels that a stroke of an arrow key moves. */
const stroke = 10;
const strokes: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -stroke, y: 0 },
  ArrowRight: { x: stroke, y: 0 },
  ArrowUp: { x: 0, y: -stroke },
  ArrowDown: { x: 0, y: stroke },
};

/** The annotations of the board over its drawing; they move with it, and are moved, written on and removed here. */
export function AnnotationLayer(props: AnnotationLayerProps) {
  return props.annotations.all.size > 0 && <Layer {...props} />;
}

function Layer({ controls: { frames }, annotations, fresh }: AnnotationLayerProps) {
  const [chosen, setEditing] = useState<string | null>(null);
  const [written, setWritten] = useState<string | null>(null);
  // Whoever puts a text there wants to write it: what is typed would else be taken for keys of the canvas.
  const isBegun = fresh !== written && fresh !== null && isText(annotations.all.get(fresh));
  const editing = chosen ?? (isBegun ? fresh : null);
  const close = () => {
    setEditing(null);
    setWritten(editing);
  };
  const shown = useSyncExternalStore(frames.listen, frames.latest)?.view;
  if (!shown) return null;
  const edited = editing === null ? undefined : annotations.all.get(editing);
  return (
    <>
      <svg className="annotations" {...shown.size()}>
        {[...annotations.all].map(([id, annotation]) => (
          <AnnotationMark
            key={id}
            annotation={annotation}
            view={shown}
            focused={id === fresh}
            onChange={(changed) => annotations.change(id, changed)}
            onEdit={() => setEditing(id)}
            onRemove={() => annotations.remove(id)}
          />
        ))}
      </svg>
      {editing !== null && edited && (
        <AnnotationEditor
          annotation={edited}
          onDone={(changed) => {
            if (changed) annotations.change(editing, changed);
            close();
          }}
          onRemove={() => {
            annotations.remove(editing);
            close();
          }}
        />
      )}
    </>
  );
}

function isText(annotation: Annotation | undefined): boolean {
  return annotation?.kind === 'text';
}

interface AnnotationMarkProps {
  annotation: Annotation;
  view: GraphView;
  focused: boolean;
  onChange: (annotation: Annotation) => void;
  onEdit: () => void;
  onRemove: () => void;
}

function AnnotationMark(props: AnnotationMarkProps) {
  const { annotation, view, focused, onChange, onEdit, onRemove } = props;
  const scheme = useScheme();
  const element = useRef<SVGGElement>(null);
  const { dragged, grab } = useDrag(view, annotation, onChange);
  useEffect(() => {
    if (!focused) return;
    // A menu that closes hands the focus back to its button first.
    const timer = setTimeout(() => element.current?.focus(), menuClosesMs);
    return () => clearTimeout(timer);
  }, [focused]);
  const drawn = dragged ?? annotation;
  const one = onStage(drawn, (place) => view.toStage(place));
  const colour = one.colour[scheme];
  const words = wordsAt(one);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = strokes[event.key];
    if (by) onChange((event.shiftKey ? resizedBy : movedBy)(annotation, view.inGraph(by)));
    else if (event.key === 'Enter') onEdit();
    else if (event.key === 'Delete' || event.key === 'Backspace') onRemove();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <g
      ref={element}
      className="annotation"
      role="button"
      tabIndex={0}
      aria-label={text.annotationLabel(text.annotations[one.kind], one.text)}
      style={{ color: colour }}
      onKeyDown={onKeyDown}
      onDoubleClick={onEdit}
      onPointerDown={(event) => grab(event, movedBy)}
    >
      <Shape one={one} />
      {one.text !== '' && (
        <text x={words.x} y={words.y} textAnchor={words.anchor} fontSize={sizeOf(one)}>
          {one.text}
        </text>
      )}
      {one.kind !== 'text' && (
        <circle
          className="annotation-handle"
          cx={one.to.x}
          cy={one.to.y}
          r="6"
          onPointerDown={(event) => grab(event, resizedBy)}
        />
      )}
    </g>
  );
}

function Shape({ one }: { one: ReturnType<typeof onStage> }) {
  const { x, y, width, height } = boxOf(one);
  const area = { fill: 'currentColor', fillOpacity: areaOpacity, className: 'annotation-area' };
  switch (one.kind) {
    case 'rectangle':
      return <rect x={x} y={y} width={width} height={height} rx="6" {...area} />;
    case 'ellipse':
      return (
        <ellipse cx={x + width / 2} cy={y + height / 2} rx={width / 2} ry={height / 2} {...area} />
      );
    case 'arrow': {
      const head = headOf(one).map((point) => `${point.x},${point.y}`);
      const ends = { x1: one.from.x, y1: one.from.y, x2: one.to.x, y2: one.to.y };
      return (
        <>
          <line className="annotation-reach" {...ends} />
          <line className="annotation-area" {...ends} />
          <polygon points={head.join(' ')} fill="currentColor" />
        </>
      );
    }
    case 'text':
      return null;
  }
}

type Moving = typeof movedBy;

/** Follows the pointer; where it is let go is one step. */
function useDrag(
  view: GraphView,
  annotation: Annotation,
  onChange: (annotation: Annotation) => void,
) {
  const [dragged, setDragged] = useState<Annotation | null>(null);
  const grab = (event: PointerEvent, how: Moving) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    const from = { x: event.clientX, y: event.clientY };
    const at = (now: globalThis.PointerEvent) =>
      how(annotation, view.inGraph({ x: now.clientX - from.x, y: now.clientY - from.y }));
    const move = (now: globalThis.PointerEvent) => setDragged(at(now));
    const up = (now: globalThis.PointerEvent) => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      setDragged(null);
      if (Math.hypot(now.clientX - from.x, now.clientY - from.y) > 2) onChange(at(now));
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
  };
  return { dragged, grab };
}
