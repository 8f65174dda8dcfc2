import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { messages } from '../../../../domain/messages/later.ts';
import { useBoard, useBoardActions } from '../../workspace/board.tsx';
import { useMark, useMarks } from '../../workspace/marks.tsx';
import { ExportButton } from '../../evidence/ExportButton.tsx';
import { GroupDialog } from '../../groups/GroupDialog.tsx';
import { MergeAction } from '../../judgements/MergeAction.tsx';
import { PathBetween } from '../../paths/PathBetween.tsx';
import { useAskLikeThese } from '../../queries/use-ask-like-these.ts';
import { inverted, withNeighbours } from '../../board/marks.ts';
import { useCompare } from '../../workspace/use-compare.ts';
import { useDismiss } from '../../workspace/use-dismiss.ts';

const text = messages.page.marks;

/** What can be done with everything that is marked. */
export function MarkedBar({ marked }: { marked: readonly string[] }) {
  const board = useBoard();
  const marks = useMarks();
  const mark = useMark();
  const { expand } = useBoardActions();
  const [naming, setNaming] = useState(false);
  const dismiss = useDismiss();
  const compare = useCompare();
  const askLike = useAskLikeThese();
  const [one, other, ...more] = marked;
  const comparable = [one, other].every((ref) => ref?.startsWith('account:')) && more.length === 0;
  const actions: [string, () => void][] = [
    ...(comparable
      ? [[messages.page.canvas.compare, () => void compare(one!, other!)] as [string, () => void]]
      : []),
    [text.neighbours, () => mark(withNeighbours(board, marks))],
    [text.invert, () => mark(inverted(board, marks))],
    [text.expand, () => void expand(marked)],
    [text.hide, () => dismiss(marked)],
    [text.hideOthers, () => dismiss(inverted(board, marks))],
    ...(marked.length > 1
      ? ([
          [messages.looks.groups.group, () => setNaming(true)],
          [messages.patternDrawing.like.ask, () => askLike(marked)],
        ] satisfies [string, () => void][])
      : []),
    [text.clear, () => mark([])],
  ];
  return (
    <div className="remark marked-bar" role="group" aria-label={text.title}>
      <Text size="xs" className="nowrap">
        {text.count(marked.length)}
      </Text>
      {actions.map(([label, act]) => (
        <Button key={label} size="compact-xs" variant="subtle" onClick={act}>
          {label}
        </Button>
      ))}
      <MergeAction marked={marked} />
      <PathBetween marked={marked} />
      <ExportButton of={{ nodes: [...marked] }} title={text.count(marked.length)} slight />
      {naming && <GroupDialog onClose={() => setNaming(false)} />}
    </div>
  );
}
