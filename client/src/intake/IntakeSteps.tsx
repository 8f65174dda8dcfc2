import type { Intake, IntakeState } from '../../../domain/intake.ts';
import { FileCard } from './FileCard.tsx';
import { LoadResult } from './LoadResult.tsx';
import { LoadStep } from './LoadStep.tsx';
import { MappingStep } from './MappingStep.tsx';

interface IntakeStepsProps {
  intake: Intake;
  state: IntakeState;
  /** Files are still on their way. */
  sending: boolean;
}

/** What is left to do of an intake: its files one by one, the mapping, the load, and what came of it. */
export function IntakeSteps({ intake, state, sending }: IntakeStepsProps) {
  if (state.state === 'loaded' && state.result) return <LoadResult state={state} />;
  const { id, files } = intake;
  const locked = state.state === 'loading';
  return (
    <>
      {!locked &&
        files.map((file) => (
          <FileCard key={file.name} intake={id} file={file} open={files.length <= 3} />
        ))}
      {!locked && files.length > 0 && <MappingStep intake={id} files={files} />}
      <LoadStep intake={intake} state={state} sending={sending} />
    </>
  );
}
