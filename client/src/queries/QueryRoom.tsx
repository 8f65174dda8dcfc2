import { Button, Group, Loader, NumberInput, ScrollArea, Text } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import {
  mostRows,
  mostSeconds,
  usualRows,
  usualSeconds,
  type SavedQuery,
} from '../../../domain/query.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { Failure } from '../ui/Failure.tsx';
import { addressOfQuery, readAsked, readPattern, writtenAsked } from '../subject/query-address.ts';
import { patternSchema, type Pattern } from '../../../domain/pattern/pattern.ts';
import { PatternRoom } from './PatternRoom.tsx';
import { CypherEditor } from './CypherEditor.tsx';
import { RunButton } from './RunButton.tsx';
import { ParameterForm } from './ParameterForm.tsx';
import { Problems } from './Problems.tsx';
import { ResultTable } from './ResultTable.tsx';
import { SaveDialog } from './SaveDialog.tsx';
import { useCheck, useSavedQuery } from './saved-queries.ts';
import { useDraft } from './use-draft.ts';
import { useRun } from './use-run.ts';
import './queries.css';

const text = messages.queries.editor;

interface QueryRoomProps {
  id: string;
  address: string | null;
}

/** Where one asks: by a pattern where the address or what is saved has one, else in Cypher. */
export function QueryRoom({ id, address }: QueryRoomProps) {
  const saved = useSavedQuery(id);
  const begun = patternOf(saved.data, address);
  if (begun)
    return (
      <PatternRoom
        key={`${id} ${saved.data?.version ?? ''}`}
        saved={saved.data ?? null}
        begun={begun}
        given={readAsked(address)?.parameters ?? {}}
        address={address}
      />
    );
  return <WritingRoom id={id} address={address} />;
}

/** What the address says goes first: a saved pattern may be asked with other values, or be taken on. */
function patternOf(saved: SavedQuery | undefined, address: string | null): Pattern | null {
  const asked = patternSchema.safeParse(readPattern(address));
  if (asked.success) return asked.data;
  const text = readAsked(address)?.text;
  return text === undefined || text === saved?.text ? (saved?.pattern ?? null) : null;
}

/** Where a query is written, given its values and run; below it what it answered. */
function WritingRoom({ id, address }: QueryRoomProps) {
  const saved = useSavedQuery(id);
  const [names, setNames] = useState<{ of: string; names: string[] } | null>(null);
  const draft = useDraft(keyOf(id, address), address, saved.data, names?.names);
  const check = useCheck({ text: draft.text, parameters: draft.form.values });
  const [limits, setLimits] = useState({ rows: usualRows, seconds: usualSeconds });
  const run = useRun(keyOf(id, address), limits);
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const [, navigate] = useLocation();

  // What the server read last stays while the text is being written.
  if (check.data && names?.of !== draft.text && check.data.parameters !== names?.names)
    setNames({ of: draft.text, names: check.data.parameters });

  if (id !== '' && saved.error && !saved.data)
    return <Failure error={saved.error} onRetry={() => void saved.refetch()} />;

  const asked = { text: draft.text, parameters: draft.form.values };
  const ready = Object.keys(draft.form.faults).length === 0 && draft.text.trim() !== '';
  const start = () => {
    setTried(true);
    if (!ready || run.running) return;
    const next = writtenAsked(asked);
    draft.moveTo(keyOf(id, next));
    navigate(addressOfQuery(id, next), { replace: true });
    run.start(asked, keyOf(id, next));
  };
  return (
    <ScrollArea className="query-room" viewportProps={{ tabIndex: 0 }}>
      <section aria-label={text.title} className="query-head">
        <Text component="h2" size="md" fw={650} className="breaks">
          {saved.data?.title ?? text.untitled}
        </Text>
        <CypherEditor
          value={draft.text}
          onChange={draft.write}
          onRun={start}
          check={check.data ?? null}
          hint="query-hint"
        />
        <Text id="query-hint" size="xs" c="dimmed">
          {text.hint}
        </Text>
        <ParameterForm
          fields={draft.fields}
          typed={draft.typed}
          faults={tried ? draft.form.faults : {}}
          onType={draft.type}
          onRun={start}
        />
        <Group gap="xs" align="flex-end">
          <RunButton label={text.run} running={run.running} onRun={start} onCancel={run.cancel} />
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDeviceFloppy size={15} />}
            disabled={draft.text.trim() === ''}
            onClick={() => setSaving(true)}
          >
            {saved.data && !saved.data.shipped ? text.save : text.saveAs}
          </Button>
          <Limit
            label={text.rows}
            most={mostRows}
            value={limits.rows}
            onChange={(rows) => setLimits({ ...limits, rows })}
          />
          <Limit
            label={text.seconds}
            most={mostSeconds}
            value={limits.seconds}
            onChange={(seconds) => setLimits({ ...limits, seconds })}
          />
        </Group>
        <Problems check={check.data ?? null} text={draft.text} />
      </section>
      {run.running && (
        <Group p="md" gap="xs" role="status">
          <Loader size="xs" />
          <Text size="sm">{text.running}</Text>
        </Group>
      )}
      {run.cancelled && (
        <Text p="md" size="sm" role="status">
          {text.cancelled}
        </Text>
      )}
      {run.error && check.data?.allowed !== false && <Failure error={run.error} onRetry={start} />}
      {run.result && (
        <ResultTable result={run.result} drawnAt={addressOfQuery(id, address, true)} />
      )}
      {saving && (
        <SaveDialog
          saved={saved.data && !saved.data.shipped ? saved.data : null}
          like={saved.data ?? null}
          draft={draft}
          onClose={() => setSaving(false)}
          onSaved={(query) => {
            setSaving(false);
            navigate(addressOfQuery(query.id, null));
          }}
        />
      )}
    </ScrollArea>
  );
}

function keyOf(id: string, address: string | null): string {
  return `${id} ${address ?? ''}`;
}

interface LimitProps {
  label: string;
  most: number;
  value: number;
  onChange: (value: number) => void;
}

function Limit({ label, most, value, onChange }: LimitProps) {
  return (
    <NumberInput
      size="xs"
      w={118}
      label={label}
      min={1}
      max={most}
      clampBehavior="strict"
      value={value}
      onChange={(next) => onChange(Number(next) || 1)}
    />
  );
}
