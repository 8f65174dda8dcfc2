import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Button, NativeSelect, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '../../../../domain/api/api.ts';
import {
  deliveryStates,
  type Delivery,
  type DeliveryState,
  type Recipient,
} from '../../../../domain/input/delivery.ts';
import { languageName } from '../../../../domain/messages/language.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { ask, send } from '../../api/fetch.ts';
import { announceProblem } from '../../news/announce-problem.ts';
import { Failure } from '../../ui/Failure.tsx';
import { useAnnounce } from '../../news/announcements.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { dayAndTime } from '../../theme/formats.ts';
import { Card } from '../Card.tsx';
import { StateText, type Tone } from '../StateText.tsx';
import { WideTable } from '../WideTable.tsx';

const text = messages.watch.deliveries;
const { kinds } = messages.watch.form;
const lookAgainMs = 5_000;

const tones: Readonly<Record<DeliveryState, Tone>> = {
  waiting: 'busy',
  delivered: 'well',
  failed: 'busy',
  dead: 'wrong',
};

function useDeliveries(state: DeliveryState | null) {
  return useInfiniteQuery({
    queryKey: ['deliveries', state],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) =>
      ask(
        'deliveries',
        {},
        { limit: 50, cursor: pageParam, ...(state === null ? {} : { state }) },
        signal,
      ),
    getNextPageParam: (page: Answer<'deliveries'>) => page.next ?? undefined,
    refetchInterval: lookAgainMs,
  });
}

/** Which reports came, which wait, and which were given up, with what hinders them. */
export default function DeliveriesSection() {
  const [state, setState] = useState<DeliveryState | null>(null);
  const deliveries = useDeliveries(state);
  return (
    <Card
      title={text.list}
      actions={
        <NativeSelect
          size="xs"
          aria-label={text.state}
          value={state ?? ''}
          data={[
            { value: '', label: text.anyState },
            ...deliveryStates.map((one) => ({ value: one, label: text.states[one] })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            setState(deliveryStates.find((one) => one === value) ?? null)
          }
        />
      }
    >
      <Text size="sm" c="dimmed" mb="xs">
        {text.about}
      </Text>
      {deliveries.error && !deliveries.data && (
        <Failure error={deliveries.error} onRetry={() => void deliveries.refetch()} />
      )}
      {deliveries.isPending && <Waiting />}
      {deliveries.data && (
        <DeliveryTable
          deliveries={deliveries.data.pages.flatMap((page) => page.items)}
          none={state === null ? text.none : text.noneSo}
        />
      )}
      {deliveries.hasNextPage && (
        <Button size="xs" variant="default" mt="xs" onClick={() => void deliveries.fetchNextPage()}>
          {messages.watch.more}
        </Button>
      )}
    </Card>
  );
}

function DeliveryTable({ deliveries, none }: { deliveries: readonly Delivery[]; none: string }) {
  if (deliveries.length === 0) return <Text size="sm">{none}</Text>;
  const { report, recipient, state, attempts } = text.columns;
  return (
    <WideTable label={text.list} heads={[report, recipient, state, attempts]}>
      {deliveries.map((delivery) => (
        <DeliveryRow key={delivery.id} delivery={delivery} />
      ))}
    </WideTable>
  );
}

function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const { subject, run, recipient, state, next_at: next, delivered_at: at } = delivery;
  const error = delivery.attempts.at(-1)?.error ?? null;
  const client = useQueryClient();
  const announce = useAnnounce();
  const retry = async () => {
    try {
      await send('retryDelivery', { id: delivery.id }, undefined);
      announce(text.asked);
    } catch (problem) {
      announceProblem(problem);
    } finally {
      await client.invalidateQueries({ queryKey: ['deliveries'] });
    }
  };
  return (
    <Table.Tr>
      <Table.Td className="breaks">
        {subject}
        <div className="faint small">{run}</div>
      </Table.Td>
      <Table.Td className="breaks">
        {placeSays(recipient)}
        <div className="faint small">
          {`${kinds[recipient.kind]} · ${recipient.formats.join(', ').toUpperCase()} · ${languageName(recipient.language, messages.page.locale)}`}
        </div>
      </Table.Td>
      <Table.Td>
        <StateText tone={tones[state]} says={text.states[state]} />
        <div className="faint small">
          {at !== null
            ? text.deliveredAt(dayAndTime(at))
            : next !== null && text.next(dayAndTime(next))}
        </div>
        {state !== 'delivered' && error !== null && (
          <div className="watch-problem small breaks">{error}</div>
        )}
        {(state === 'failed' || state === 'dead') && (
          <Button size="compact-xs" variant="default" mt={4} onClick={() => void retry()}>
            {text.retry}
          </Button>
        )}
      </Table.Td>
      <Table.Td>
        <Attempts delivery={delivery} />
      </Table.Td>
    </Table.Tr>
  );
}

function Attempts({ delivery: { attempts, retries } }: { delivery: Delivery }) {
  if (attempts.length === 0) return null;
  return (
    <details>
      <summary className="small">{text.attempts(attempts.length)}</summary>
      <ul className="watch-list">
        {attempts.map(({ at, ended, error }) => (
          <li key={at}>
            {`${dayAndTime(at)}${messages.page.colon}${error ?? (ended === null ? text.lasts : text.went)}`}
          </li>
        ))}
        {retries.map(({ by, at }) => (
          <li key={at}>{text.retried(by, dayAndTime(at))}</li>
        ))}
      </ul>
    </details>
  );
}

function placeSays(recipient: Recipient): string {
  switch (recipient.kind) {
    case 'folder':
      return recipient.path;
    case 'email':
      return recipient.to.join(', ');
    case 'webhook':
      return recipient.url;
  }
}
