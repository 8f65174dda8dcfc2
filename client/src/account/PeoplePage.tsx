import {
  Alert,
  Badge,
  Button,
  Code,
  Group,
  Select,
  Table,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { roles, type Person, type Role } from '../../../domain/people.ts';
import { messages } from '../../../domain/messages/later.ts';
import { ask, send } from '../api/fetch.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { dayAndTime } from '../theme/formats.ts';
import { CopyAction } from '../ui/CopyAction.tsx';
import { Failure } from '../ui/Failure.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { ColumnHeads } from '../ui/ColumnHeads.tsx';
import { useCaller, useMay } from '../api/caller.ts';
import { useSignInWays } from './sign-in-ways.ts';
import './account.css';

const text = messages.peoplePage.people;
const { account, roles: roleNames, roleAbout } = messages.peoplePage;
const personsKey = ['persons'];
const roleChoices = roles.map((value) => ({ value, label: roleNames[value] }));

interface Change {
  role?: Role;
  active?: boolean;
  sign_on?: boolean;
}

interface MadeLink {
  name: string;
  address: string;
  expires: string;
}

/** Who may come in, and what each may do; for administrators. */
export function PeoplePage() {
  const client = useQueryClient();
  const may = useMay('administer');
  const persons = useQuery({
    queryKey: personsKey,
    queryFn: ({ signal }) => ask('persons', {}, {}, signal),
    enabled: may,
  });
  const [link, setLink] = useState<MadeLink | null>(null);
  const again = () => client.invalidateQueries({ queryKey: personsKey });
  const invite = async ({ id, name }: Pick<Person, 'id' | 'name'>) => {
    try {
      const { secret, expires } = await send('invitePerson', { person: id }, undefined);
      setLink({ name, address: `${location.origin}/enter#${secret}`, expires });
    } catch (error) {
      announceProblem(error);
    }
  };
  const change = async (id: string, what: Change) => {
    await send('changePerson', { person: id }, what).catch(announceProblem);
    await again();
  };
  const factorOff = async (id: string) => {
    await send('removeSecondFactor', { person: id }, undefined).catch(announceProblem);
    await again();
  };
  return (
    <main className="account">
      <Title order={1} size="h3">
        {text.title}
      </Title>
      {!may && <Text>{text.notAllowed}</Text>}
      {may && (
        <>
          <Text c="dimmed" size="sm">
            {text.about}
          </Text>
          {persons.isPending && <Waiting />}
          {persons.error && (
            <Failure error={persons.error} onRetry={() => void persons.refetch()} />
          )}
          {link && <LinkNote {...link} />}
          {persons.data && (
            <PersonTable
              items={persons.data.items}
              onChange={change}
              onInvite={invite}
              onFactorOff={factorOff}
            />
          )}
          <AddPerson
            onAdded={async (person) => {
              await again();
              await invite(person);
            }}
          />
          <ul className="account-roles">
            {roles.map((role) => (
              <li key={role}>
                <b>{roleNames[role]}</b>: {roleAbout[role]}
              </li>
            ))}
          </ul>
        </>
      )}
    </main>
  );
}

function LinkNote({ name, address, expires }: MadeLink) {
  return (
    <Alert my="sm" title={text.linkFor(name, dayAndTime(expires))}>
      <Group gap="xs">
        <Code className="account-secret">{address}</Code>
        <CopyAction value={address} label={account.copy} done={account.copy} />
      </Group>
    </Alert>
  );
}

interface PersonTableProps {
  items: readonly Person[];
  onChange: (id: string, what: Change) => Promise<void>;
  onInvite: (person: Person) => Promise<void>;
  onFactorOff: (id: string) => Promise<void>;
}

function PersonTable({ items, onChange, onInvite, onFactorOff }: PersonTableProps) {
  const me = useCaller().data?.person?.name;
  const hasSignOn = typeof useSignInWays().data?.provider === 'string';
  return (
    <Table.ScrollContainer minWidth={640} maw={960}>
      <Table aria-label={text.title}>
        <ColumnHeads of={[text.name, text.role, text.state, text.lastSeen]} />
        <Table.Tbody>
          {items.map((person) => {
            const { id, name, role, active, sign_on, last_seen } = person;
            const factors = factorsOf(person);
            const isByGroups = sign_on === 'yes';
            const isMe = name === me;
            return (
              <Table.Tr key={id}>
                <Table.Td>
                  {name}{' '}
                  {isMe && (
                    <Badge size="xs" variant="outline" color="gray">
                      {text.you}
                    </Badge>
                  )}
                </Table.Td>
                <Table.Td>
                  <Select
                    size="xs"
                    w={150}
                    aria-label={text.roleOf(name)}
                    data={roleChoices}
                    value={role}
                    allowDeselect={false}
                    disabled={isMe || isByGroups}
                    {...(isByGroups ? { title: text.roleByGroups } : {})}
                    onChange={(chosen) => {
                      const next = roles.find((one) => one === chosen);
                      if (next) void onChange(id, { role: next });
                    }}
                  />
                </Table.Td>
                <Table.Td>{stateOf(person)}</Table.Td>
                <Table.Td>{last_seen === null ? account.never : dayAndTime(last_seen)}</Table.Td>
                <Table.Td>
                  <Group gap={6} wrap="nowrap">
                    {active && !isByGroups && (
                      <Button
                        size="compact-xs"
                        variant="default"
                        aria-label={text.linkOf(name)}
                        onClick={() => void onInvite(person)}
                      >
                        {text.link}
                      </Button>
                    )}
                    {factors && !isMe && (
                      <Button
                        size="compact-xs"
                        variant="default"
                        aria-label={text.factorsOffOf[factors](name)}
                        onClick={() => void onFactorOff(id)}
                      >
                        {text.factorsOff[factors]}
                      </Button>
                    )}
                    {!isMe && (hasSignOn || sign_on !== 'no') && (
                      <Button
                        size="compact-xs"
                        variant="default"
                        aria-label={(sign_on === 'no' ? text.signOnOf : text.noSignOnOf)(name)}
                        onClick={() => void onChange(id, { sign_on: sign_on === 'no' })}
                      >
                        {sign_on === 'no' ? text.signOn : text.noSignOn}
                      </Button>
                    )}
                    {!isMe && (
                      <Button
                        size="compact-xs"
                        variant="default"
                        aria-label={(active ? text.switchOffOf : text.switchOnOf)(name)}
                        onClick={() => void onChange(id, { active: !active })}
                      >
                        {active ? text.switchOff : text.switchOn}
                      </Button>
                    )}
                  </Group>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** What an administrator can take off, for whoever has lost it. */
function factorsOf({ has_second_factor, passkeys }: Person): keyof typeof text.factorsOff | null {
  if (passkeys === 0) return has_second_factor ? 'code' : null;
  return has_second_factor ? 'both' : 'passkeys';
}

function stateOf(person: Person): string {
  const { passkeys } = person;
  return passkeys === 0 ? comesBy(person) : `${comesBy(person)}, ${text.passkeys(passkeys)}`;
}

function comesBy({ active, has_password, sign_on }: Person): string {
  if (!active) return text.off;
  if (sign_on !== 'no') return sign_on === 'yes' ? text.bySignOn : text.bySignOnNext;
  return has_password ? text.ready : text.noPassword;
}

function AddPerson({ onAdded }: { onAdded: (person: Person) => Promise<void> }) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('analyst');
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    try {
      const person = await send('addPerson', {}, { name, role });
      setName('');
      await onAdded(person);
    } catch (error) {
      announceProblem(error);
    }
  };
  return (
    <section aria-label={text.addTitle}>
      <Title order={2} size="h4">
        {text.addTitle}
      </Title>
      <form onSubmit={(event) => void add(event)}>
        <Group align="flex-end" gap="xs" mt="xs">
          <TextInput
            size="xs"
            label={text.name}
            description={text.nameHint}
            required
            maxLength={64}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            size="xs"
            w={150}
            label={text.role}
            data={roleChoices}
            value={role}
            allowDeselect={false}
            onChange={(chosen) => setRole(roles.find((one) => one === chosen) ?? role)}
          />
          <Button type="submit" size="xs">
            {text.add}
          </Button>
        </Group>
      </form>
    </section>
  );
}
