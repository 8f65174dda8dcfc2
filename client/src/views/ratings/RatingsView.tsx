import { Switch } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { RatingsAmong } from '../../../../domain/views.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { answerTo, type Answered } from '../../provenance/asking.ts';
import { ratingMatrix } from './rating-order.ts';
import { RatingGrid } from './RatingGrid.tsx';
import { RatingStrip } from './RatingStrip.tsx';
import { useScope } from '../scope.ts';
import { useViewAnswer } from '../view-queries.ts';
import { Answer, NoAccounts, NothingToShow, ViewRoom } from '../ViewRoom.tsx';

const text = messages.views.ratings;
const common = messages.views;
const mostRows = 100;

/** Who of the board's accounts rated whom, how, and how soon. */
export default function RatingsView() {
  const { asked, hasAccounts, scope } = useScope();
  const answer = useViewAnswer('ratingsAmong', asked, hasAccounts);
  if (!hasAccounts) return <NoAccounts title={text.title} />;
  const answered = [answerTo(messages.queries.asked.of.view, 'ratingsAmong', asked)];
  return (
    <Answer of={answer}>
      {(data) => <Matrix data={data} scope={scope} answered={answered} />}
    </Answer>
  );
}

interface MatrixProps {
  data: RatingsAmong;
  scope: string | false;
  answered: readonly Answered[];
}

function Matrix({ data, scope, answered }: MatrixProps) {
  const [narrow, setNarrow] = useState(true);
  const { ratings, nodes, totals } = data;
  const matrix = useMemo(
    () => ratingMatrix(ratings, narrow ? [] : nodes.map(({ id }) => id)),
    [ratings, nodes, narrow],
  );
  const accounts = matrix.accounts.slice(0, mostRows);
  const left = data.omitted + matrix.accounts.length - accounts.length;
  if (ratings.length === 0) {
    const given = Object.values(totals).reduce((sum, one) => sum + one.given, 0);
    const received = Object.values(totals).reduce((sum, one) => sum + one.received, 0);
    return (
      <ViewRoom title={text.title} answered={answered} notes={[scope]}>
        <NothingToShow title={text.none} hint={text.noneHint(given, received)} />
      </ViewRoom>
    );
  }
  return (
    <ViewRoom
      title={text.title}
      tools={
        <Switch
          size="xs"
          label={text.withoutOthers}
          checked={narrow}
          onChange={({ currentTarget }) => setNarrow(currentTarget.checked)}
        />
      }
      answered={answered}
      notes={[scope, left > 0 && common.omitted(left)]}
    >
      <RatingGrid data={data} matrix={{ ...matrix, accounts }} />
      <RatingStrip ratings={ratings} />
    </ViewRoom>
  );
}
