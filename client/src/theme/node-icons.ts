import type { TablerIcon } from '@tabler/icons-react';
import { icons } from 'virtual:node-icons';
import type { NodeType } from '../../../domain/schema/graph.ts';

export function iconNamed(name: NodeType['icon']): TablerIcon {
  return icons[name];
}
