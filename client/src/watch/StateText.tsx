/** How something stands: well, wrong, or still to come. The word says it; colour and sign say it again. */
export type Tone = 'well' | 'wrong' | 'busy' | 'plain';

const signs: Readonly<Record<Tone, string>> = { well: '✓', wrong: '✕', busy: '◔', plain: '·' };

export function StateText({ tone, says }: { tone: Tone; says: string }) {
  return (
    <span className="watch-state" data-tone={tone}>
      <span aria-hidden>{signs[tone]} </span>
      {says}
    </span>
  );
}
