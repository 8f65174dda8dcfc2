import { SegmentedControl } from '@mantine/core';
import { words } from '../../../domain/words/index.ts';

const text = words.page.canvas;

export type View = 'graph' | 'table';

export function ViewSwitch({ view, onChange }: { view: View; onChange: (view: View) => void }) {
  return (
    <SegmentedControl
      className="view-switch"
      size="xs"
      aria-label={text.view}
      value={view}
      onChange={(value) => onChange(value === 'table' ? 'table' : 'graph')}
      data={[
        { value: 'graph', label: text.graph },
        { value: 'table', label: text.table },
      ]}
    />
  );
}
