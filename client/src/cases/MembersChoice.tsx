import { MultiSelect, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { messages } from '../../../domain/messages/later.ts';
import { useCaller } from '../api/caller.ts';
import { usePeople } from './case-work-queries.ts';

const text = messages.caseMembers;
const choices = ['all', 'some'] as const;

interface Chosen {
  who: (typeof choices)[number];
  names: string[];
}

/** Who is among some, or that all are: to begin with as it stands, or whoever asks alone. */
export function useMembersChoice(kept: readonly string[] | null) {
  const me = useCaller().data?.person?.name;
  const own = me === undefined ? [] : [me];
  const [{ who, names }, choose] = useState<Chosen>({ who: 'some', names: [...(kept ?? own)] });
  return {
    ...{ who, names, choose },
    ready: who === 'all' || names.length > 0,
    members: who === 'all' ? null : names,
  };
}

interface MembersChoiceProps {
  choice: ReturnType<typeof useMembersChoice>;
  /** What is chosen, for whoever hears it. */
  label: string;
  says: Readonly<Record<(typeof choices)[number], string>>;
}

/** Asks for all, or for names. */
export function MembersChoice({ choice: { who, names, choose }, label, says }: MembersChoiceProps) {
  const { data: people = [] } = usePeople();
  return (
    <>
      <Radio.Group
        aria-label={label}
        value={who}
        onChange={(value) => choose({ who: value, names })}
      >
        <Stack gap={6}>
          {choices.map((choice) => (
            <Radio key={choice} size="xs" value={choice} label={says[choice]} />
          ))}
        </Stack>
      </Radio.Group>
      {who === 'some' && (
        <MultiSelect
          label={text.names}
          placeholder={text.namesHint}
          nothingFoundMessage={text.nobody}
          searchable
          data={[...new Set([...people.map(({ name }) => name), ...names])]}
          value={names}
          onChange={(chosen) => choose({ who, names: chosen })}
        />
      )}
    </>
  );
}
