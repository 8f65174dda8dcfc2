import { messages } from '../../../domain/messages/later.ts';
import { useBoard, useBoardActions } from '../workspace/board.tsx';
import { useMark } from '../workspace/marks.tsx';
import { useSelect, useSelection } from '../workspace/selection.tsx';
import { useAnnounce } from '../news/announcements.tsx';
import { newGroup, type NodeGroup } from '../board/node-group.ts';
import { offeredGroups, type Grouping } from './offers.ts';

const text = messages.looks.groups;

/** Grouping and opening, each one step, said aloud. */
export function useGroups() {
  const board = useBoard();
  const { change } = useBoardActions();
  const { select } = useSelect();
  const { selected } = useSelection();
  const mark = useMark();
  const announce = useAnnounce();
  const open = (keys: readonly string[]) => {
    change({ do: 'ungroup', keys });
    if (selected !== null && keys.includes(selected)) select(null);
    announce(text.opened(keys.length));
  };
  return {
    open,
    group: (name: string, members: readonly string[]) => {
      const group = newGroup(name, members);
      change({ do: 'group', groups: [group] });
      mark([]);
      select(group.key);
      announce(text.grouped(name));
    },
    groupBy: (by: Grouping) => {
      const groups = offeredGroups(board, by);
      change({ do: 'group', groups });
      announce(text.madeMany(groups.length));
    },
    rename: (group: NodeGroup, name: string) =>
      change({ do: 'group', groups: [{ ...group, name }] }),
  };
}
