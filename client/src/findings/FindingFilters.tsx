import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { triageStates } from '../../../domain/disposition.ts';
import { indicatorIds } from '../../../domain/indicators.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { useClusters } from '../api/queries.ts';
import type { FindingFilter } from './finding-filter.ts';

const text = messages.page.lists;
const typingMs = 300;

interface FiltersProps {
  filter: FindingFilter;
  onChange: (filter: FindingFilter) => void;
}

/** What the list may be narrowed by, beside the detector. */
export default function FindingFilters({ filter, onChange }: FiltersProps) {
  const { data: clusters } = useClusters();
  const put = (name: keyof FindingFilter) => (value: string | number) =>
    onChange({ ...filter, [name]: value === '' ? undefined : value });
  const known = (clusters?.pages ?? []).flatMap(({ items }) => items);
  const { cluster } = filter;
  const other = cluster !== undefined && !known.some(({ id }) => id === cluster) ? [cluster] : [];
  return (
    <div className="filter-fields">
      <div className="filter-whole">
        <Typed
          label={text.text}
          placeholder={text.textHint}
          value={filter.text}
          onChange={put('text')}
        />
      </div>
      <Typed label={text.account} value={filter.account} onChange={put('account')} />
      <NativeSelect
        size="xs"
        label={text.cluster}
        value={cluster ?? ''}
        onChange={({ currentTarget }) => put('cluster')(currentTarget.value)}
        data={[
          { value: '', label: text.anyCluster },
          ...other.map((id) => ({ value: id, label: id })),
          ...known.map(({ id, name }) => ({ value: id, label: `${name} · ${id}` })),
        ]}
      />
      <NativeSelect
        size="xs"
        label={text.indicator}
        value={filter.indicator ?? ''}
        onChange={({ currentTarget }) => put('indicator')(currentTarget.value)}
        data={[
          { value: '', label: text.anyIndicator },
          ...indicatorIds.map((id) => ({ value: id, label: `${id} · ${messages.indicators[id]}` })),
        ]}
      />
      <NativeSelect
        size="xs"
        label={text.state}
        value={filter.state ?? ''}
        onChange={({ currentTarget }) => put('state')(currentTarget.value)}
        data={[
          { value: '', label: text.anyState },
          { value: 'open', label: messages.triage.page.openStates },
          ...triageStates.map((value) => ({ value, label: messages.triage.states[value] })),
        ]}
      />
      <ScoreInput
        label={text.leastScore}
        value={filter.min_score}
        // A score is shown rounded: what shows as that much is in.
        slack={-roundedAway}
        onChange={put('min_score')}
      />
      <ScoreInput
        label={text.mostScore}
        value={filter.max_score}
        slack={roundedAway}
        onChange={put('max_score')}
      />
    </div>
  );
}

const roundedAway = 0.004_99;

interface ScoreProps {
  label: string;
  value: unknown;
  slack: number;
  onChange: (score: number | '') => void;
}

function ScoreInput({ label, value, slack, onChange }: ScoreProps) {
  const shown = value === undefined ? '' : Math.round((Number(value) - slack) * 100);
  return (
    <NumberInput
      size="xs"
      label={label}
      min={0}
      max={100}
      allowDecimal={false}
      clampBehavior="strict"
      value={shown}
      onChange={(typed) =>
        onChange(typed === '' ? '' : Math.min(1, Math.max(0, Number(typed) / 100 + slack)))
      }
    />
  );
}

interface TypedProps {
  label: string;
  placeholder?: string;
  value: string | undefined;
  onChange: (value: string) => void;
}

/** A text that narrows the list when whoever types it pauses. */
function Typed({ label, placeholder, value = '', onChange }: TypedProps) {
  const [typed, setTyped] = useState<{ text: string; over: string } | null>(null);
  const settle = useDebouncedCallback((written: string) => {
    onChange(written.trim());
    setTyped(null);
  }, typingMs);
  return (
    <TextInput
      size="xs"
      type="search"
      label={label}
      placeholder={placeholder ?? ''}
      maxLength={200}
      value={typed && typed.over === value ? typed.text : value}
      onChange={({ currentTarget }) => {
        setTyped({ text: currentTarget.value, over: value });
        settle(currentTarget.value);
      }}
    />
  );
}
