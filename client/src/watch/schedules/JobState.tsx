import type { Job, JobState as State } from '../../../../domain/schedule.ts';
import { words } from '../../../../domain/words/later.ts';
import { StateText, type Tone } from '../StateText.tsx';

const tones: Readonly<Record<State, Tone>> = {
  waiting: 'busy',
  running: 'busy',
  done: 'well',
  failed: 'wrong',
  cancelled: 'plain',
};

export function JobState({ job }: { job: Pick<Job, 'state'> }) {
  return <StateText tone={tones[job.state]} says={words.watch.schedules.states[job.state]} />;
}
