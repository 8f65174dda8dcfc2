import { Button, NativeSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TriageItem } from '../../../domain/disposition.ts';
import { mostExcepted } from '../../../domain/exception.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/later.ts';
import { useMay } from '../api/caller.ts';
import { useCluster, useFinding } from '../api/queries.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { Section } from '../ui/Section.tsx';
import { useExcepting } from './exception-queries.ts';

const text = messages.exceptions.page;

/** What was dismissed for an honest reason may weigh less from now on: all that its accounts share, or one thing. */
export function ExceptionForm({ item }: { item: TriageItem }) {
  const mayLead = useMay('lead');
  if (!mayLead) return null;
  return item.kind === 'finding' ? <OfFinding item={item} /> : <OfCluster item={item} />;
}

function OfFinding({ item }: { item: TriageItem }) {
  const { data } = useFinding(item.of);
  if (!data) return null;
  const things = data.nodes.filter(({ type }) => type !== 'account').map(formatRef);
  return <Making item={item} accounts={data.accounts} things={things} detector={data.detector} />;
}

function OfCluster({ item }: { item: TriageItem }) {
  const { data } = useCluster(item.of);
  return data ? <Making item={item} accounts={data.accounts} things={[]} /> : null;
}

interface MakingProps {
  item: TriageItem;
  accounts: readonly string[];
  things: readonly string[];
  /** Of a finding: the exception is of its kind of evidence alone. */
  detector?: string;
}

const amongThem = '';

function Making({ item, accounts, things, detector }: MakingProps) {
  const scopes = [
    ...things.slice(0, mostExcepted).map((ref) => ({ value: ref, label: text.through(ref) })),
    ...(accounts.length > 1 && accounts.length <= mostExcepted
      ? [{ value: amongThem, label: text.amongThem }]
      : []),
  ];
  const [chosen, setChosen] = useState<string | null>(null);
  const [until, setUntil] = useState('');
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const { make } = useExcepting();
  const scope = chosen ?? scopes[0]?.value;
  const { decision } = item;
  if (scope === undefined || !decision) return null;
  const submit = async () => {
    setMissing(until === '');
    if (until === '') return;
    setBusy(true);
    try {
      await make({
        ...(scope === amongThem ? { accounts: [...accounts] } : { nodes: [scope] }),
        ...(detector === undefined ? {} : { detectors: [detector] }),
        ...{ reason: decision.reason ?? 'other', why: decision.why ?? '', until, item: item.of },
      });
      setUntil('');
    } catch (error) {
      announceProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Section title={text.make}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Text size="xs" c="dimmed" mb={6}>
          {text.makeHint}
        </Text>
        <NativeSelect
          size="xs"
          label={text.scope}
          value={scope}
          data={scopes}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
        />
        <TextInput
          mt={6}
          size="xs"
          type="date"
          label={text.untilLabel}
          value={until}
          error={missing && until === '' ? text.untilMissing : null}
          classNames={{ error: 'queue-problem' }}
          onChange={({ currentTarget }) => setUntil(currentTarget.value)}
        />
        <Button mt={6} size="compact-xs" variant="default" type="submit" loading={busy}>
          {text.makeDo}
        </Button>
      </form>
    </Section>
  );
}
