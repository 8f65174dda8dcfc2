import { Anchor, Table, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { Numbers } from '../../../../domain/numbers.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { addressOfQueue } from '../../triage/address.ts';
import { exactMoney } from '../../theme/amounts.ts';
import { WideTable } from '../WideTable.tsx';
import { NumbersCard } from './NumbersCard.tsx';

const text = messages.numbers;
const { page } = text;

/** What came to all that was confirmed, by currency. */
export function MoneyNumbers({ numbers }: { numbers: Numbers }) {
  const { money, period } = numbers;
  const confirmed = money.clusters + money.findings;
  return (
    <NumbersCard table="money" numbers={numbers}>
      {confirmed > 0 && (
        <Anchor
          component={Link}
          href={addressOfQueue({ counted: 'money', ...period })}
          size="sm"
          mb="xs"
          display="inline-block"
        >
          {page.rests(money.clusters, money.findings, money.accounts)}
        </Anchor>
      )}
      {money.totals.length === 0 ? (
        <Text size="sm">{page.noMoney}</Text>
      ) : (
        <WideTable label={text.tables.money} heads={[page.month, page.amount, page.transfers]}>
          {money.totals.map(({ currency, months, ...all }) => [
            <Sum key={currency} name={`${currency}, ${page.all}`} currency={currency} {...all} />,
            ...months.map((one) => (
              <Sum
                key={`${currency} ${one.month}`}
                name={one.month || page.noMonth}
                currency={currency}
                amount={one.amount}
                transfers={one.transfers}
              />
            )),
          ])}
        </WideTable>
      )}
      {money.not_counted.length > 0 && (
        <Text size="sm" c="dimmed" mt="xs" className="breaks">
          {page.leftOut(money.not_counted.join(', '))}
        </Text>
      )}
    </NumbersCard>
  );
}

interface SumProps {
  name: string;
  currency: string;
  amount: string;
  transfers: number;
}

function Sum({ name, currency, amount, transfers }: SumProps) {
  return (
    <Table.Tr>
      <Table.Th scope="row">{name}</Table.Th>
      <Table.Td className="nowrap numbers-sum">{exactMoney(amount, currency)}</Table.Td>
      <Table.Td>{transfers.toLocaleString(messages.page.locale)}</Table.Td>
    </Table.Tr>
  );
}
