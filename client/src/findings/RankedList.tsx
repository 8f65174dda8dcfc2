import { ActionIcon, Box, Button, Group, Skeleton, Text, UnstyledButton } from '@mantine/core';
import { IconStackPush } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { DecidedMark } from '../../../domain/disposition.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { Failure } from '../ui/Failure.tsx';
import type { Answered } from '../provenance/asking.ts';
import { HowAnswered } from '../provenance/HowAnswered.tsx';
import { ScoreBar } from '../ui/ScoreBar.tsx';

export interface RankedItem {
  key: string;
  score: number;
  /** What the score is of. */
  scored: 'cluster' | 'finding';
  title: ReactNode;
  /** What was decided of it; null where nobody has touched it. */
  decided: DecidedMark | null;
  /** Smaller, below the title. */
  about: ReactNode;
  href: string;
}

interface RankedListProps {
  label: string;
  /** How it is ordered, in words. */
  order: string;
  /** Before how it is ordered: how much of it there is. */
  head?: ReactNode;
  /** What it was answered by. */
  answered: Answered;
  items: RankedItem[] | undefined;
  /** The items answer an earlier question: those of the present one are under way. */
  outdated?: boolean;
  error: Error | null;
  onRetry: () => void;
  nothing: string;
  /** Address of the page, to mark the item that is open. */
  address: string;
  onOpen: (href: string) => void;
  /** Puts it on top of what is drawn; null where nothing is. */
  onTop: ((href: string) => void) | null;
  onMore: (() => void) | null;
  loadingMore: boolean;
}

/** A list to go through with the arrow keys; Enter opens. */
export function RankedList(props: RankedListProps) {
  const { label, order, head, answered, items, error, onRetry, nothing } = props;
  const { address, onOpen, onTop, onMore, loadingMore, outdated = false } = props;
  if (!items && error) return <Failure error={error} onRetry={onRetry} />;
  // That there was nothing is no answer to what is asked now.
  if (!items || (outdated && items.length === 0)) return <Waiting />;
  if (items.length === 0)
    return (
      <Text c="dimmed" size="sm" p="md">
        {nothing}
      </Text>
    );
  return (
    <>
      <Group className="ranked-head" justify="space-between" wrap="nowrap">
        <span>
          {head}
          <span className="ranked-order">{order}</span>
        </span>
        <HowAnswered of={[answered]} />
      </Group>
      <Box role="list" aria-label={label} aria-busy={outdated} onKeyDown={walk} className="ranked">
        {items.map((item) => (
          <div role="listitem" key={item.key} className="ranked-row">
            <UnstyledButton
              className="ranked-item"
              aria-current={address === item.href ? 'page' : undefined}
              data-state={item.decided?.state}
              onClick={({ shiftKey }) => (shiftKey && onTop ? onTop(item.href) : onOpen(item.href))}
            >
              <ScoreBar score={item.score} of={item.scored} />
              <Text size="md" fw={550} lh={1.35} className="ranked-title">
                {item.title}
              </Text>
              <Group gap={6} className="ranked-about">
                {item.decided && isMarked(item.decided) && <Decided as={item.decided} />}
                {item.about}
              </Group>
            </UnstyledButton>
            {onTop && address !== item.href && (
              <ActionIcon
                className="ranked-over"
                size="sm"
                variant="default"
                aria-label={messages.page.lists.putOver}
                title={messages.page.lists.putOver}
                onClick={() => onTop(item.href)}
              >
                <IconStackPush size={15} aria-hidden />
              </ActionIcon>
            )}
          </div>
        ))}
        {onMore && (
          <Button
            variant="subtle"
            size="xs"
            fullWidth
            onClick={onMore}
            loading={loadingMore}
            my="xs"
          >
            {messages.page.more}
          </Button>
        )}
      </Box>
    </>
  );
}

/** Taken back, with nothing new: as if nobody had touched it. */
function isMarked({ state, news, proposed }: DecidedMark): boolean {
  return state !== 'new' || news.length > 0 || proposed !== null;
}

/** The state in words; the rest of it stands in the queue. */
function Decided({ as: { state, reason, news } }: { as: DecidedMark }) {
  const { states, reasons, page } = messages.triage;
  return (
    <span className="ranked-decided">
      {states[state]}
      {reason && ` · ${reasons[reason]}`}
      {news.length > 0 && ` · ${state === 'new' ? page.reopened : page.news}`}
    </span>
  );
}

/** Arrow keys go from item to item. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.ranked-item')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)];
  event.preventDefault();
  next?.focus();
}

function Waiting() {
  return (
    <Box p="sm" role="group" aria-busy="true" aria-label={messages.page.state.loading}>
      {Array.from({ length: 8 }, (_, index) => (
        <Box key={index} mb="lg">
          <Skeleton h={8} w="100%" mb={8} />
          <Skeleton h={14} w="90%" mb={6} />
          <Skeleton h={10} w="55%" />
        </Box>
      ))}
    </Box>
  );
}
