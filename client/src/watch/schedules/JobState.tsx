import type { Job, JobState as State } from '../../../../domain/input/schedule.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { StateText, type Tone } from '../StateText.tsx';

const tones: Readonly<Record<State, Tone>> = {
  waiting: 'busy',
  running: 'busy',
  done: 'well',
  failed: 'wrong',
  cancelled: 'plain',
};

export function JobState({ job }: { job: Pick<Job, 'state'> }) {
  return <StateText tone={tones[job.state]} says={messages.watch.schedules.states[job.state]} />;
}
