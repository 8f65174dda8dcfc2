import { Combobox, Group, Kbd, Loader, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState, type RefObject } from 'react';
import type { SearchHit } from '../../../domain/answers.ts';
import { formatRef, nodeType } from '../../../domain/graph.ts';
import { words } from '../../../domain/words/index.ts';
import { useSearch } from '../api/queries.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { answerAt } from '../queries/asking.ts';
import { HowAnswered } from '../queries/HowAnswered.tsx';
import { spaced } from '../theme/formats.ts';
import { TypeIcon } from '../theme/TypeIcon.tsx';

const text = words.page.search;
const typingMs = 180;

/** Finds nodes by any id, name, e-mail or address, and shows the one that is picked. */
export function SearchBox({ input }: { input: RefObject<HTMLInputElement | null> }) {
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), typingMs);
  const results = useSearch(asked);
  const { show } = useWorkspace();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });

  // Enter opens the best hit, without a step down the list.
  const { selectFirstOption } = combobox;
  useEffect(() => {
    selectFirstOption();
  }, [results.data, selectFirstOption]);

  const open = (ref: string) => {
    show(ref);
    combobox.closeDropdown();
    input.current?.blur();
  };

  return (
    <Combobox store={combobox} onOptionSubmit={open} shadow="md" withinPortal>
      <Combobox.Target>
        <TextInput
          ref={input}
          className="search"
          type="search"
          size="sm"
          aria-label={words.page.header.searchLabel}
          placeholder={words.page.header.search}
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={results.isFetching ? <Loader size={14} /> : <Kbd size="xs">/</Kbd>}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key === 'Escape') input.current?.blur();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={asked === ''}>
        <Combobox.Options mah={420} className="scrolls" aria-label={text.results}>
          {results.data?.items.map((hit) => (
            <Hit key={formatRef(hit.node)} hit={hit} />
          ))}
          {results.data?.items.length === 0 && <NoHits q={asked} />}
          {results.error && <Combobox.Empty>{results.error.message}</Combobox.Empty>}
          {!results.data && !results.error && <Combobox.Empty>{text.waiting}</Combobox.Empty>}
        </Combobox.Options>
        <Combobox.Footer>
          <HowAnswered of={[answerAt(words.queries.asked.of.search, 'search', {}, { q: asked })]} />
        </Combobox.Footer>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function Hit({ hit: { node, matched } }: { hit: SearchHit }) {
  const isCaption = matched.value === node.caption;
  return (
    <Combobox.Option value={formatRef(node)}>
      <Group gap="sm" wrap="nowrap">
        <TypeIcon type={node.type} size={20} />
        <div className="grows">
          <Text size="sm" fw={550} truncate>
            {node.caption}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {`${nodeType(node.type).one} ${node.id} · ${text.matched(spaced(matched.column))}`}
            {isCaption ? '' : `: ${matched.value}`}
          </Text>
        </div>
        {node.score !== null && node.score > 0 && (
          <span className="pill">{Math.round(node.score * 100)}</span>
        )}
      </Group>
    </Combobox.Option>
  );
}

function NoHits({ q }: { q: string }) {
  return (
    <Combobox.Empty>
      <Text size="sm">{text.none(q)}</Text>
      <Text size="xs">{text.noneHint}</Text>
    </Combobox.Empty>
  );
}
