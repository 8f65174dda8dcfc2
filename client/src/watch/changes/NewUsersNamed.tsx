import { formatRef } from '../../../../domain/schema/graph.ts';
import type { NewUsers } from '../../../../domain/run-diff.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { NodeLink } from '../../subject/NodeLink.tsx';
import { dayAndTime } from '../../theme/formats.ts';

const text = messages.watch.changes;
const mostNamed = 30;

/** Who has come to use one thing of a cluster: since when, and the row that says so. */
export function NewUsersNamed({ newcomers }: { newcomers: NewUsers }) {
  const { thing, name, users, accounts } = newcomers;
  return (
    <details>
      <summary className="small">
        {text.newUsers(accounts.length, name)} {text.users(users.then, users.now)}
      </summary>
      {thing && <NodeLink key={formatRef(thing)} node={thing} />}
      <ul className="watch-list">
        {accounts.slice(0, mostNamed).map(({ account_id: id, since, cluster_id, evidence }) => (
          <li key={id}>
            <NodeLink node={{ type: 'account', id }} />{' '}
            <span className="faint small">
              {[
                ...(since === null ? [] : [text.since(dayAndTime(since))]),
                ...(cluster_id === null ? [] : [text.inCluster(cluster_id)]),
                ...evidence.flatMap(({ sources }) =>
                  sources.slice(0, 1).map(({ file, line }) => `${file}:${line}`),
                ),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {accounts.length > mostNamed && (
        <span className="faint small">
          {messages.watch.lists.rest(accounts.length - mostNamed)}
        </span>
      )}
    </details>
  );
}
