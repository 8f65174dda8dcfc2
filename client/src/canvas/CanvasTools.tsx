import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowsMaximize,
  IconMinus,
  IconPhotoDown,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlus,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { GraphNode, GraphRelation } from '../../../domain/answers.ts';
import { words } from '../../../domain/words/index.ts';
import { announceProblem } from '../app/announce-problem.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { dayAndTime } from '../theme/formats.ts';
import { useScheme } from '../theme/scheme.ts';
import { typesShown } from './Legend.tsx';
import { pictureOf, save } from './picture.ts';
import type { GraphControls } from './use-graph-view.ts';

const text = words.page.canvas;

interface CanvasToolsProps {
  controls: GraphControls;
  nodes: readonly GraphNode[];
  relations: readonly GraphRelation[];
}

export function CanvasTools({ controls, nodes, relations }: CanvasToolsProps) {
  const { view, running, stop, layOut } = controls;
  const savePicture = useSavePicture(controls, nodes, relations);
  return (
    <div className="tools" role="toolbar" aria-label={text.title}>
      <UndoTools />
      <Tool label={text.zoomIn} onClick={() => view.current?.zoom('in')}>
        <IconPlus size={18} />
      </Tool>
      <Tool label={text.zoomOut} onClick={() => view.current?.zoom('out')}>
        <IconMinus size={18} />
      </Tool>
      <Tool label={text.fit} onClick={() => view.current?.fit()}>
        <IconArrowsMaximize size={17} />
      </Tool>
      <Tool label={running ? text.pause : text.resume} onClick={running ? stop : layOut}>
        {running ? <IconPlayerPause size={17} /> : <IconPlayerPlay size={17} />}
      </Tool>
      <Tool label={text.picture} onClick={savePicture}>
        <IconPhotoDown size={18} />
      </Tool>
    </div>
  );
}

function UndoTools() {
  const { change, canUndo, canRedo, announce } = useWorkspace();
  const step = (direction: 'undo' | 'redo') => {
    change({ do: direction });
    announce(direction === 'undo' ? text.undone : text.redone);
  };
  return (
    <>
      <Tool label={text.undo} disabled={!canUndo} onClick={() => step('undo')}>
        <IconArrowBackUp size={18} />
      </Tool>
      <Tool label={text.redo} disabled={!canRedo} onClick={() => step('redo')}>
        <IconArrowForwardUp size={18} />
      </Tool>
    </>
  );
}

interface ToolProps {
  label: string;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function Tool(props: ToolProps) {
  return (
    <Tooltip label={props.label} position="left">
      <ActionIcon
        variant="default"
        size={32}
        aria-label={props.label}
        disabled={props.disabled ?? false}
        onClick={props.onClick}
      >
        {props.children}
      </ActionIcon>
    </Tooltip>
  );
}

function useSavePicture(
  { view }: GraphControls,
  nodes: readonly GraphNode[],
  relations: readonly GraphRelation[],
): () => void {
  const { subject } = useWorkspace();
  const scheme = useScheme();
  return () => {
    const drawing = view.current?.picture();
    if (!drawing || subject.kind === 'start') return;
    const when = dayAndTime(new Date().toISOString());
    const caption = text.caption(subject.id, nodes.length, relations.length, when);
    const types = typesShown(nodes).map(({ type }) => type);
    pictureOf(drawing, scheme, { caption, types })
      .then((png) => save(png, `skein-${subject.id.replaceAll(/[^\w.-]+/g, '-')}.png`))
      .catch(announceProblem);
  };
}
