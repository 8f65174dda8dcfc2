import { messages } from '../../../domain/messages/later.ts';
import { useBoard } from '../workspace/board.tsx';
import { useMarks } from '../workspace/marks.tsx';
import { visibleMarks } from '../board/marks.ts';
import { NameDialog } from './NameDialog.tsx';
import { usualName } from './offers.ts';
import { useGroups } from './use-groups.ts';

const text = messages.looks.groups;

/** Groups what is marked under a name. */
export function GroupDialog({ onClose }: { onClose: () => void }) {
  const board = useBoard();
  const marks = useMarks();
  const { group } = useGroups();
  const marked = visibleMarks(board, marks);
  const nodes = marked.flatMap((ref) => board.nodes.get(ref) ?? []);
  return (
    <NameDialog
      title={text.naming}
      hint={text.namingHint}
      save={text.save}
      usual={usualName(nodes)}
      onName={(name) => group(name, marked)}
      onClose={onClose}
    />
  );
}
