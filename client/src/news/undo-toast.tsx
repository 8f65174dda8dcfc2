import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { messages } from '../../../domain/messages/browser.ts';
import { announceProblem } from './announce-problem.ts';

/** Long enough to be read, and to be reached by the keyboard. */
const staysMs = 10_000;

const id = 'skein-undo';

/** Taken back by another way, such as a key: the way back is not offered twice. */
export function hideUndo(): void {
  notifications.hide(id);
}

/** Says in a corner of the page what was done, with the way back; each replaces the one before. */
export function toastWithUndo(
  message: string,
  undo: () => Promise<void>,
  label: string = messages.page.undo,
): void {
  const takeBack = () => {
    hideUndo();
    undo().catch(announceProblem);
  };
  // What was said of an earlier decision is not taken for this one's.
  hideUndo();
  notifications.show({
    id,
    color: 'teal',
    autoClose: staysMs,
    message: (
      <Group gap="sm" justify="space-between" wrap="nowrap">
        <span>{message}</span>
        <Button size="compact-xs" variant="default" onClick={takeBack}>
          {label}
        </Button>
      </Group>
    ),
  });
}
