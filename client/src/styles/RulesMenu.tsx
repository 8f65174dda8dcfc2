import { ActionIcon, Button, Divider, Popover, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconListNumbers, IconX } from '@tabler/icons-react';
import type { LookRule } from '../../../domain/look-rules.ts';
import { messages } from '../../../domain/messages/later.ts';
import { drawnThings } from '../board/drawn-things.ts';
import { useAnnounce } from '../news/announcements.tsx';
import { useBoard, useBoardActions } from '../workspace/board.tsx';
import { useLooks } from './looks-provider.tsx';
import { RuleForm } from './RuleForm.tsx';
import { appliedRules } from './rules.ts';
import { Styles } from './Styles.tsx';

const text = messages.lookRules;

/** The rules by which nodes are drawn, in their order, and the styles that they are part of. */
export function RulesMenu() {
  const { style } = useBoard();
  return (
    <Popover
      position="top-end"
      shadow="md"
      width={380}
      middlewares={{ flip: true, shift: true, size: { padding: 8 } }}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button size="compact-xs" variant="subtle" leftSection={<IconListNumbers size={14} />}>
          {text.menu}
          {style.rules.length > 0 && <span className="pill">{style.rules.length}</span>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="style-menu" aria-label={text.title}>
        <Rules />
      </Popover.Dropdown>
    </Popover>
  );
}

function Rules() {
  const board = useBoard();
  const { change } = useBoardActions();
  const announce = useAnnounce();
  const looks = useLooks();
  const { style } = board;
  const applied = appliedRules(style.rules, drawnThings(board), looks);
  const become = (rules: readonly LookRule[], news: string) => {
    change({ do: 'style', style: { ...style, rules } });
    announce(news);
  };
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {text.title}
      </Text>
      {applied.length === 0 ? (
        <Text size="xs" c="dimmed">
          {text.none}
        </Text>
      ) : (
        <ol className="rule-list" aria-label={text.title}>
          {applied.map(({ heading }, at) => (
            <li key={at}>
              <span className="grows breaks">{heading}</span>
              <RuleTool
                label={text.up(heading)}
                disabled={at === 0}
                onClick={() => become(swapped(style.rules, at - 1), text.up(heading))}
              >
                <IconArrowUp size={14} />
              </RuleTool>
              <RuleTool
                label={text.down(heading)}
                disabled={at === applied.length - 1}
                onClick={() => become(swapped(style.rules, at), text.down(heading))}
              >
                <IconArrowDown size={14} />
              </RuleTool>
              <RuleTool
                label={text.remove(heading)}
                onClick={() =>
                  become(
                    style.rules.filter((_, other) => other !== at),
                    text.removed,
                  )
                }
              >
                <IconX size={14} />
              </RuleTool>
            </li>
          ))}
        </ol>
      )}
      {applied.length > 1 && (
        <Text size="xs" c="dimmed">
          {text.order}
        </Text>
      )}
      {looks.failed && (
        <Text size="xs" c="red" role="alert">
          {text.failed}
        </Text>
      )}
      <Divider />
      <RuleForm
        fields={looks.fields}
        onAdd={(rule) => become([...style.rules, rule], text.added(text.sets[rule.sets]))}
      />
      <Divider />
      <Styles />
    </Stack>
  );
}

/** With the one at this place and the next in the place of each other. */
function swapped(rules: readonly LookRule[], at: number): LookRule[] {
  const [before, one, other, after] = [
    rules.slice(0, at),
    rules.slice(at, at + 1),
    rules.slice(at + 1, at + 2),
    rules.slice(at + 2),
  ];
  return [...before, ...other, ...one, ...after];
}

interface RuleToolProps {
  label: string;
  disabled?: boolean;
  onClick: () => void;
  children: React.ReactNode;
}

function RuleTool({ label, disabled, onClick, children }: RuleToolProps) {
  return (
    <ActionIcon
      size="sm"
      variant="subtle"
      color="gray"
      aria-label={label}
      disabled={disabled ?? false}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}
