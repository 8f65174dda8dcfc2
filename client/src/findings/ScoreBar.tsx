import { Box } from '@mantine/core';
import { outOf100 } from '../../../domain/score.ts';
import { words } from '../../../domain/words/browser.ts';

/** A score in [0, 1] as a bar with its figure. */
export function ScoreBar({ score }: { score: number }) {
  const percent = outOf100(score);
  return (
    <Box className="score" role="img" aria-label={words.page.score100(score)}>
      <span className="score-track">
        <Box className="score-fill" w={`${percent}%`} />
      </span>
      <span className="score-figure">{percent}</span>
    </Box>
  );
}
