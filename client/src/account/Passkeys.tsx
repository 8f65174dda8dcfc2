import { Button, Group, PasswordInput, Table, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { messages } from '../../../domain/messages/later.ts';
import type { Passkey } from '../../../domain/passkeys.ts';
import { ask, send } from '../api/fetch.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { day, dayAndTime } from '../theme/formats.ts';
import { ColumnHeads } from '../ui/ColumnHeads.tsx';
import { Failure } from '../ui/Failure.tsx';
import { Asking } from './Asking.tsx';
import { addPasskey, noPasskeysHere } from './passkey.ts';

const text = messages.passkeysPage;
const passkeysKey = ['my-passkeys'];

/** One's own passkeys: added, by which name and when, removed. */
export function Passkeys() {
  const client = useQueryClient();
  const passkeys = useQuery({
    queryKey: passkeysKey,
    queryFn: ({ signal }) => ask('myPasskeys', {}, {}, signal),
  });
  const [leaving, setLeaving] = useState<Passkey | null>(null);
  const set = (items: Passkey[]) => client.setQueryData(passkeysKey, { items });
  const items = passkeys.data?.items ?? [];
  const why = noPasskeysHere();
  return (
    <section aria-labelledby="account-passkeys">
      <Title order={2} size="h4" id="account-passkeys">
        {text.title}
      </Title>
      <Text size="sm" c="dimmed">
        {text.about}
      </Text>
      {passkeys.error && <Failure error={passkeys.error} onRetry={() => void passkeys.refetch()} />}
      {passkeys.data && items.length === 0 && <Text size="sm">{text.none}</Text>}
      {items.length > 0 && <PasskeyTable items={items} onRemove={setLeaving} />}
      {leaving && (
        <Group align="flex-end" gap="xs">
          <Asking
            key={leaving.id}
            label={text.passwordToRemove(leaving.name)}
            submit={text.remove}
            isPassword
            send={async (password) => {
              set((await send('removeMyPasskey', { passkey: leaving.id }, { password })).items);
              notifications.show({ message: text.wasRemoved(leaving.name) });
              setLeaving(null);
            }}
          />
          <Button size="xs" variant="default" onClick={() => setLeaving(null)}>
            {text.keep}
          </Button>
        </Group>
      )}
      {why === null ? <AddPasskey onAdded={set} /> : <Text size="sm">{why}</Text>}
    </section>
  );
}

function PasskeyTable({
  items,
  onRemove,
}: {
  items: readonly Passkey[];
  onRemove: (passkey: Passkey) => void;
}) {
  return (
    <Table.ScrollContainer minWidth={480}>
      <Table aria-labelledby="account-passkeys">
        <ColumnHeads of={[text.name, text.added, text.lastUsed, text.host]} />
        <Table.Tbody>
          {items.map((passkey) => (
            <Table.Tr key={passkey.id}>
              <Table.Td className="account-long">{passkey.name}</Table.Td>
              <Table.Td>{day(passkey.created)}</Table.Td>
              <Table.Td>
                {passkey.last_used === null ? text.never : dayAndTime(passkey.last_used)}
              </Table.Td>
              <Table.Td className="account-long">{passkey.host}</Table.Td>
              <Table.Td>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={text.removeOf(passkey.name)}
                  onClick={() => onRemove(passkey)}
                >
                  {text.remove}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function AddPasskey({ onAdded }: { onAdded: (items: Passkey[]) => void }) {
  const [given, setGiven] = useState({ name: '', password: '' });
  const [isBusy, setBusy] = useState(false);
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    addPasskey(given.name, given.password)
      .then((items) => {
        onAdded(items);
        notifications.show({ message: text.wasAdded(given.name) });
        setGiven({ name: '', password: '' });
      })
      .catch((error: unknown) => {
        announceProblem(error);
        setGiven(({ name }) => ({ name, password: '' }));
      })
      .finally(() => setBusy(false));
  };
  return (
    <form onSubmit={add}>
      <Group align="flex-end" gap="xs" mt="xs">
        <TextInput
          size="xs"
          w={260}
          label={text.nameToAdd}
          placeholder={text.nameHint}
          required
          maxLength={100}
          value={given.name}
          onChange={(event) => setGiven({ ...given, name: event.currentTarget.value })}
        />
        <PasswordInput
          size="xs"
          w={260}
          label={text.password}
          required
          autoComplete="current-password"
          value={given.password}
          onChange={(event) => setGiven({ ...given, password: event.currentTarget.value })}
        />
        <Button type="submit" size="xs" loading={isBusy}>
          {text.add}
        </Button>
      </Group>
    </form>
  );
}
