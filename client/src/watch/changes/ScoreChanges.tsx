import { Table } from '@mantine/core';
import type { RunDiff } from '../../../../domain/run-diff.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { NodeLink } from '../../subject/NodeLink.tsx';
import { ScoreBar } from '../../ui/ScoreBar.tsx';
import { Card } from '../Card.tsx';
import { WideTable } from '../WideTable.tsx';

const text = messages.watch.changes;
const mostShown = 20;

/** The accounts whose score moved furthest, up or down. */
export function ScoreChanges({ accounts }: Pick<RunDiff, 'accounts'>) {
  if (accounts.length === 0) return null;
  const furthest = [...accounts]
    .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from))
    .slice(0, mostShown);
  return (
    <Card title={text.scores}>
      <WideTable label={text.scores} heads={[text.account, text.before, text.after]}>
        {furthest.map(({ account_id: id, from, to }) => (
          <Table.Tr key={id}>
            <Table.Td>
              <NodeLink node={{ type: 'account', id }} />
            </Table.Td>
            <Table.Td w={160}>
              <ScoreBar score={from} of="account" />
            </Table.Td>
            <Table.Td w={160}>
              <ScoreBar score={to} of="account" />
            </Table.Td>
          </Table.Tr>
        ))}
      </WideTable>
      {accounts.length > mostShown && (
        <span className="faint small">
          {messages.watch.lists.rest(accounts.length - mostShown)}
        </span>
      )}
    </Card>
  );
}
