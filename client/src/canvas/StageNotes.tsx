import { Button, Text } from '@mantine/core';
import { words } from '../../../domain/words/index.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { RejectedNote } from '../judgements/RejectedNote.tsx';
import { dayAndTime } from '../theme/formats.ts';
import type { Board } from './board.ts';
import { MarkedBar } from './MarkedBar.tsx';
import type { View } from './views.ts';

const text = words.page.canvas;
const known = words.views.known;
const manyNodes = 5_000;

/** What the canvas does not show, and what to do about it. */
export function StageNotes(props: { many: number; view: View; onTable: () => void }) {
  const { board, change } = useWorkspace();
  return (
    <div className="stage-notes">
      <MarkedBar />
      <KnownRemark />
      {props.many > manyNodes && props.view === 'graph' && (
        <Remark says={text.many(props.many)} action={text.useTable} onAction={props.onTable} />
      )}
      {board.nodes.size > 1 && board.relations.size === 0 && <Remark says={text.noRelations} />}
      {board.omitted > 0 && <Remark says={text.omitted(board.omitted)} />}
      <RejectedNote />
      {board.hidden.size > 0 && (
        <Remark
          says={saysHidden(board)}
          action={text.unhide}
          onAction={() => change({ do: 'unhide' })}
        />
      )}
    </div>
  );
}

/** Whose knowledge is shown, when it is not today's. */
function KnownRemark() {
  const { board, change } = useWorkspace();
  const { knownOn, relations } = board;
  if (knownOn === null) return null;
  const inferred = [...relations.values()].filter(({ derived }) => derived).length;
  const when = dayAndTime(knownOn);
  const says = known.note(when) + (inferred > 0 ? ` ${known.inferred(inferred)}` : '');
  return (
    <Remark says={says} action={known.back} onAction={() => change({ do: 'known', on: null })} />
  );
}

function saysHidden({ hidden, leaves }: Board): string {
  const linkNobody = [...leaves].filter((ref) => hidden.has(ref)).length;
  if (linkNobody === 0) return text.hidden(hidden.size);
  const others = hidden.size - linkNobody;
  return others > 0
    ? `${text.leaves(linkNobody)} ${text.hiddenToo(others)}`
    : text.leaves(linkNobody);
}

function Remark(props: { says: string; action?: string; onAction?: () => void }) {
  return (
    <div className="remark">
      <Text size="xs">{props.says}</Text>
      {props.action && (
        <Button size="compact-xs" variant="subtle" onClick={props.onAction}>
          {props.action}
        </Button>
      )}
    </div>
  );
}
