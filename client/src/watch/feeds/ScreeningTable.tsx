import { Anchor, Button, Table, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { Screening } from '../../../../domain/feed.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { dayAndTime } from '../../theme/formats.ts';
import { addressOfWatch } from '../address.ts';
import { WideTable } from '../WideTable.tsx';
import { useScreenings } from './feed-queries.ts';

const text = messages.watch.lists;

/** What each edition changed, the latest first. */
export function ScreeningTable({ here }: { here: string | null }) {
  const screenings = useScreenings();
  if (screenings.error && !screenings.data)
    return <Failure error={screenings.error} onRetry={() => void screenings.refetch()} />;
  if (!screenings.data) return <Waiting />;
  const items = screenings.data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {text.noScreenings}
      </Text>
    );
  const { list, entries, matches, at } = text.screeningColumns;
  return (
    <>
      <WideTable label={text.screenings} heads={[list, entries, matches, at]}>
        {items.map((screening) => (
          <ScreeningRow key={screening.id} screening={screening} here={screening.id === here} />
        ))}
      </WideTable>
      {screenings.hasNextPage && (
        <Button size="xs" variant="default" mt="xs" onClick={() => void screenings.fetchNextPage()}>
          {messages.watch.more}
        </Button>
      )}
    </>
  );
}

function ScreeningRow({ screening, here }: { screening: Screening; here: boolean }) {
  const { id, list, published_on: edition, before, forced, by, at, counts } = screening;
  const { entry_changes: entries, matches } = counts;
  return (
    <Table.Tr aria-current={here ? 'true' : undefined}>
      <Table.Td>
        <Anchor component={Link} size="sm" href={addressOfWatch('lists', id)}>
          {text.edition(list, edition)}
        </Anchor>
        <div className="faint small">{before === null ? text.first : text.after(before)}</div>
        {forced && <div className="small">{text.forced(by)}</div>}
      </Table.Td>
      <Table.Td className="small">
        {text.entries(entries.added, entries.changed, entries.removed)}
        {counts.rejected > 0 && (
          <div className="watch-problem">{text.rejected(counts.rejected)}</div>
        )}
      </Table.Td>
      <Table.Td className="small">
        {text.matches(matches.new, matches.changed, matches.gone)}
      </Table.Td>
      <Table.Td className="nowrap small">
        {dayAndTime(at)}
        <div className="faint">{by}</div>
      </Table.Td>
    </Table.Tr>
  );
}
