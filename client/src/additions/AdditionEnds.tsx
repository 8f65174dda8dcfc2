import {
  Select,
  SimpleGrid,
  TextInput,
  type ComboboxItem,
  type OptionsFilter,
} from '@mantine/core';
import { useMemo } from 'react';
import { formatRef } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/later.ts';
import { nameOnBoard, visibleAdditions } from '../board/additions.ts';
import { visibleNodes } from '../board/board.ts';
import { useBoard } from '../workspace/board.tsx';
import type { FieldsProps } from './AdditionDialog.tsx';

const text = messages.additions;
/** By a name, or by the id that it is known under. */
const byNameOrId: OptionsFilter = ({ options, search, limit }) => {
  const typed = search.trim().toLowerCase();
  return (options as ComboboxItem[])
    .filter(({ label, value }) => `${label} ${value}`.toLowerCase().includes(typed))
    .slice(0, limit);
};
/** So many are offered at once; typing narrows them. */
const narrowed = { size: 'xs', searchable: true, limit: 100, filter: byNameOrId } as const;

/** What a link joins, and how. */
export function AdditionEnds({ form, set }: FieldsProps) {
  const ends = useEnds();
  const isLink = form.kind === 'link';
  return (
    <SimpleGrid cols={{ base: 1, xs: isLink ? 3 : 2 }} spacing="sm">
      {isLink && (
        <Select
          {...narrowed}
          required
          label={text.from}
          value={form.from}
          data={ends}
          onChange={(from) => set({ from })}
        />
      )}
      {!isLink && (
        <Select
          {...narrowed}
          clearable
          label={text.linkTo}
          placeholder={text.linkToHint}
          value={form.to}
          data={ends}
          onChange={(to) => set({ to })}
        />
      )}
      <TextInput
        size="xs"
        required={isLink || form.to !== null}
        disabled={!isLink && form.to === null}
        label={text.says}
        placeholder={text.saysExample}
        maxLength={200}
        value={form.says}
        onChange={({ currentTarget }) => set({ says: currentTarget.value })}
      />
      {isLink && (
        <Select
          {...narrowed}
          required
          label={text.to}
          value={form.to}
          data={ends}
          onChange={(to) => set({ to })}
        />
      )}
    </SimpleGrid>
  );
}

/** All that is drawn, by its name; what has the same name as another says its id too. */
function useEnds(): { value: string; label: string }[] {
  const board = useBoard();
  return useMemo(() => {
    const refs = [
      ...visibleAdditions(board).map(({ ref }) => ref),
      ...visibleNodes(board).map(formatRef),
    ];
    const names = new Map<string, number>();
    for (const ref of refs) {
      const name = nameOnBoard(board, ref);
      names.set(name, (names.get(name) ?? 0) + 1);
    }
    return refs.map((value) => {
      const name = nameOnBoard(board, value);
      return { value, label: names.get(name) === 1 ? name : `${name} (${value})` };
    });
  }, [board]);
}
