import { ActionIcon, Button, FileButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { z } from 'zod';
import { styleFileSchema, styleNameSchema, type StyleFile } from '../../../domain/look-rules.ts';
import { messages } from '../../../domain/messages/later.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { useAnnounce } from '../news/announcements.tsx';
import { saveFile } from '../ui/save-file.ts';
import { useBoard, useBoardActions } from '../workspace/board.tsx';
import { readStyle, styleAsFile, styleOfFile } from './style-file.ts';

const text = messages.lookRules.styles;

/** Styles by their name, which another board can take, and files of them. */
export function Styles() {
  const { style } = useBoard();
  const { change } = useBoardActions();
  const announce = useAnnounce();
  const [styles, setStyles] = useKeptStyles();
  const [written, setWritten] = useState('');
  const name = styleNameSchema.safeParse(written);
  const apply = (file: StyleFile) => {
    change({ do: 'style', style: styleOfFile(file) });
    announce(text.applied(file.name));
  };
  const keep = (file: StyleFile) =>
    setStyles([...styles.filter((one) => one.name !== file.name), file]);
  const open = async (file: File | null) => {
    if (!file) return;
    try {
      const read = readStyle(file.name, await file.text());
      keep(read);
      apply(read);
    } catch (error) {
      announceProblem(error);
    }
  };
  return (
    <Stack gap={6}>
      <Text size="sm" fw={500}>
        {text.title}
      </Text>
      <Text size="xs" c="dimmed">
        {text.about}
      </Text>
      {styles.map((one) => (
        <Group key={one.name} gap={4} wrap="nowrap" justify="space-between">
          <Button size="compact-xs" variant="subtle" className="breaks" onClick={() => apply(one)}>
            {text.apply(one.name)}
          </Button>
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={text.forget(one.name)}
            onClick={() => {
              setStyles(styles.filter((other) => other !== one));
              announce(text.forgotten(one.name));
            }}
          >
            <IconX size={14} />
          </ActionIcon>
        </Group>
      ))}
      <TextInput
        size="xs"
        label={text.name}
        value={written}
        maxLength={100}
        onChange={({ currentTarget }) => setWritten(currentTarget.value)}
      />
      <Group gap="xs">
        <Button
          size="compact-xs"
          variant="default"
          disabled={!name.success}
          onClick={() => {
            if (!name.success) return;
            keep(styleAsFile(name.data, style));
            announce(text.kept(name.data));
          }}
        >
          {text.keep}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          disabled={!name.success}
          onClick={() => name.success && saveStyle(styleAsFile(name.data, style))}
        >
          {text.save}
        </Button>
        <FileButton accept="application/json,.json" onChange={(file) => void open(file)}>
          {(props) => (
            <Button size="compact-xs" variant="default" {...props}>
              {text.open}
            </Button>
          )}
        </FileButton>
      </Group>
    </Stack>
  );
}

function saveStyle(file: StyleFile): void {
  const blob = new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' });
  saveFile(blob, `skein-style-${file.name.replaceAll(/[^\w.-]+/g, '-')}.json`);
}

/** Those that this browser keeps; what another version has kept and this one cannot read is not among them. */
function useKeptStyles() {
  return useLocalStorage<StyleFile[]>({
    key: 'skein-styles',
    defaultValue: [],
    getInitialValueInEffect: false,
    deserialize: (kept) => {
      try {
        const all = z.array(z.unknown()).parse(JSON.parse(kept ?? '[]'));
        return all.flatMap((one) => styleFileSchema.safeParse(one).data ?? []);
      } catch {
        return [];
      }
    },
  });
}
