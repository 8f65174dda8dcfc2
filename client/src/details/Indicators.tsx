import { Group, Tooltip } from '@mantine/core';
import { messages } from '../../../domain/messages/browser.ts';

const texts: Readonly<Record<string, string>> = messages.indicators;

/** Ids of the advisory's indicators; what each says comes on hover and to a screen reader. */
export function Indicators({ ids }: { ids: readonly string[] }) {
  return (
    <Group gap={4} mt={8}>
      {ids.map((id) => (
        <Tooltip key={id} label={texts[id] ?? id} multiline maw={320} events={touchToo}>
          <span className="pill" tabIndex={0} role="note" aria-label={`${id}: ${texts[id] ?? ''}`}>
            {id}
          </span>
        </Tooltip>
      ))}
    </Group>
  );
}

const touchToo = { hover: true, focus: true, touch: true };
