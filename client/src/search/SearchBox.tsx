import { Combobox, Group, Kbd, Loader, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconList, IconRadar, IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useLocation } from 'wouter';
import { outOf100 } from '../../../domain/score.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { useSearch } from '../api/queries.ts';
import { useBoardActions } from '../workspace/board.tsx';
import { usePutOver } from '../workspace/over.ts';
import { useSelect } from '../workspace/selection.tsx';
import { answerAt } from '../provenance/asking.ts';
import { HowAnswered } from '../provenance/HowAnswered.tsx';
import { TypeIcon } from '../theme/TypeIcon.tsx';
import { completing, groupsOf, type Line } from './hits.ts';
import { addressOfSearch } from '../subject/search-subject.ts';
import { subjectAt } from '../subject/subject.ts';
import './search.css';

const text = messages.search;
const typingMs = 180;

/** Finds by any id, name, number, address or text, and shows what is picked. */
export function SearchBox({ input }: { input: RefObject<HTMLInputElement | null> }) {
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), typingMs);
  const results = useSearch(asked);
  const { show } = useBoardActions();
  const { tellOf } = useSelect();
  const onTop = usePutOver();
  const [, navigate] = useLocation();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });

  const groups = results.data ? groupsOf(results.data, asked) : [];
  const lines = groups.flatMap((group) => group.lines);
  const open = (value: string) => {
    if (value.startsWith(completing)) {
      setTyped(value.slice(completing.length));
      const usual = lines.find((line) => line.value === value)?.usual;
      // What is typed next is the first value.
      if (usual)
        requestAnimationFrame(() => input.current?.setSelectionRange(usual.from, usual.to));
      return;
    }
    if (onTop && subjectAt(value).kind === 'finding') tellOf(value);
    else if (value.startsWith('/')) navigate(value);
    else show(value);
    combobox.closeDropdown();
    input.current?.blur();
  };

  // What is still shown of an earlier search is not what Enter means.
  const answered = typed.trim() === asked && !results.isFetching;

  // Enter opens the best hit, without a step down the list; pressed before the answer, as soon as that is there.
  const { selectFirstOption, clickSelectedOption } = combobox;
  const hurried = useRef(false);
  useEffect(() => {
    if (!answered) return;
    selectFirstOption();
    if (hurried.current) clickSelectedOption();
    hurried.current = false;
  }, [answered, asked, selectFirstOption, clickSelectedOption]);

  return (
    <Combobox store={combobox} onOptionSubmit={open} shadow="md" withinPortal>
      <Combobox.Target>
        <TextInput
          ref={input}
          className="search"
          type="search"
          size="sm"
          aria-label={messages.page.header.searchLabel}
          placeholder={messages.page.header.search}
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
            hurried.current = event.key === 'Enter' && !answered;
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={asked === ''}>
        <Combobox.Options mah={460} className="scrolls" aria-label={text.results}>
          {groups.map(({ label, lines }) => (
            <Combobox.Group key={label} label={label}>
              {lines.map((line) => (
                <Hit key={line.value} line={line} stale={!answered} />
              ))}
            </Combobox.Group>
          ))}
          {groups.length > 0 && <AllResults q={asked} />}
          {results.data && groups.length === 0 && <NoHits q={asked} />}
          {results.error && <Combobox.Empty>{results.error.message}</Combobox.Empty>}
          {!results.data && !results.error && <Combobox.Empty>{text.waiting}</Combobox.Empty>}
        </Combobox.Options>
        <Combobox.Footer>
          <HowAnswered
            of={[answerAt(messages.queries.asked.of.search, 'search', {}, { q: asked })]}
          />
        </Combobox.Footer>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function Hit({ line, stale }: { line: Line; stale: boolean }) {
  const { value, title, about, type, score, scored } = line;
  return (
    <Combobox.Option value={value} disabled={stale} className="hit">
      <Group gap="sm" wrap="nowrap">
        {type ? (
          <TypeIcon type={type} size={20} />
        ) : (
          <IconRadar size={20} stroke={1.6} aria-hidden />
        )}
        <div className="grows">
          <Text size="sm" fw={550} truncate>
            {title}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {about}
          </Text>
        </div>
        {score !== null && score > 0 && (
          <span
            className="pill"
            title={messages.score.means(score, messages.score.meaning[scored])}
          >
            {outOf100(score)}
          </span>
        )}
      </Group>
    </Combobox.Option>
  );
}

/** The whole list, at an address that a colleague can open. */
function AllResults({ q }: { q: string }) {
  return (
    <Combobox.Option
      value={addressOfSearch({ id: q, type: undefined, drawn: false })}
      className="all-results"
    >
      <Group gap="sm" wrap="nowrap">
        <IconList size={20} stroke={1.6} aria-hidden />
        <Text size="sm">{text.all}</Text>
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
