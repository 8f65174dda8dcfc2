import { Button, Group, Text } from '@mantine/core';
import { mayBecome, type TriageItem, type TriageState } from '../../../domain/disposition.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { useMay } from '../api/caller.ts';

const text = messages.triage.page;

const steps = [
  'in_review',
  'confirmed',
  'dismissed',
  'accepted',
  'victim',
  'appealed',
  'referred',
  'new',
] as const;

interface ActBarProps {
  /** What is acted on. */
  items: readonly TriageItem[];
  /** How many of them were selected; none where it is the one that is looked at. */
  selected: number;
  onState: (state: TriageState) => void;
  onAssign: (toMe: boolean) => void;
  onClear: () => void;
}

/** What may be done to all of what is selected, or to the item that is looked at. */
export function ActBar({ items, selected, onState, onAssign, onClear }: ActBarProps) {
  const mayWork = useMay('work');
  const may = (next: TriageState) => items.every(({ state }) => mayBecome(state, next));
  if (!mayWork) return null;
  return (
    <Group className="queue-acts" gap={6}>
      {selected > 0 && (
        <>
          <Text size="sm" fw={600}>
            {text.selected(selected)}
          </Text>
          <Button size="compact-xs" variant="subtle" onClick={onClear}>
            {text.clear}
          </Button>
        </>
      )}
      {steps.filter(may).map((state) => (
        <Button key={state} size="compact-xs" variant="default" onClick={() => onState(state)}>
          {text.acts[state]}
        </Button>
      ))}
      <Button size="compact-xs" variant="default" onClick={() => onAssign(true)}>
        {text.acts.assign}
      </Button>
      {items.some(({ assignee }) => assignee !== null) && (
        <Button size="compact-xs" variant="default" onClick={() => onAssign(false)}>
          {text.acts.free}
        </Button>
      )}
    </Group>
  );
}
