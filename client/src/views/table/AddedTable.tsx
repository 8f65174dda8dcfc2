import { Button } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { gradeOf, type Addition } from '../../../../domain/addition.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { authorOf } from '../../additions/AdditionDetails.tsx';
import { nameOfAddition, useOpenAddition } from '../../additions/use-open-addition.ts';
import { seenAdditions } from '../../board/additions.ts';
import type { Board } from '../../board/board.ts';
import { useBoard } from '../../workspace/board.tsx';
import { DataTable } from './DataTable.tsx';
import { textColumn, type TableColumn } from './table-columns.ts';

const text = messages.additions;
const [what, source, grade, known, writtenBy, note] = text.evidence.head;

type Added = readonly [id: string, addition: Addition];

/** What analysts added by hand and can be seen: no row of the data, and so in a table of its own. */
export function AddedTable({ choice }: { choice: ReactNode }) {
  const board = useBoard();
  const open = useOpenAddition();
  const columns = useMemo(() => columnsOn(board), [board]);
  return (
    <DataTable
      title={text.list}
      answered={[]}
      what={choice}
      columns={columns}
      rows={seenAdditions(board)}
      keyOf={([id]) => id}
      cell={(row, key, says) =>
        key === 'what' ? (
          <Button size="compact-sm" variant="subtle" className="wraps" onClick={() => open(...row)}>
            {says}
          </Button>
        ) : (
          says
        )
      }
    />
  );
}

function columnsOn(board: Board): TableColumn<Added>[] {
  return [
    textColumn('what', what, ([, one]) => nameOfAddition(board, one)),
    textColumn('source', source, ([, one]) => one.source),
    textColumn('grade', grade, ([, one]) => gradeOf(one)),
    textColumn('known', known, ([, one]) => one.known),
    textColumn('by', writtenBy, ([, one]) => authorOf(one)),
    textColumn('note', note, ([, one]) => one.note),
  ];
}
