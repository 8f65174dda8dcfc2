import { Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useLocation, useSearch } from 'wouter';
import { numbersRoutes } from '../../../../domain/api/numbers.ts';
import type { Query } from '../../../../domain/api/api.ts';
import { bucketKinds } from '../../../../domain/numbers-asked.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { ask } from '../../api/fetch.ts';
import { Failure } from '../../ui/Failure.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { dayAndTime } from '../../theme/formats.ts';
import { MoneyNumbers } from './MoneyNumbers.tsx';
import { OpenNumbers } from './OpenNumbers.tsx';
import { PrecisionNumbers } from './PrecisionNumbers.tsx';
import { TimeNumbers } from './TimeNumbers.tsx';
import './numbers.css';

const text = messages.numbers.page;

type Asked = Query<'numbers'>;

/** How the work goes, in figures, each of which opens the list behind it. The address keeps the period. */
export default function NumbersSection() {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const asked = askedBy(search);
  const numbers = useQuery({
    queryKey: ['triage', 'numbers', asked],
    queryFn: ({ signal }) => ask('numbers', {}, asked, signal),
    placeholderData: keepPreviousData,
  });
  const { data, error } = numbers;
  const put = (more: Asked) => {
    const next = new URLSearchParams();
    const given = { ...data?.period, ...asked, ...more };
    for (const [name, value] of Object.entries(given)) if (value) next.set(name, value);
    navigate(`${path}?${next.toString()}`, { replace: true });
  };
  const date = (name: 'from' | 'to') => (
    <TextInput
      key={`${name} ${asked[name] ?? data?.period[name] ?? ''}`}
      size="xs"
      type="date"
      label={text[name]}
      defaultValue={asked[name] ?? data?.period[name] ?? ''}
      onBlur={({ currentTarget: { value } }) =>
        value !== (asked[name] ?? data?.period[name] ?? '') && put({ [name]: value })
      }
      onKeyDown={({ key, currentTarget: { value } }) => key === 'Enter' && put({ [name]: value })}
    />
  );
  return (
    <>
      <Group gap="xs" mb="sm" align="end">
        {date('from')}
        {date('to')}
        <NativeSelect
          size="xs"
          label={text.by}
          value={asked.by ?? 'month'}
          data={bucketKinds.map((value) => ({ value, label: text.bys[value] }))}
          onChange={({ currentTarget: { value } }) =>
            put({ by: bucketKinds.find((one) => one === value) })
          }
        />
      </Group>
      {error && <Failure error={error} onRetry={() => void numbers.refetch()} />}
      {numbers.isPending && <Waiting />}
      {data && !error && (
        <>
          <Text size="sm" c="dimmed" mb="sm" maw={1180}>
            {text.asOf(dayAndTime(data.at))} {messages.numbers.definitions.people}
          </Text>
          <OpenNumbers numbers={data} />
          <TimeNumbers numbers={data} />
          <PrecisionNumbers numbers={data} />
          <MoneyNumbers numbers={data} />
        </>
      )}
    </>
  );
}

/** What the address asks for; what it cannot ask for is left to the server to refuse. */
function askedBy(search: string): Asked {
  const known = Object.keys(numbersRoutes.numbers.query.shape);
  return Object.fromEntries(
    [...new URLSearchParams(search)].filter(([name]) => known.includes(name)),
  );
}
