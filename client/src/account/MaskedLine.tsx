import { Button, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { messages } from '../../../domain/messages/later.ts';
import { useCaller } from '../api/caller.ts';
import { send } from '../api/fetch.ts';
import { onShowAsked } from '../api/masked.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { timeOfDay } from '../theme/formats.ts';
import { ShowDialog } from './ShowDialog.tsx';
import './masked.css';

const text = messages.maskedPage;

/** Nothing that was shown stays behind, and addresses of things are others. */
function beginAnew(): void {
  location.assign('/');
}

/** Below the header, for whoever sees personal data masked, or shown for a while. */
export function MaskedLine() {
  const { data } = useCaller();
  const [asking, setAsking] = useState(false);
  const shown = data?.shown ?? null;
  useEffect(() => onShowAsked(() => setAsking(true)), []);
  useEffect(() => {
    if (!shown) return;
    const over = setTimeout(beginAnew, Math.max(0, Date.parse(shown.until) - Date.now()));
    return () => clearTimeout(over);
  }, [shown]);
  const mask = async () => {
    try {
      await send('maskPersonalData', {}, undefined);
      beginAnew();
    } catch (error) {
      announceProblem(error);
    }
  };
  return (
    <Group className="masked-line" gap="sm" justify="center" role="status">
      <Text size="sm">{shown ? text.shown(timeOfDay(shown.until), shown.why) : text.masked}</Text>
      {shown ? (
        <Button size="compact-xs" variant="default" onClick={() => void mask()}>
          {text.mask}
        </Button>
      ) : (
        <Button size="compact-xs" variant="default" onClick={() => setAsking(true)}>
          {text.show}
        </Button>
      )}
      <ShowDialog opened={asking} onClose={() => setAsking(false)} />
    </Group>
  );
}
