import { Button, Combobox, useCombobox } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useLayoutEffect, useState } from 'react';
import { messages } from '../../../../domain/messages/later.ts';
import type { NodeTypeName } from '../../../../domain/schema/schema.ts';
import type { Steps } from './edit-pattern.ts';
import { wayChoices } from './way-choices.ts';

const text = messages.patternDrawing;

interface LinkOnProps {
  from: NodeTypeName;
  /** What the button says; null where it stands at the end of a branch and is a sign alone. */
  says: string | null;
  /** Of the button, by which the keys find it. */
  place: string;
  onChoose: (steps: Steps) => void;
}

/** A button that offers every relation by which a node can be linked on, to be searched. */
export function LinkOn({ from, says, place, onChoose }: LinkOnProps) {
  const [typed, setTyped] = useState('');
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      combobox.focusTarget();
      setTyped('');
    },
  });
  const { dropdownOpened, searchRef } = combobox;
  // The library's own focus comes by a timer: what is typed until then would go to the node that was left.
  useLayoutEffect(() => {
    if (dropdownOpened) searchRef.current?.focus({ preventScroll: true });
  }, [dropdownOpened, searchRef]);
  const named = text.linkOn(messages.schema.nodes[from].one);
  const choices = dropdownOpened
    ? wayChoices(from).filter(({ label }) => holdsAll(label, typed))
    : [];
  return (
    <Combobox
      store={combobox}
      width={330}
      position="bottom-start"
      shadow="md"
      onOptionSubmit={(value) => {
        combobox.closeDropdown();
        const choice = choices.find((one) => one.value === value);
        if (choice) onChoose(choice.steps);
      }}
    >
      <Combobox.Target withAriaAttributes={false}>
        <Button
          size="compact-xs"
          variant={says === null ? 'subtle' : 'default'}
          className={says === null ? 'drawn-end' : ''}
          leftSection={<IconPlus size={14} aria-hidden />}
          aria-label={says === null ? named : `${says} ${named}`}
          aria-haspopup="listbox"
          aria-expanded={dropdownOpened}
          title={named}
          data-link-on={place}
          onClick={() => combobox.toggleDropdown()}
        >
          {says}
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          aria-label={text.search}
          placeholder={text.search}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.updateSelectedOptionIndex();
          }}
        />
        <Combobox.Options mah={280} className="scrolls" aria-label={named}>
          {choices.map(({ value, label }) => (
            <Combobox.Option key={value} value={value}>
              {label}
            </Combobox.Option>
          ))}
          {choices.length === 0 && <Combobox.Empty>{text.noneLike}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function holdsAll(label: string, typed: string): boolean {
  const held = label.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => held.includes(word));
}
