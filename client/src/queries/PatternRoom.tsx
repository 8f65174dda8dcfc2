import { Button, Group, Loader, ScrollArea, Text } from '@mantine/core';
import { IconDeviceFloppy, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { compilePattern, valuesOf } from '../../../domain/pattern/compile.ts';
import { asOfName, faultsOf, givensOf } from '../../../domain/pattern/faults.ts';
import { patternSchema, type Pattern } from '../../../domain/pattern/pattern.ts';
import { phraseOf } from '../../../domain/pattern/phrase.ts';
import {
  usualRows,
  usualSeconds,
  type ParameterValues,
  type SavedQuery,
} from '../../../domain/query.ts';
import { messages } from '../../../domain/messages/later.ts';
import { Failure } from '../ui/Failure.tsx';
import { addressOfQuery, writtenAsked } from '../subject/query-address.ts';
import { RunButton } from './RunButton.tsx';
import { ParameterForm } from './ParameterForm.tsx';
import { readForm, typedValue, type Typed } from './parameter-values.ts';
import { ResultTable } from './ResultTable.tsx';
import { useRun } from './use-run.ts';
import { NotTaken } from './NotTaken.tsx';
import { PatternBuilder } from './pattern/PatternBuilder.tsx';
import { PatternDrawing } from './pattern/PatternDrawing.tsx';
import { PatternWatch } from './PatternWatch.tsx';
import { SavePattern } from './SavePattern.tsx';
import './queries.css';

const text = messages.pattern.builder;
const editor = messages.queries.editor;
const limits = { rows: usualRows, seconds: usualSeconds };

interface PatternRoomProps {
  saved: SavedQuery | null;
  /** As the address or the saved query has it. */
  begun: Pattern;
  /** Values that the address names. */
  given: ParameterValues;
  address: string | null;
}

/** Where one asks without Cypher: the sentence, its query as it changes, and what it answers. */
export function PatternRoom({ saved, begun, given, address }: PatternRoomProps) {
  const [pattern, setPattern] = useState(begun);
  const [typed, setTyped] = useState<Typed>({});
  const [saving, setSaving] = useState(false);
  const [, navigate] = useLocation();
  const id = saved?.id ?? '';
  const run = useRun(`${id} ${address ?? ''}`, limits);
  const compiled = compiledOf(pattern);
  const named = new Set(givensOf(pattern).map(({ name }) => name));
  const fields = compiled?.parameters.filter(({ name }) => named.has(name)) ?? [];
  const entries = Object.fromEntries(
    fields.map((field) => [
      field.name,
      typed[field.name] ?? typedValue(field, given[field.name] ?? field.default),
    ]),
  );
  const form = readForm(fields, entries, {});
  const ready = compiled !== null && Object.keys(form.faults).length === 0;
  const asked = () => ({
    text: compiled!.text,
    parameters: valuesOf(compiled!, { ...form.values, ...now() }),
    pattern,
  });
  const start = () => {
    if (!ready || run.running) return;
    const what = asked();
    const next = writtenAsked(what);
    navigate(addressOfQuery(id, next), { replace: true });
    run.start({ text: what.text, parameters: what.parameters }, `${id} ${next}`);
  };
  const takeOn = () => {
    const { text: query, parameters } = asked();
    navigate(addressOfQuery('', writtenAsked({ text: query, parameters })));
  };
  return (
    <ScrollArea className="query-room" viewportProps={{ tabIndex: 0 }}>
      <section aria-label={text.title} className="query-head">
        <Text component="h2" size="md" fw={650} className="breaks">
          {saved?.title ?? text.open}
        </Text>
        <Text size="xs" c="dimmed">
          {text.about}
        </Text>
        <NotTaken />
        <PatternDrawing pattern={pattern} onChange={setPattern} />
        <PatternBuilder pattern={pattern} onChange={setPattern} />
        <Text size="sm" className="breaks" aria-live="polite">
          <span className="faint">{`${text.said}: `}</span>
          {phraseOf(pattern)}
        </Text>
        {compiled ? (
          <details open>
            <summary className="small">{text.query}</summary>
            <pre className="query" tabIndex={0} aria-label={text.query}>
              {compiled.text}
            </pre>
          </details>
        ) : (
          <Text size="sm" role="status">
            {text.unfinished}
          </Text>
        )}
        <ParameterForm
          fields={fields}
          typed={entries}
          faults={form.faults}
          onType={(name, value) => setTyped({ ...typed, [name]: value })}
          onRun={start}
        />
        <Group gap="xs">
          <RunButton
            label={text.run}
            running={run.running}
            disabled={!ready}
            onRun={start}
            onCancel={run.cancel}
          />
          <Button
            size="xs"
            variant="default"
            disabled={!ready}
            leftSection={<IconPencil size={15} />}
            onClick={takeOn}
          >
            {text.takeOn}
          </Button>
          <Button
            size="xs"
            variant="default"
            disabled={!ready}
            leftSection={<IconDeviceFloppy size={15} />}
            onClick={() => setSaving(true)}
          >
            {saved ? text.saveAnew : text.save}
          </Button>
        </Group>
        {saved && !saved.shipped && (
          <PatternWatch
            id={saved.id}
            changed={JSON.stringify(pattern) !== JSON.stringify(saved.pattern)}
          />
        )}
      </section>
      {run.running && (
        <Group p="md" gap="xs" role="status">
          <Loader size="xs" />
          <Text size="sm">{editor.running}</Text>
        </Group>
      )}
      {run.error && <Failure error={run.error} onRetry={start} />}
      {run.result && (
        <ResultTable result={run.result} drawnAt={addressOfQuery(id, address, true)} />
      )}
      {saving && compiled && (
        <SavePattern
          saved={saved}
          pattern={pattern}
          compiled={compiled}
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

/** The days before are those before now. */
function now(): ParameterValues {
  return { [asOfName]: new Date().toISOString() };
}

/** Null while something is not filled in. */
function compiledOf(pattern: Pattern) {
  const isWhole = patternSchema.safeParse(pattern).success && faultsOf(pattern).length === 0;
  return isWhole ? compilePattern(pattern) : null;
}
