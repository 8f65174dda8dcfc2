import {
  Alert,
  Button,
  Code,
  Group,
  MultiSelect,
  NumberInput,
  PasswordInput,
  Table,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { longestTokenDays, type Permission } from '../../../domain/people.ts';
import { messages } from '../../../domain/messages/later.ts';
import { ask, send } from '../api/fetch.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { day, dayAndTime } from '../theme/formats.ts';
import { CopyAction } from '../ui/CopyAction.tsx';
import { ColumnHeads } from '../ui/ColumnHeads.tsx';
import { tokensKey } from './my-tokens.ts';

const text = messages.peoplePage.account;
const usualDays = 90;

interface TokensProps {
  /** What they may be for. */
  mine: readonly Permission[];
  /** Whoever has a password gives it to make one. */
  asksPassword: boolean;
}

/** One's own tokens. */
export function Tokens({ mine, asksPassword }: TokensProps) {
  const client = useQueryClient();
  const [secret, setSecret] = useState<string | null>(null);
  const tokens = useQuery({
    queryKey: tokensKey,
    queryFn: ({ signal }) => ask('myTokens', {}, {}, signal),
  });
  const again = () => client.invalidateQueries({ queryKey: tokensKey });
  const revoke = async (token: string) => {
    await send('revokeMyToken', { token }, undefined).catch(announceProblem);
    await again();
  };
  const items = tokens.data?.items ?? [];
  return (
    <section aria-labelledby="account-tokens">
      <Title order={2} size="h4" id="account-tokens">
        {text.tokens}
      </Title>
      <Text size="sm" c="dimmed">
        {text.tokensAbout}
      </Text>
      {items.length === 0 ? (
        tokens.data && <Text size="sm">{text.noTokens}</Text>
      ) : (
        <Table.ScrollContainer minWidth={480}>
          <Table aria-labelledby="account-tokens">
            <ColumnHeads of={[text.tokenName, text.scope, text.expires, text.lastUsed]} />
            <Table.Tbody>
              {items.map(({ id, name, scope, expires, last_used }) => (
                <Table.Tr key={id}>
                  <Table.Td>{name}</Table.Td>
                  <Table.Td>
                    {scope.map((one) => messages.peoplePage.permissions[one]).join(', ')}
                  </Table.Td>
                  <Table.Td>{day(expires)}</Table.Td>
                  <Table.Td>{last_used === null ? text.never : dayAndTime(last_used)}</Table.Td>
                  <Table.Td>
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={text.revokeOf(name)}
                      onClick={() => void revoke(id)}
                    >
                      {text.revoke}
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {secret !== null && (
        <Alert my="xs" title={text.made}>
          <Group gap="xs">
            <Code>{secret}</Code>
            <CopyAction value={secret} label={text.copy} done={text.copy} />
          </Group>
        </Alert>
      )}
      <TokenForm
        {...{ mine, asksPassword }}
        onMade={(made) => {
          setSecret(made);
          void again();
        }}
      />
    </section>
  );
}

function TokenForm({
  mine,
  asksPassword,
  onMade,
}: TokensProps & { onMade: (secret: string) => void }) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [scope, setScope] = useState<Permission[]>(['look']);
  const [days, setDays] = useState<number>(usualDays);
  const make = async (event: SubmitEvent) => {
    event.preventDefault();
    try {
      const proof = asksPassword ? { password } : {};
      const { secret } = await send('makeToken', {}, { name, scope, days, ...proof });
      setName('');
      onMade(secret);
    } catch (error) {
      announceProblem(error);
    }
    setPassword('');
  };
  return (
    <form onSubmit={(event) => void make(event)}>
      <Group align="flex-end" gap="xs" mt="xs">
        <TextInput
          size="xs"
          label={text.tokenName}
          required
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <MultiSelect
          size="xs"
          label={text.scope}
          data={mine.map((value) => ({ value, label: messages.peoplePage.permissions[value] }))}
          value={scope}
          onChange={(chosen) => setScope(mine.filter((one) => chosen.includes(one)))}
        />
        <NumberInput
          size="xs"
          label={text.days}
          min={1}
          max={longestTokenDays}
          w={120}
          value={days}
          onChange={(value) => setDays(Number(value))}
        />
        {asksPassword && (
          <PasswordInput
            size="xs"
            label={text.ownPassword}
            required
            autoComplete="current-password"
            w={200}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        )}
        <Button type="submit" size="xs" disabled={scope.length === 0}>
          {text.make}
        </Button>
      </Group>
    </form>
  );
}
