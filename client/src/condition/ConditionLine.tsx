import { Link } from 'wouter';
import { messages } from '../../../domain/messages/later.ts';
import { useCondition } from './condition-query.ts';

const text = messages.conditionPage;

/** Whether Skein itself is well, in a few words, which lead to all of it. */
export function ConditionLine() {
  const { data } = useCondition();
  return (
    <div>
      <Link className="text-link" href="/condition">
        {data ? text.line(text.whole[data.state]) : text.title}
      </Link>
    </div>
  );
}
