import { SegmentedControl } from '@mantine/core';
import { messages } from '../../../domain/messages/later.ts';
import type { View } from '../views/define-view.ts';
import { views } from './views.ts';

const text = messages.page.canvas;

interface ViewSwitchProps {
  view: View;
  onChange: (id: string) => void;
}

export function ViewSwitch({ view, onChange }: ViewSwitchProps) {
  return (
    <SegmentedControl
      className="view-switch"
      size="xs"
      aria-label={text.view}
      value={view.id}
      onChange={onChange}
      data={views.map(({ id }) => ({ value: id, label: messages.views.names[id] }))}
    />
  );
}
