import { Combobox, Textarea, useCombobox } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { typedMention } from '../../../domain/mentions.ts';
import { longestComment } from '../../../domain/case-work.ts';
import { messages } from '../../../domain/messages/later.ts';
import { usePeople } from './case-work-queries.ts';

const text = messages.caseWork;
/** More are no help; one more letter finds them. */
const mostNames = 8;

interface MentionFieldProps {
  value: string;
  onChange: (value: string) => void;
  onSend: () => void;
}

/** Where a comment is written. After `@` it offers names: arrows choose, Enter takes one, Escape leaves it. */
export function MentionField({ value, onChange, onSend }: MentionFieldProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [cursor, setCursor] = useState(0);
  const { data: people = [] } = usePeople();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const mention = typedMention(value, cursor);
  const names = mention ? namesLike(people, mention.typed) : [];
  const offered = names.join('\n');
  const { selectFirstOption } = combobox;
  // Enter takes the likeliest, without a step down the list.
  useEffect(() => {
    if (offered !== '') selectFirstOption();
  }, [offered, selectFirstOption]);

  const take = (name: string) => {
    if (!mention) return;
    const before = `${value.slice(0, mention.start)}@${name} `;
    onChange(before + value.slice(cursor));
    combobox.closeDropdown();
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(before.length, before.length);
      setCursor(before.length);
    });
  };
  const opened = combobox.dropdownOpened && names.length > 0;
  return (
    <Combobox store={combobox} onOptionSubmit={take} shadow="md" position="bottom-start">
      <Combobox.Target withKeyboardNavigation={opened}>
        <Textarea
          ref={field}
          label={text.comment}
          description={text.commentHint}
          autosize
          minRows={2}
          maxRows={12}
          maxLength={longestComment}
          value={value}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.value);
            setCursor(currentTarget.selectionStart);
            combobox.openDropdown();
          }}
          onSelect={({ currentTarget }) => setCursor(currentTarget.selectionStart)}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSend();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!opened}>
        <Combobox.Options aria-label={text.names}>
          {names.map((name) => (
            <Combobox.Option key={name} value={name} className="breaks">
              {name}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function namesLike(people: readonly { name: string }[], typed: string): string[] {
  const wanted = typed.toLowerCase();
  const begins = (word: string) => word.startsWith(wanted);
  return people
    .map(({ name }) => name)
    .filter((name) => {
      const lower = name.toLowerCase();
      return begins(lower) || lower.split(/[\s._-]+/).some(begins);
    })
    .slice(0, mostNames);
}
