import { Button, Switch } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatRef } from '../../../../domain/schema/graph.ts';
import type { Payouts } from '../../../../domain/views.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { useBoard, useBoardActions } from '../../workspace/board.tsx';
import { answerTo, type Answered } from '../../provenance/asking.ts';
import { payoutMatrix } from './payout-order.ts';
import { PayoutGrid } from './PayoutGrid.tsx';
import { isPutAway, useScope } from '../scope.ts';
import { useViewAnswer } from '../view-queries.ts';
import { Answer, NoAccounts, NothingToShow, ViewRoom } from '../ViewRoom.tsx';

const text = messages.views.payouts;
const common = messages.views;
const mostRows = 200;
const mostColumns = 120;
const manyColumns = 40;

/** Which account is paid through which payment account, so that shared ones stand out as blocks. */
export default function PayoutsView() {
  const { asked, hasAccounts, scope } = useScope();
  const answer = useViewAnswer('payouts', asked, hasAccounts);
  if (!hasAccounts) return <NoAccounts title={text.title} />;
  const answered = [answerTo(messages.queries.asked.of.view, 'payouts', asked)];
  return (
    <Answer of={answer}>
      {(data) => <Matrix data={data} scope={scope} answered={answered} />}
    </Answer>
  );
}

interface MatrixProps {
  data: Payouts;
  scope: string | false;
  answered: readonly Answered[];
}

function Matrix({ data, scope, answered }: MatrixProps) {
  const board = useBoard();
  const { change } = useBoardActions();
  const uses = useMemo(
    () => data.uses.filter(({ to }) => !isPutAway(board, formatRef(to))),
    [data.uses, board],
  );
  const [wanted, setWanted] = useState<boolean | null>(null);
  const columnCount = new Set(uses.map(({ to }) => to.id)).size;
  const whole = useMemo(() => payoutMatrix(uses, false), [uses]);
  const anyShared = [...whole.sharedBy.values()].some((n) => n > 1);
  const sharedOnly = anyShared && (wanted ?? columnCount > manyColumns);
  const matrix = useMemo(
    () => (sharedOnly ? payoutMatrix(uses, true) : whole),
    [uses, whole, sharedOnly],
  );
  const rows = matrix.rows.slice(0, mostRows);
  const columns = matrix.columns.slice(0, mostColumns);
  const absent = data.nodes.filter(
    (node) => node.type === 'payment_account' && !board.nodes.has(formatRef(node)),
  );
  const left =
    data.omitted + (matrix.rows.length - rows.length) + (matrix.columns.length - columns.length);
  const add = () => {
    const added = new Set(absent.map(formatRef));
    const relations = data.uses.filter(({ to }) => added.has(formatRef(to)));
    change({ do: 'add', graph: { nodes: absent, relations, omitted: 0 } });
  };
  return (
    <ViewRoom
      title={text.title}
      tools={
        <>
          {anyShared && (
            <Switch
              size="xs"
              label={text.sharedOnly}
              checked={sharedOnly}
              onChange={({ currentTarget }) => setWanted(currentTarget.checked)}
            />
          )}
          {absent.length > 0 && (
            <Button size="compact-xs" variant="default" onClick={add}>
              {common.addToBoard(absent.length)}
            </Button>
          )}
        </>
      }
      answered={answered}
      notes={[scope, left > 0 && common.omitted(left)]}
    >
      {rows.length === 0 ? (
        <NothingToShow title={text.none} />
      ) : (
        <PayoutGrid data={data} matrix={{ ...matrix, rows, columns }} />
      )}
    </ViewRoom>
  );
}
