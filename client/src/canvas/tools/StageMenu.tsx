import { Menu } from '@mantine/core';
import { IconHandFinger } from '@tabler/icons-react';
import { annotationKinds, type AnnotationKind } from '../../../../domain/annotation.ts';
import type { Point } from '../../../../domain/drawing/placement.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { annotationIcons } from '../annotations/annotation-icons.tsx';

const text = messages.additions;
/** Not `keydown`: the very stroke that opens the menu would close it. */
const pointerDown = ['mousedown', 'touchstart'];

export interface StagePlace {
  /** In pixels of the window. */
  x: number;
  y: number;
  /** The same place in the graph. */
  at: Point;
}

interface StageMenuProps {
  place: StagePlace | null;
  onAdd: (at: Point) => void;
  onAnnotate: (kind: AnnotationKind, at: Point) => void;
  onClose: () => void;
}

/** What can be put where nothing is drawn. */
export function StageMenu({ place, onAdd, onAnnotate, onClose }: StageMenuProps) {
  if (!place) return null;
  return (
    <Menu
      opened
      onChange={onClose}
      position="right-start"
      shadow="md"
      width={260}
      hideDetached={false}
      clickOutsideEvents={pointerDown}
    >
      <Menu.Target>
        <span className="menu-anchor" style={{ left: place.x, top: place.y }} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconHandFinger size={16} />} onClick={() => onAdd(place.at)}>
          {text.addHere}
        </Menu.Item>
        <Menu.Label>{text.annotateHere}</Menu.Label>
        {annotationKinds.map((kind) => (
          <Menu.Item
            key={kind}
            leftSection={annotationIcons[kind]}
            onClick={() => onAnnotate(kind, place.at)}
          >
            {text.annotations[kind]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
