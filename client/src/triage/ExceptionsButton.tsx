import { Button, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import type { Exception } from '../../../domain/exception.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/later.ts';
import { Failure } from '../ui/Failure.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { ReasonDialog, type Asked } from '../judgements/ReasonDialog.tsx';
import { dayAndTime } from '../theme/formats.ts';
import { useExcepting, useExceptions } from './exception-queries.ts';

const text = messages.exceptions.page;

/** Opens the list of exceptions, where each can be revoked. */
export function ExceptionsButton() {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={() => setOpened(true)}>
        {text.open}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        size="lg"
        title={text.title}
        closeButtonProps={{ 'aria-label': messages.page.close }}
      >
        <Text size="sm" mb="sm">
          {text.about}
        </Text>
        <ExceptionList />
      </Modal>
    </>
  );
}

function ExceptionList() {
  const { data, error, refetch } = useExceptions();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { revoke } = useExcepting();
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  if (data.items.length === 0) return <Text size="sm">{text.nothing}</Text>;
  const ask = ({ id }: Exception) =>
    setAsked({
      title: text.revokeTitle,
      hint: text.revokeHint,
      action: text.revokeDo,
      act: (why) => revoke(id, why),
    });
  return (
    <>
      <ol className="queue-history" aria-label={text.title}>
        {data.items.map((one) => (
          <OneException key={one.id} exception={one} onRevoke={() => ask(one)} />
        ))}
      </ol>
      {asked && <ReasonDialog asked={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

interface OneExceptionProps {
  exception: Exception;
  onRevoke: () => void;
}

function OneException({ exception, onRevoke }: OneExceptionProps) {
  const { id, nodes, accounts, reason, why, until, by, at, revoked } = exception;
  const inForce = revoked === null && until > new Date().toISOString().slice(0, 10);
  return (
    <li>
      <Text size="sm" fw={600} className="breaks">
        {nodes.length > 0 ? text.what(nodes.map(formatRef)) : text.among(accounts)}
      </Text>
      <Text size="sm">
        {`${messages.triage.reasons[reason]}, ${text.until(until)}`}
        {!revoked && ` · ${inForce ? text.inForce : text.expired}`}
      </Text>
      <Text size="xs" c="dimmed">
        {`${text.byAt(by, dayAndTime(at))} · ${id}`}
      </Text>
      <Text size="sm" className="breaks said" dir="auto">
        {why}
      </Text>
      {revoked ? (
        <Text size="sm" className="breaks" dir="auto">
          {text.revoked(revoked.by, dayAndTime(revoked.at), revoked.why)}
        </Text>
      ) : (
        inForce && (
          <Button size="compact-xs" variant="subtle" mt={4} onClick={onRevoke}>
            {text.revoke}
          </Button>
        )
      )}
    </li>
  );
}
