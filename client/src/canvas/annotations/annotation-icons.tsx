import {
  IconArrowUpRight,
  IconCircleDashed,
  IconRectangle,
  IconTextSize,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { AnnotationKind } from '../../../../domain/annotation.ts';

export const annotationIcons: Readonly<Record<AnnotationKind, ReactNode>> = {
  rectangle: <IconRectangle size={16} />,
  ellipse: <IconCircleDashed size={16} />,
  arrow: <IconArrowUpRight size={16} />,
  text: <IconTextSize size={16} />,
};
