import { Button, Checkbox, Group, PasswordInput, Stack, Table, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { leastPassword } from '../../../domain/people.ts';
import { messages } from '../../../domain/messages/later.ts';
import { ask, send } from '../api/fetch.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { dayAndTime, timeOfDay } from '../theme/formats.ts';
import { Failure } from '../ui/Failure.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { ColumnHeads } from '../ui/ColumnHeads.tsx';
import { callerKey, useCaller } from '../api/caller.ts';
import { Passkeys } from './Passkeys.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import { tokensKey } from './my-tokens.ts';
import { Tokens } from './Tokens.tsx';
import './account.css';

const text = messages.peoplePage.account;
const { roles } = messages.peoplePage;
const sessionsKey = ['my-sessions'];
const nothingGiven = { current: '', password: '', keep_tokens: false };

/** One's own account: the password, where one is signed in, tokens for programs. */
export function AccountPage() {
  const { data } = useCaller();
  if (!data?.person) return <Waiting />;
  const { name, role } = data.person;
  return (
    <main className="account">
      <Title order={1} size="h3">
        {text.title}
      </Title>
      <Text>{text.who(name, roles[role])}</Text>
      {data.person.sign_on === 'yes' ? (
        <Text>{text.bySignOn}</Text>
      ) : (
        <Password hasOne={data.person.has_password} asksCurrent={!data.may_set_password} />
      )}
      {data.person.sign_on !== 'yes' && data.person.has_password && (
        <>
          <SecondFactor />
          <Passkeys />
        </>
      )}
      <PersonalData />
      <Sessions />
      <Tokens
        mine={data.permissions}
        asksPassword={data.by !== 'open' && data.person.has_password}
      />
    </main>
  );
}

/** Whether personal data is masked, and for how long it is not. */
function PersonalData() {
  const { data } = useCaller();
  const { shown = null, permissions = [] } = data ?? {};
  const masked = messages.maskedPage;
  const always = permissions.includes('see') ? masked.account.always : masked.account.masked;
  return (
    <section aria-labelledby="account-personal-data">
      <Title order={2} size="h4" id="account-personal-data">
        {masked.account.title}
      </Title>
      <Text size="sm">{shown ? masked.shown(timeOfDay(shown.until), shown.why) : always}</Text>
    </section>
  );
}

function Password({ hasOne, asksCurrent }: { hasOne: boolean; asksCurrent: boolean }) {
  const client = useQueryClient();
  const [given, setGiven] = useState(nothingGiven);
  const set = async (event: SubmitEvent) => {
    event.preventDefault();
    const { current, ...next } = given;
    try {
      const who = await send('changePassword', {}, asksCurrent ? { current, ...next } : next);
      client.setQueryData(callerKey, who);
      await client.invalidateQueries({ queryKey: sessionsKey });
      await client.invalidateQueries({ queryKey: tokensKey });
      setGiven(nothingGiven);
      notifications.show({ message: text.wasSet });
    } catch (error) {
      announceProblem(error);
    }
  };
  return (
    <section aria-labelledby="account-password">
      <Title order={2} size="h4" id="account-password">
        {text.password}
      </Title>
      {!hasOne && <Text size="sm">{text.setFirst}</Text>}
      <form onSubmit={(event) => void set(event)}>
        <Stack gap="xs" maw={420} mt="xs">
          {asksCurrent && (
            <PasswordInput
              label={text.current}
              required
              autoComplete="current-password"
              value={given.current}
              onChange={(event) => setGiven({ ...given, current: event.currentTarget.value })}
            />
          )}
          <PasswordInput
            label={text.next}
            description={text.hint(leastPassword)}
            required
            minLength={leastPassword}
            autoComplete="new-password"
            value={given.password}
            onChange={(event) => setGiven({ ...given, password: event.currentTarget.value })}
          />
          <Checkbox
            label={text.keepTokens}
            description={text.keepTokensHint}
            checked={given.keep_tokens}
            onChange={(event) => setGiven({ ...given, keep_tokens: event.currentTarget.checked })}
          />
          <Group>
            <Button type="submit" size="xs">
              {text.set}
            </Button>
          </Group>
        </Stack>
      </form>
    </section>
  );
}

function Sessions() {
  const client = useQueryClient();
  const sessions = useQuery({
    queryKey: sessionsKey,
    queryFn: ({ signal }) => ask('mySessions', {}, {}, signal),
  });
  const ending = async (work: Promise<{ ended: number }>) => {
    try {
      notifications.show({ message: text.ended((await work).ended) });
    } catch (error) {
      announceProblem(error);
    }
    await client.invalidateQueries({ queryKey: sessionsKey });
  };
  const items = sessions.data?.items ?? [];
  return (
    <section aria-labelledby="account-sessions">
      <Title order={2} size="h4" id="account-sessions">
        {text.sessions}
      </Title>
      <Text size="sm" c="dimmed">
        {sessions.data &&
          text.sessionsAbout(sessions.data.idle_minutes, sessions.data.longest_hours)}
      </Text>
      {sessions.error && <Failure error={sessions.error} onRetry={() => void sessions.refetch()} />}
      <Table.ScrollContainer minWidth={480}>
        <Table aria-labelledby="account-sessions">
          <ColumnHeads of={[text.from, text.browser, text.since, text.lastSeen]} />
          <Table.Tbody>
            {items.map(({ id, address, agent, created, last_seen, current }) => (
              <Table.Tr key={id}>
                <Table.Td>{address}</Table.Td>
                <Table.Td className="account-agent">{agent}</Table.Td>
                <Table.Td>{dayAndTime(created)}</Table.Td>
                <Table.Td>{dayAndTime(last_seen)}</Table.Td>
                <Table.Td>
                  {current ? (
                    text.here
                  ) : (
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={text.endOf(address)}
                      onClick={() => void ending(send('endMySession', { session: id }, undefined))}
                    >
                      {text.end}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {items.some(({ current }) => !current) && (
        <Button
          size="xs"
          variant="default"
          onClick={() => void ending(send('endOtherSessions', {}, undefined))}
        >
          {text.endOthers}
        </Button>
      )}
    </section>
  );
}
