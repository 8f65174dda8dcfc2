import {
  Alert,
  Button,
  Checkbox,
  Code,
  Group,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Body } from '../../../domain/api/api.ts';
import { maskKinds, type MaskKind } from '../../../domain/schema/masks.ts';
import { messages } from '../../../domain/messages/later.ts';
import type { Language } from '../../../domain/messages/language.ts';
import { sendInTurn } from '../news/turn.ts';
import { Failure } from '../ui/Failure.tsx';
import { saveFile } from '../ui/save-file.ts';
import type { ExportScope } from './export-scope.ts';

const text = messages.exportDialog;

interface BundleFormProps {
  of: ExportScope;
  language: Language;
  onClose: () => void;
}

interface Saved {
  name: string;
  digest: string;
}

/** Why it is exported and what of it is masked; then the file and the digest to hand over with it. */
export function BundleForm({ of, language, onClose }: BundleFormProps) {
  const [masks, setMasks] = useState<MaskKind[]>([]);
  const [told, setTold] = useState({ reason: '', case_number: '', authority: '' });
  const [narrative, setNarrative] = useState(false);
  const [decided, setDecided] = useState('');
  const { busy, saved, error, write } = useBundle();
  const field = (name: keyof typeof told) => ({
    label: text.told[name],
    size: 'xs' as const,
    maxLength: 2_000,
    value: told[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setTold((before) => ({ ...before, [name]: value }));
    },
  });
  const filing = narrative ? { narrative, ...(decided && { decided }) } : {};
  const submit = () => void write({ ...of, language, masks, ...filing, ...filled(told) });
  if (saved) return <Done saved={saved} onClose={onClose} />;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !busy) submit();
      }}
    >
      <Stack gap="sm">
        <Textarea {...field('reason')} data-autofocus autosize minRows={2} maxRows={6} />
        <Group grow align="start">
          <TextInput {...field('case_number')} />
          <TextInput {...field('authority')} />
        </Group>
        <Text size="xs" c="dimmed">
          {text.toldHint}
        </Text>
        <Checkbox.Group
          size="xs"
          label={text.masks}
          description={text.masksHint}
          value={masks}
          onChange={(kinds) => setMasks(maskKinds.filter((kind) => kinds.includes(kind)))}
        >
          <Group mt="xs" gap="md">
            {maskKinds.map((kind) => (
              <Checkbox key={kind} size="xs" value={kind} label={messages.masks.kinds[kind]} />
            ))}
          </Group>
        </Checkbox.Group>
        <WithNarrative
          asked={narrative}
          onAsk={setNarrative}
          decided={decided}
          onDecided={setDecided}
        />
        {error && <Failure error={error} onRetry={submit} />}
        <Group justify="flex-end" gap="xs">
          {busy && (
            <Text size="xs" c="dimmed" role="status">
              {text.writing}
            </Text>
          )}
          <Button size="xs" variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button size="xs" type="submit" loading={busy}>
            {text.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface WithNarrativeProps {
  asked: boolean;
  onAsk: (asked: boolean) => void;
  decided: string;
  onDecided: (day: string) => void;
}

/** Off until somebody asks for it, and then with what it may bring about. */
function WithNarrative({ asked, onAsk, decided, onDecided }: WithNarrativeProps) {
  return (
    <>
      <Checkbox
        size="xs"
        checked={asked}
        label={text.withNarrative}
        description={text.withNarrativeHint}
        onChange={(event) => onAsk(event.currentTarget.checked)}
      />
      {asked && (
        <Alert color="red" variant="light" p="xs">
          <Text size="xs">{text.withNarrativeWarning}</Text>
          <TextInput
            mt="xs"
            type="date"
            size="xs"
            label={text.decided}
            value={decided}
            onChange={(event) => onDecided(event.currentTarget.value)}
          />
        </Alert>
      )}
    </>
  );
}

function filled(told: Readonly<Record<string, string>>): Partial<Body<'bundle'>> {
  return Object.fromEntries(
    Object.entries(told).flatMap(([name, value]) =>
      value.trim() === '' ? [] : [[name, value.trim()]],
    ),
  );
}

/** Leaving the dialog stops what is being written. */
function useBundle() {
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState<Saved | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const stop = useRef(new AbortController());
  useEffect(() => {
    const { current } = stop;
    return () => current.abort();
  }, []);
  const write = async (body: Body<'bundle'>) => {
    setBusy(true);
    setError(null);
    try {
      const { blob, name, headers } = await sendInTurn('bundle', {}, body, stop.current.signal);
      saveFile(blob, name);
      setSaved({ name, digest: headers.get('skein-payload-digest') ?? '' });
    } catch (problem) {
      if (!stop.current.signal.aborted) setError(problem as Error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, saved, error, write };
}

function Done({ saved: { name, digest }, onClose }: { saved: Saved; onClose: () => void }) {
  return (
    <Stack gap="sm" role="status">
      <Text size="sm">{text.saved(name)}</Text>
      <div>
        <Text size="xs" c="dimmed">
          {text.digest}
        </Text>
        <Code className="breaks">{digest}</Code>
      </div>
      <Text size="xs" c="dimmed">
        {text.digestHint}
      </Text>
      <Group justify="flex-end">
        <Button size="xs" data-autofocus onClick={onClose}>
          {messages.page.close}
        </Button>
      </Group>
    </Stack>
  );
}
