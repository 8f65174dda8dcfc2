import { useMemo } from 'react';
import { formatRef, type NodeRef } from '../../../../domain/schema/graph.ts';
import type { Payouts } from '../../../../domain/views.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { useBoard } from '../../workspace/board.tsx';
import { useMark, useMarks } from '../../workspace/marks.tsx';
import { useSelect, useSelection } from '../../workspace/selection.tsx';
import { toggledMark } from '../../board/marks.ts';
import { day } from '../../theme/formats.ts';
import { cellKey } from '../cell-key.ts';
import type { PayoutCell, PayoutMatrix } from './payout-order.ts';
import { useGrid } from '../use-grid.ts';

const text = messages.views.payouts;

const accountRef = (id: string) => formatRef({ type: 'account', id });
const paymentRef = (id: string) => formatRef({ type: 'payment_account', id });

interface PayoutGridProps {
  data: Payouts;
  matrix: PayoutMatrix;
}

export function PayoutGrid({ data, matrix }: PayoutGridProps) {
  const board = useBoard();
  const { selected } = useSelection();
  const { select } = useSelect();
  const marks = useMarks();
  const mark = useMark();
  const { rows, columns, cells, sharedBy } = matrix;
  const captions = useMemo(
    () => new Map(data.nodes.map((node) => [formatRef(node), node.caption])),
    [data.nodes],
  );
  const nameOf = (ref: string) => captions.get(ref) ?? ref.slice(ref.indexOf(':') + 1);
  const span = useMemo(() => wholeOf(data), [data]);
  const shared = columns.filter((id) => sharedBy.get(id)! > 1).length;
  const size = { row: rows.length, column: columns.length };
  const { grid, onKeyDown, cell } = useGrid(size, (at, { key, shiftKey }) => {
    const [account, payment] = [accountRef(rows[at.row]!), paymentRef(columns[at.column]!)];
    if (key === ' ') {
      const both = [account, payment];
      mark(
        both.every((ref) => marks.has(ref))
          ? [...marks].filter((ref) => !both.includes(ref))
          : [...marks, ...both],
      );
    } else select(shiftKey ? payment : account);
  });
  return (
    <div className="matrix-scroll">
      <table
        ref={grid}
        role="grid"
        className="matrix payouts"
        aria-label={text.described(rows.length, columns.length, shared)}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col" className="corner">
              <Key />
            </th>
            {columns.map((id) => (
              <th
                key={id}
                scope="col"
                className={sharedBy.get(id)! > 1 ? 'shared' : ''}
                data-here={selected === paymentRef(id) || undefined}
                data-marked={marks.has(paymentRef(id)) || undefined}
              >
                <button
                  type="button"
                  tabIndex={-1}
                  className="column-head"
                  title={`${nameOf(paymentRef(id))} · ${id}`}
                  onClick={(event) =>
                    event.shiftKey
                      ? mark(toggledMark(marks, paymentRef(id)))
                      : select(paymentRef(id))
                  }
                >
                  <strong>{nameOf(paymentRef(id))}</strong>
                  <span>
                    {text.users(data.users[id] ?? 0, data.accounts)}
                    {!board.nodes.has(paymentRef(id)) && `, ${messages.views.notOnBoard}`}
                  </span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((id, row) => (
            <tr key={id} data-here={selected === accountRef(id) || undefined}>
              <th scope="row" data-marked={marks.has(accountRef(id)) || undefined}>
                <button
                  type="button"
                  tabIndex={-1}
                  title={`${nameOf(accountRef(id))} · ${id}`}
                  onClick={(event) =>
                    event.shiftKey
                      ? mark(toggledMark(marks, accountRef(id)))
                      : select(accountRef(id))
                  }
                >
                  {nameOf(accountRef(id))}
                </button>
              </th>
              {columns.map((column, at) => {
                const found = cells.get(cellKey(id, column));
                const says = found ? whatOf(found) : text.notUsed;
                return (
                  <td
                    key={column}
                    {...cell(row, at)}
                    className={classOf(found, sharedBy.get(column)! > 1)}
                    data-here={selected === paymentRef(column) || undefined}
                    title={
                      found && `${nameOf(accountRef(id))} – ${nameOf(paymentRef(column))}\n${says}`
                    }
                    aria-label={text.cell(nameOf(accountRef(id)), nameOf(paymentRef(column)), says)}
                    onClick={({ shiftKey }) =>
                      select(shiftKey ? paymentRef(column) : accountRef(id))
                    }
                  >
                    {found && <TimeBar cell={found} span={span} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Key() {
  return (
    <ul className="matrix-key">
      <li>
        <i className="used payout" /> {text.legend.payout}
      </li>
      <li>
        <i className="used funding" /> {text.legend.funding}
      </li>
      <li>
        <i className="used shared" /> {text.legend.shared}
      </li>
    </ul>
  );
}

interface Stretch {
  from: number;
  to: number;
}

/** From the first to the last use of any: what the bars in the cells are drawn along. */
function wholeOf({ uses }: Payouts): Stretch | null {
  const times = uses.map(stretchOf).filter((one) => one !== null);
  if (times.length === 0) return null;
  return {
    from: Math.min(...times.map(({ from }) => from)),
    to: Math.max(...times.map(({ to }) => to)),
  };
}

function stretchOf({ values, at }: Payouts['uses'][number]): Stretch | null {
  const from = Date.parse(textOf(values['first_used_at']) ?? at ?? '');
  const to = Date.parse(textOf(values['last_used_at']) ?? '');
  if (Number.isNaN(from)) return null;
  return { from, to: Number.isNaN(to) ? from : to };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** When it was used, along the time of all uses. */
function TimeBar({ cell, span }: { cell: PayoutCell; span: Stretch | null }) {
  const length = span ? span.to - span.from : 0;
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden>
      {cell.uses.map((use) => {
        const time = stretchOf(use);
        if (!span || !time || length === 0) return <rect key={use.key} width={100} height={10} />;
        const start = ((time.from - span.from) / length) * 100;
        const width = Math.max(5, ((time.to - time.from) / length) * 100);
        return <rect key={use.key} x={Math.min(start, 95)} width={width} height={10} />;
      })}
    </svg>
  );
}

function purposeOf({ values }: NodeUse): string {
  const { purpose } = values;
  if (purpose === 'payout') return text.payout;
  return purpose === 'funding' ? text.funding : messages.page.empty;
}

type NodeUse = PayoutCell['uses'][number] & { to: NodeRef };

function whatOf({ uses }: PayoutCell): string {
  return uses
    .map((use) => {
      const [first, last] = [
        textOf(use.values['first_used_at']) ?? use.at,
        textOf(use.values['last_used_at']),
      ];
      return text.purpose(purposeOf(use), messages.page.dates(day(first), day(last ?? first)));
    })
    .join('; ');
}

function classOf(cell: PayoutCell | undefined, shared: boolean): string {
  if (!cell) return '';
  const funding = cell.uses.every(({ values }) => values['purpose'] === 'funding');
  return `used ${funding ? 'funding' : 'payout'}${shared ? ' shared' : ''}`;
}
