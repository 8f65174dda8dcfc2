import { Table, Text } from '@mantine/core';
import { dismissalReasons } from '../../../../domain/disposition.ts';
import { outcomes, type Numbers, type PrecisionRow } from '../../../../domain/numbers.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { useDetectors } from '../../api/queries.ts';
import type { QueueFilter } from '../../triage/queue-queries.ts';
import { WideTable } from '../WideTable.tsx';
import { Figure } from './Figure.tsx';
import { NumbersCard } from './NumbersCard.tsx';
import { PrecisionBar } from './PrecisionBar.tsx';

const text = messages.numbers;
const { page } = text;

/** How often detectors are right, by what people decided. */
export function PrecisionNumbers({ numbers }: { numbers: Numbers }) {
  const heads = [
    ...[page.detector, page.precision, page.interval],
    ...outcomes.map((outcome) => text.outcomes[outcome]),
    ...[page.reopened, page.throughCluster, page.undecided],
  ];
  return (
    <NumbersCard table="precision" numbers={numbers}>
      {numbers.precision.length === 0 ? (
        <Text size="sm">{page.none}</Text>
      ) : (
        <WideTable label={text.tables.precision} heads={heads}>
          {numbers.precision.map((row) => (
            <Row key={text.version(row.detector, row.version)} row={row} period={numbers.period} />
          ))}
        </WideTable>
      )}
    </NumbersCard>
  );
}

function Row({ row, period }: { row: PrecisionRow; period: Numbers['period'] }) {
  const { detector, version, own, cluster, undecided, precision, low, high } = row;
  const title = useDetectors().data?.items.find(({ id }) => id === detector)?.title ?? detector;
  const name = text.version(title, version);
  const of: QueueFilter = { ...period, detector, version };
  const mine: QueueFilter = { ...of, counted: 'own' };
  return (
    <Table.Tr>
      <Table.Th scope="row">{name}</Table.Th>
      <Table.Td className="nowrap">
        {precision === null ? null : (
          <>
            {text.share(precision)}{' '}
            <span className="faint small">
              {text.outOf(own.confirmed, own.confirmed + own.dismissed)}
            </span>
          </>
        )}
      </Table.Td>
      <Table.Td className="nowrap">
        {precision !== null && low !== null && high !== null && (
          <>
            <PrecisionBar precision={precision} low={low} high={high} />
            <span className="small">{text.interval(text.share(low), text.share(high))}</span>
          </>
        )}
      </Table.Td>
      {outcomes.map((outcome) => (
        <Table.Td key={outcome}>
          <Figure
            of={`${name}, ${text.outcomes[outcome]}`}
            items={own[outcome]}
            list={{ ...mine, outcome }}
          />
          {outcome === 'dismissed' && <Reasons name={name} row={row} list={mine} />}
        </Table.Td>
      ))}
      <Table.Td>
        <Figure
          of={`${name}, ${page.reopened}`}
          items={own.reopened}
          list={{ ...mine, reopened: 'true' }}
        />
      </Table.Td>
      <Table.Td>
        {outcomes
          .filter((outcome) => cluster[outcome] > 0)
          .map((outcome) => (
            <div key={outcome} className="nowrap small">
              {text.outcomes[outcome]}{' '}
              <Figure
                of={`${name}, ${page.throughCluster}, ${text.outcomes[outcome]}`}
                items={cluster[outcome]}
                list={{ ...of, counted: 'cluster', outcome }}
              />
            </div>
          ))}
      </Table.Td>
      <Table.Td>
        <Figure
          of={`${name}, ${page.undecided}`}
          items={undecided}
          list={{ kind: 'finding', state: 'open', detector, version }}
        />
      </Table.Td>
    </Table.Tr>
  );
}

function Reasons({ name, row, list }: { name: string; row: PrecisionRow; list: QueueFilter }) {
  return dismissalReasons
    .filter((reason) => row.own.reasons[reason])
    .map((reason) => (
      <div key={reason} className="small faint">
        {messages.triage.reasons[reason]}{' '}
        <Figure
          of={`${name}, ${messages.triage.reasons[reason]}`}
          items={row.own.reasons[reason] ?? 0}
          list={{ ...list, outcome: 'dismissed', reason }}
        />
      </div>
    ));
}
