import { Menu } from '@mantine/core';
import { IconHandFinger } from '@tabler/icons-react';
import { annotationKinds, type AnnotationKind } from '../../../../domain/annotation.ts';
import type { Point } from '../../../../domain/drawing/placement.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { MenuAt } from './MenuAt.tsx';
import { annotationIcons } from '../annotations/annotation-icons.tsx';

const text = messages.additions;

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
    <MenuAt x={place.x} y={place.y} width={260} onClose={onClose}>
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
    </MenuAt>
  );
}
