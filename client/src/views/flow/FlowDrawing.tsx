import { useElementSize } from '@mantine/hooks';
import { useMemo } from 'react';
import { formatRef, parseRef, type NodeRef } from '../../../../domain/schema/graph.ts';
import type { MoneyFlow } from '../../../../domain/views.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { useMark, useMarks } from '../../workspace/marks.tsx';
import { useSelect, useSelection } from '../../workspace/selection.tsx';
import { toggledMark } from '../../board/marks.ts';
import { money } from '../../theme/amounts.ts';
import {
  backPath,
  bandPath,
  flowLayout,
  type Band,
  type Box,
  type FlowLayout,
} from './flow-layout.ts';
import { shortened } from '../shortened.ts';

const text = messages.views.flow;
const rowHeight = 30;
const leastHeight = 160;

interface FlowDrawingProps {
  data: MoneyFlow;
  currency: string;
}

/** The flows of one currency, as wide as their amounts. */
export function FlowDrawing({ data, currency }: FlowDrawingProps) {
  const { ref, width } = useElementSize();
  const { selected } = useSelection();
  const height = useMemo(() => heightFor(data, currency), [data, currency]);
  const layout = useMemo(
    () => (width > 0 ? flowLayout(data, currency, { width: Math.max(width, 560), height }) : null),
    [data, currency, width, height],
  );
  const names = useMemo(
    () => new Map(data.nodes.map((node) => [formatRef(node), node.caption])),
    [data.nodes],
  );
  const nameOf = (node: string) => names.get(node) ?? parseRef(node)?.id ?? node;
  return (
    <div ref={ref} className="flow-drawing">
      {layout && layout.boxes.length === 0 && <p className="faint">{text.noneIn(currency)}</p>}
      {layout && layout.boxes.length > 0 && (
        <svg
          width={layout.width}
          height={layout.height}
          role="group"
          aria-label={text.described(layout.bands.filter(({ flow }) => flow).length, currency)}
        >
          <Bands layout={layout} nameOf={nameOf} selected={selected} />
          {layout.boxes.map((box) => (
            <Node
              key={box.ref}
              box={box}
              name={nameOf(box.ref)}
              note={noteOf(box, data, currency)}
              layout={layout}
            />
          ))}
        </svg>
      )}
      {layout && layout.boxes.length > 0 && <Key layout={layout} />}
    </div>
  );
}

/** So that the fullest layer has room: at most as many nodes as there are payees. */
function heightFor({ flows, uses }: MoneyFlow, currency: string): number {
  const payees = new Set(flows.filter((flow) => flow.currency === currency).map(({ to }) => to));
  const accounts = new Set(uses.map(({ from }) => from.id));
  const fullest = Math.max(Math.min(payees.size, 60), accounts.size);
  return Math.max(leastHeight, fullest * rowHeight);
}

interface BandsProps {
  layout: FlowLayout;
  nameOf: (ref: string) => string;
  selected: string | null;
}

function Bands({ layout, nameOf, selected }: BandsProps) {
  const touches = ({ from, to }: { from: Box; to: Box }) =>
    selected === from.ref || selected === to.ref;
  return (
    <g fill="none" aria-hidden>
      {layout.bands.map((band) => (
        <path
          key={band.key}
          className={band.flow ? 'flow-band' : 'flow-use'}
          data-here={touches(band) || undefined}
          d={bandPath(band)}
          strokeWidth={band.flow ? band.width : 1.5}
        >
          <title>{titleOf(band, nameOf)}</title>
        </path>
      ))}
      {layout.back.map(({ flow, from, to }) => (
        <path
          key={`${flow.from} ${flow.to}`}
          className="flow-back"
          data-here={touches({ from, to }) || undefined}
          d={backPath({ from, to }, layout.height)}
        >
          <title>
            {`${text.back}: ${text.flow(nameOf(from.ref), nameOf(to.ref), money(flow.amount, flow.currency), flow.count)}`}
          </title>
        </path>
      ))}
    </g>
  );
}

function titleOf({ flow, from, to }: Band, nameOf: (ref: string) => string): string {
  if (!flow) return `${nameOf(from.ref)} ${text.uses} ${nameOf(to.ref)}`;
  const { amount, currency, count, unsettled } = flow;
  const says = text.flow(nameOf(from.ref), nameOf(to.ref), money(amount, currency), count);
  return unsettled > 0 ? `${says}\n${text.unsettled(unsettled)}` : says;
}

function noteOf(box: Box, data: MoneyFlow, currency: string): string | null {
  const node = parseRef(box.ref);
  if (node?.type !== 'payment_account') return null;
  const degree = data.not_followed[node.id];
  if (degree !== undefined) return text.notFollowed(degree);
  // In another currency it may go on.
  const goesOn = data.flows.some(({ from, amount }) => from === node.id && amount > 0);
  return box.final && !goesOn
    ? `${text.final}: ${money(receivedBy(node, data, currency), currency)}`
    : null;
}

function receivedBy({ id }: NodeRef, { flows }: MoneyFlow, currency: string): number {
  return flows
    .filter((flow) => flow.to === id && flow.currency === currency)
    .reduce((sum, { amount }) => sum + amount, 0);
}

interface NodeProps {
  box: Box;
  name: string;
  note: string | null;
  layout: FlowLayout;
}

/** A node with its label on the side that has room. */
function Node({ box, name, note, layout }: NodeProps) {
  const { selected } = useSelection();
  const { select } = useSelect();
  const marks = useMarks();
  const mark = useMark();
  const { ref, x0, x1, y0, y1 } = box;
  const right = x0 < layout.width / 2;
  const x = right ? x1 + 5 : x0 - 5;
  const y = (y0 + y1) / 2;
  return (
    <g
      className={`flow-node ${ref.startsWith('account:') ? 'of-account' : ''}`}
      role="button"
      tabIndex={0}
      aria-label={
        note === null ? shortened(name, 26) : `${shortened(name, 26)} ${shortened(note, 40)}`
      }
      aria-pressed={selected === ref}
      data-marked={marks.has(ref) || undefined}
      onClick={({ shiftKey }) => (shiftKey ? mark(toggledMark(marks, ref)) : select(ref))}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        if (event.key === ' ') mark(toggledMark(marks, ref));
        else select(ref);
      }}
    >
      <title>{note === null ? `${name} · ${ref}` : `${name} · ${ref}\n${note}`}</title>
      <rect x={x0} y={y0} width={x1 - x0} height={Math.max(3, y1 - y0)} rx={2} />
      <text
        x={x}
        y={y}
        dy={note === null ? '0.35em' : '-0.1em'}
        textAnchor={right ? 'start' : 'end'}
      >
        {shortened(name, 26)}
      </text>
      {note !== null && (
        <text className="note" x={x} y={y} dy="1.05em" textAnchor={right ? 'start' : 'end'}>
          {shortened(note, 40)}
        </text>
      )}
    </g>
  );
}

function Key({ layout }: { layout: FlowLayout }) {
  return (
    <p className="flow-key faint">
      {text.usesHint} {layout.back.length > 0 && `${text.backHint}. `}
      {layout.minor > 0 && `${text.minor(layout.minor)}.`}
    </p>
  );
}
