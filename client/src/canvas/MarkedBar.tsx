import { Button, Text } from '@mantine/core';
import { words } from '../../../domain/words/index.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { MergeAction } from '../judgements/MergeAction.tsx';
import { inverted, visibleMarks, withNeighbours } from './marks.ts';
import { useDismiss } from './use-dismiss.ts';

const text = words.page.marks;

/** What can be done with everything that is marked; nothing while nothing is. */
export function MarkedBar() {
  const { board, marks, mark, expand } = useWorkspace();
  const dismiss = useDismiss();
  const marked = visibleMarks(board, marks);
  if (marked.length === 0) return null;
  const actions: [string, () => void][] = [
    [text.neighbours, () => mark(withNeighbours(board, marks))],
    [text.invert, () => mark(inverted(board, marks))],
    [text.expand, () => void expand(marked)],
    [text.hide, () => dismiss(marked)],
    [text.hideOthers, () => dismiss(inverted(board, marks))],
    [text.clear, () => mark([])],
  ];
  return (
    <div className="remark" role="group" aria-label={text.title}>
      <Text size="xs" className="nowrap">
        {text.count(marked.length)}
      </Text>
      {actions.map(([label, act]) => (
        <Button key={label} size="compact-xs" variant="subtle" onClick={act}>
          {label}
        </Button>
      ))}
      <MergeAction marked={marked} />
    </div>
  );
}
