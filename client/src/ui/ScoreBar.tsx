import { Box } from '@mantine/core';
import { outOf100 } from '../../../domain/score.ts';
import { messages } from '../../../domain/messages/browser.ts';

interface ScoreBarProps {
  /** In [0, 1]. */
  score: number;
  /** What it is of, which decides on what it says. */
  of: keyof typeof messages.score.meaning;
}

/** A score as a bar with its figure, and on it what the figure means. */
export function ScoreBar({ score, of }: ScoreBarProps) {
  const percent = outOf100(score);
  const means = messages.score.means(score, messages.score.meaning[of]);
  return (
    <Box className="score" role="img" aria-label={means} title={means}>
      <span className="score-track">
        <Box className="score-fill" w={`${percent}%`} />
      </span>
      <span className="score-figure">{percent}</span>
    </Box>
  );
}
