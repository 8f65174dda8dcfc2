import { Button } from '@mantine/core';
import { messages } from '../../../domain/messages/later.ts';
import { answerAt } from '../provenance/asking.ts';
import { HowAnswered } from '../provenance/HowAnswered.tsx';
import { usePath } from './use-path.ts';

/** The way between two nodes that are marked; nothing where it is not just two. */
export function PathBetween({ marked }: { marked: readonly string[] }) {
  const showPath = usePath();
  const [one, other, ...more] = marked;
  if (one === undefined || other === undefined || more.length > 0) return null;
  return (
    <>
      <Button size="compact-xs" variant="subtle" onClick={() => showPath(one, other)}>
        {messages.looks.paths.between}
      </Button>
      <HowAnswered
        of={[answerAt(messages.looks.paths.between, 'path', {}, { from: one, to: other })]}
      />
    </>
  );
}
