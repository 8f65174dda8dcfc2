import {
  Button,
  Checkbox,
  Group,
  Modal,
  NativeSelect,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import {
  dismissalReasons,
  longestText,
  type DismissalReason,
  type TriageChange,
  type TriageItem,
} from '../../../domain/disposition.ts';
import { Unchecked } from './ExplanationChecks.tsx';
import { itemTitle } from './item-title.ts';
import { heldBy } from './use-rows.ts';
import { messages } from '../../../domain/messages/later.ts';

const text = messages.triage.page;

export type Deciding = keyof typeof text.ask;

interface DecideDialogProps {
  state: Deciding;
  items: readonly TriageItem[];
  decide: (change: TriageChange) => Promise<void>;
  onClose: () => void;
}

/** Asks what a decision needs; what was written stays when it could not be kept. */
export function DecideDialog({ state, items, decide, onClose }: DecideDialogProps) {
  const [why, setWhy] = useState('');
  const [reason, setReason] = useState<DismissalReason | ''>('');
  const [until, setUntil] = useState('');
  const [along, setAlong] = useState(true);
  const [tried, setTried] = useState(false);
  const clusters = items.some(({ kind }) => kind === 'cluster') && heldBy(items).open > 0;
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    if (busy) return;
    setTried(true);
    if (why.trim() === '' || (state === 'accepted' && until === '')) return;
    if (state === 'dismissed' && reason === '') return;
    setBusy(true);
    try {
      await decide({
        ...{ state, why: why.trim() },
        ...(state === 'dismissed' && reason !== '' ? { reason } : {}),
        ...(state === 'accepted' ? { until } : {}),
        ...(clusters && along ? { findings: 'open' } : {}),
      });
      onClose();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={text.ask[state](items.length)}
      closeButtonProps={{ 'aria-label': messages.page.close }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Text size="sm" mb="sm" className="breaks">
          {items.length === 1 ? itemTitle(items[0]!) : text.askHint}
        </Text>
        {state === 'dismissed' && (
          <NativeSelect
            mb="sm"
            label={text.reason}
            required
            data-autofocus
            value={reason}
            error={tried && reason === '' ? text.reasonMissing : null}
            classNames={{ error: 'queue-problem', required: 'queue-problem' }}
            onChange={({ currentTarget }) => setReason(currentTarget.value as DismissalReason | '')}
            data={[
              { value: '', label: text.reasonHint },
              ...dismissalReasons.map((value) => ({
                value,
                label: messages.triage.reasons[value],
              })),
            ]}
          />
        )}
        {state === 'accepted' && (
          <TextInput
            mb="sm"
            type="date"
            label={text.until}
            value={until}
            error={tried && until === '' ? text.untilMissing : null}
            classNames={{ error: 'queue-problem' }}
            onChange={({ currentTarget }) => setUntil(currentTarget.value)}
          />
        )}
        <Textarea
          label={text.why}
          description={text.whyHint}
          required
          autosize
          minRows={3}
          maxRows={10}
          maxLength={longestText}
          data-autofocus={state !== 'dismissed' || undefined}
          classNames={{ error: 'queue-problem', required: 'queue-problem' }}
          value={why}
          error={tried && why.trim() === '' ? text.missing : null}
          onChange={({ currentTarget }) => setWhy(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
          }}
        />
        {clusters && (
          <Checkbox
            mt="sm"
            label={`${text.along} (${heldBy(items).open.toLocaleString(messages.page.locale)})`}
            description={text.alongHint}
            checked={along}
            onChange={({ currentTarget }) => setAlong(currentTarget.checked)}
          />
        )}
        {items.length === 1 && <Unchecked id={items[0]!.id} />}
        {problem !== null && (
          <Text size="sm" mt="sm" role="alert" className="queue-problem breaks">
            {problem}
          </Text>
        )}
        <Group justify="flex-end" gap="xs" mt="md">
          <Button size="xs" variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button size="xs" type="submit" loading={busy}>
            {text.record}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
