import { Button, Popover, Radio, Stack, Switch, Text } from '@mantine/core';
import { IconPalette } from '@tabler/icons-react';
import { messages } from '../../../domain/messages/later.ts';
import { useBoard, useBoardActions } from '../workspace/board.tsx';
import { useAnnounce } from '../news/announcements.tsx';
import { colourings, sizings, type BoardStyle } from '../board/board-style.ts';
import { moneyOn } from './money.ts';
import { useMotion } from './motion.ts';
import { TypeColours } from './TypeColours.tsx';

const text = messages.looks.style;

/** Edits what sizes and colours say; part of the legend, which shows the outcome. */
export function StyleMenu() {
  return (
    <Popover
      position="top-end"
      shadow="md"
      width={330}
      middlewares={{ flip: true, shift: true, size: { padding: 8 } }}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button size="compact-xs" variant="subtle" leftSection={<IconPalette size={14} />}>
          {text.menu}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="style-menu" aria-label={text.menu}>
        <StyleForm />
      </Popover.Dropdown>
    </Popover>
  );
}

function StyleForm() {
  const board = useBoard();
  const { change } = useBoardActions();
  const announce = useAnnounce();
  const [motion, setMotion] = useMotion();
  const { style } = board;
  const money = moneyOn(board);
  const compares = [...board.nodes.values()].some(({ change }) => change !== undefined);
  const restyle = (by: Partial<BoardStyle>) => {
    change({ do: 'style', style: { ...style, ...by } });
    announce(text.changed);
  };
  return (
    <Stack gap="sm">
      <Radio.Group label={text.size} value={style.size}>
        <Stack gap={4} mt={4}>
          {sizings.map((size) => (
            <Radio
              key={size}
              size="xs"
              value={size}
              label={text.sizes[size]}
              disabled={size === 'money' && !money}
              onChange={() => restyle({ size })}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Text size="xs" c="dimmed" mt={-6}>
        {money ? text.money(money.currency) : text.noMoney}
      </Text>
      <Radio.Group label={text.colour} value={style.colour}>
        <Stack gap={4} mt={4}>
          {colourings.map((colour) => (
            <Radio
              key={colour}
              size="xs"
              value={colour}
              label={text.colours[colour]}
              disabled={colour === 'change' && !compares}
              onChange={() => restyle({ colour })}
            />
          ))}
        </Stack>
      </Radio.Group>
      {style.colour === 'type' && (
        <TypeColours onColours={(typeColours) => restyle({ typeColours })} />
      )}
      <Switch
        size="xs"
        label={text.motion}
        checked={motion}
        onChange={({ currentTarget }) => setMotion(currentTarget.checked)}
      />
    </Stack>
  );
}
