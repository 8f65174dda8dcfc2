import { ActionIcon, Tooltip } from '@mantine/core';
import { IconZoomCode } from '@tabler/icons-react';
import { messages } from '../../../domain/messages/browser.ts';
import { showHowAnswered, type Answered } from './asking.ts';

/** Opens the queries behind what stands beside it. */
export function HowAnswered({ of }: { of: readonly Answered[] }) {
  if (of.length === 0) return null;
  const label = messages.queries.asked.title;
  return (
    <Tooltip label={label}>
      <ActionIcon size="sm" aria-label={label} onClick={() => showHowAnswered(of)}>
        <IconZoomCode size={16} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}
