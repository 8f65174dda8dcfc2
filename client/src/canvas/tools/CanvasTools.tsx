import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowsMaximize,
  IconHandFinger,
  IconMinus,
  IconPencilPlus,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlus,
  IconTimeline,
  IconZoomCode,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { annotationKinds, type AnnotationKind } from '../../../../domain/annotation.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { useBoardActions, useUndo } from '../../workspace/board.tsx';
import { useSubject } from '../../workspace/opened.tsx';
import { useAnnounce } from '../../news/announcements.tsx';
import { GroupMenu } from '../../groups/GroupMenu.tsx';
import { LayoutMenu } from '../../layouts/LayoutMenu.tsx';
import type { Layouts } from '../../layouts/use-layouts.ts';
import { answersOfGraph, showHowAnswered } from '../../provenance/asking.ts';
import { ToolMenu } from '../../ui/ToolMenu.tsx';
import { annotationIcons } from '../annotations/annotation-icons.tsx';
import { SaveMenu } from './SaveMenu.tsx';
import { SelectMenu } from './SelectMenu.tsx';
import type { GraphControls } from '../render/use-graph-view.ts';

const text = messages.page.canvas;

interface CanvasToolsProps {
  controls: GraphControls;
  layouts: Layouts;
  /** Whether the timeline shows. */
  timed: boolean;
  onTimed: () => void;
  onAdd: () => void;
  onAnnotate: (kind: AnnotationKind) => void;
}

export function CanvasTools(props: CanvasToolsProps) {
  const { controls, layouts, timed, onTimed, onAdd, onAnnotate } = props;
  const { view, running, stop } = controls;
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
      <Tool
        label={running ? text.pause : text.resume}
        onClick={running ? stop : () => layouts.layOut('force')}
      >
        {running ? <IconPlayerPause size={17} /> : <IconPlayerPlay size={17} />}
      </Tool>
      <Tool label={timed ? text.timelineOff : text.timelineOn} onClick={onTimed}>
        <IconTimeline size={18} />
      </Tool>
      <HowDrawn />
      <LayoutMenu layouts={layouts} />
      <SelectMenu />
      <GroupMenu />
      <Tool label={messages.additions.add} onClick={onAdd}>
        <IconHandFinger size={18} />
      </Tool>
      <ToolMenu label={messages.additions.annotate} icon={<IconPencilPlus size={18} />} width={220}>
        {annotationKinds.map((kind) => (
          <Menu.Item
            key={kind}
            leftSection={annotationIcons[kind]}
            onClick={() => onAnnotate(kind)}
          >
            {messages.additions.annotations[kind]}
          </Menu.Item>
        ))}
      </ToolMenu>
      <SaveMenu controls={controls} />
    </div>
  );
}

function HowDrawn() {
  const subject = useSubject();
  const answered = answersOfGraph(subject);
  if (answered.length === 0) return null;
  return (
    <Tool label={messages.queries.asked.title} onClick={() => showHowAnswered(answered)}>
      <IconZoomCode size={18} />
    </Tool>
  );
}

function UndoTools() {
  const { change } = useBoardActions();
  const { canUndo, canRedo } = useUndo();
  const announce = useAnnounce();
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
