import { SegmentedControl } from '@mantine/core';
import { words } from '../../../domain/words/later.ts';
import { views, type View } from '../workspace/view.ts';

const text = words.page.canvas;

export function ViewSwitch({ view, onChange }: { view: View; onChange: (view: View) => void }) {
  return (
    <SegmentedControl
      className="view-switch"
      size="xs"
      aria-label={text.view}
      value={view}
      onChange={onChange}
      data={views.map((value) => ({ value, label: words.views.names[value] }))}
    />
  );
}
