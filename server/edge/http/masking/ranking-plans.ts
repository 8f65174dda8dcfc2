/** What is at stake with a cluster, for whoever does not see personal data. */
import type { Ranking, Stakes } from '../../../../domain/ranking.ts';
import { ref } from './graph-plans.ts';
import {
  account,
  asIs,
  figure,
  finding,
  list,
  maybe,
  shape,
  time,
  withheld,
  word,
  type Plan,
} from './plan.ts';

const paymentAccount: Plan<string> = (id, masker) => masker.id('payment_account', id);

const stakes = shape<Stakes>({
  as_of: time,
  since: time,
  listed: list(
    shape<Stakes['listed'][number]>({
      node: ref,
      list: withheld,
      name: (_name, masker, { node }) => masker.caption(node),
      score: asIs,
      findings: list(finding),
    }),
  ),
  money: list(
    shape<Stakes['money'][number]>({
      currency: word,
      amount: figure,
      transfers: asIs,
      first: time,
      last: time,
      usual: figure,
      usual_of: asIs,
      times: asIs,
    }),
  ),
  payment_accounts: list(paymentAccount),
  left_out: list(paymentAccount),
  active: shape<Stakes['active']>({
    last: maybe(time),
    what: asIs,
    // It is told of in a sentence, and leads nowhere.
    account: maybe((id, masker) => masker.caption({ type: 'account', id })),
    accounts: list(account),
    since: time,
  }),
  growing: shape<Stakes['growing']>({
    created: list(account),
    joined: list(account),
    of: asIs,
  }),
  victims: shape<Stakes['victims']>({
    clients: asIs,
    hired: asIs,
    paid: asIs,
    accounts: list(account),
  }),
});

export const ranking = shape<Ranking>({ stakes, terms: asIs, total: asIs });
