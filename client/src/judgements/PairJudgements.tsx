import { messages } from '../../../domain/messages/browser.ts';
import { Failure } from '../ui/Failure.tsx';
import { Section } from '../ui/Section.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { JudgementHistory } from './JudgementHistory.tsx';
import { useJudgementsOf } from '../board/judged/use-judging.ts';
import { Verdicts } from './Verdicts.tsx';

const text = messages.judgements.page;

/** What analysts judged of two accounts, as a link or as an identity, and what they may judge. */
export function PairJudgements({ a, b }: { a: string; b: string }) {
  const { data, error, refetch } = useJudgementsOf({ subject: `account:${a}` });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const about = data.items.filter(
    ({ kind, subjects }) =>
      kind !== 'relation' && subjects.some(({ type, id }) => type === 'account' && id === b),
  );
  const inForce = about.some(({ withdrawn }) => withdrawn === null);
  return (
    <Section title={text.askLink}>
      {about.length > 0 && <JudgementHistory judgements={about} />}
      {!inForce && <Verdicts of={{ kind: 'link', subjects: [`account:${a}`, `account:${b}`] }} />}
    </Section>
  );
}
