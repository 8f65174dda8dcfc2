import { Button, Group, NativeSelect, NumberInput, SegmentedControl, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatRef, type NodeRef } from '../../../../domain/schema/graph.ts';
import type { Flow, MoneyFlow } from '../../../../domain/views.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { useBoard, useBoardActions } from '../../workspace/board.tsx';
import { visibleNodes } from '../../board/board.ts';
import { answerTo, type Answered } from '../../provenance/asking.ts';
import { FlowDrawing } from './FlowDrawing.tsx';
import { FlowTable } from './FlowTable.tsx';
import { isPutAway, useScope } from '../scope.ts';
import { useViewAnswer } from '../view-queries.ts';
import { Answer, NoAccounts, NothingToShow, ViewRoom } from '../ViewRoom.tsx';

const text = messages.views.flow;
const common = messages.views;
const usualSteps = 4;
const mostSteps = 8;
/** More are chosen from a list. */
const mostTabs = 5;

/** Where the money goes from the accounts, over payment accounts and transfers, to where it ends. */
export default function MoneyFlowView() {
  const board = useBoard();
  const [steps, setSteps] = useState(usualSteps);
  const { asked: ofAccounts, hasAccounts, scope } = useScope();
  const payments = visibleNodes(board).filter(({ type }) => type === 'payment_account');
  const started = hasAccounts || payments.length > 0;
  const asked = {
    ...ofAccounts,
    payment_accounts: hasAccounts ? [] : payments.slice(0, 500).map(({ id }) => id),
    steps,
  };
  const answer = useViewAnswer('moneyFlow', asked, started);
  if (!started) return <NoAccounts title={text.title} />;
  const answered = [answerTo(messages.queries.asked.of.view, 'moneyFlow', asked)];
  return (
    <Answer of={answer}>
      {(data) => (
        <Flows data={data} scope={scope} answered={answered} steps={steps} onSteps={setSteps} />
      )}
    </Answer>
  );
}

interface FlowsProps {
  data: MoneyFlow;
  scope: string | false;
  answered: readonly Answered[];
  steps: number;
  onSteps: (steps: number) => void;
}

function Flows({ data, scope, answered, steps, onSteps }: FlowsProps) {
  const board = useBoard();
  const { change } = useBoardActions();
  const shown = useMemo(() => withoutPutAway(data, (ref) => isPutAway(board, ref)), [data, board]);
  const currencies = useMemo(() => currenciesOf(shown.flows), [shown.flows]);
  const [chosen, setChosen] = useState<string | null>(null);
  const currency = currencies.find((one) => one === chosen) ?? currencies[0];
  const absent = shown.nodes.filter((node) => !board.nodes.has(formatRef(node)));
  const add = () => {
    const graph = { nodes: absent, relations: shown.uses, omitted: 0 };
    change({ do: 'add', graph });
  };
  return (
    <ViewRoom
      title={text.title}
      tools={
        <>
          {currency && <Currencies all={currencies} value={currency} onChange={setChosen} />}
          <Group gap={6}>
            <Text size="xs" component="label" htmlFor="flow-steps">
              {text.steps}
            </Text>
            <NumberInput
              id="flow-steps"
              size="xs"
              w={64}
              min={1}
              max={mostSteps}
              value={steps}
              onChange={(value) =>
                typeof value === 'number' && onSteps(Math.min(mostSteps, Math.max(1, value)))
              }
            />
          </Group>
          {absent.length > 0 && (
            <Button size="compact-xs" variant="default" onClick={add}>
              {common.addToBoard(absent.length)}
            </Button>
          )}
        </>
      }
      answered={answered}
      notes={[
        scope,
        currencies.length > 1 && text.never,
        data.omitted > 0 && common.omitted(data.omitted),
      ]}
    >
      {currency ? (
        <div className="flow-room" tabIndex={0} role="group" aria-label={text.title}>
          <FlowDrawing data={shown} currency={currency} />
          <FlowTable data={shown} currency={currency} />
        </div>
      ) : (
        <NothingToShow title={text.none} />
      )}
    </ViewRoom>
  );
}

interface CurrenciesProps {
  all: readonly string[];
  value: string;
  onChange: (currency: string) => void;
}

function Currencies({ all, value, onChange }: CurrenciesProps) {
  if (all.length > mostTabs)
    return (
      <NativeSelect
        size="xs"
        aria-label={text.currency}
        data={[...all]}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  return (
    <SegmentedControl
      size="xs"
      aria-label={text.currency}
      data={[...all]}
      value={value}
      onChange={onChange}
    />
  );
}

/** The one in which most transfers were made first: sums of different ones cannot be compared. */
function currenciesOf(flows: readonly Flow[]): string[] {
  const counts = new Map<string, number>();
  for (const { currency, count, unsettled } of flows)
    counts.set(currency, (counts.get(currency) ?? 0) + count + unsettled);
  return [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1));
}

function withoutPutAway(data: MoneyFlow, isAway: (ref: string) => boolean): MoneyFlow {
  const away = (node: NodeRef) => isAway(formatRef(node));
  const awayPayment = (id: string) => away({ type: 'payment_account', id });
  return {
    ...data,
    nodes: data.nodes.filter((node) => !away(node)),
    uses: data.uses.filter(({ from, to }) => !away(from) && !away(to)),
    flows: data.flows.filter(({ from, to }) => !awayPayment(from) && !awayPayment(to)),
  };
}
