import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconUserCircle } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { messages } from '../../../domain/messages/later.ts';
import { send } from '../api/fetch.ts';
import { useCaller } from '../api/caller.ts';
import { countRemembered } from './forgetting.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { atWork, signedOut } from './leaving.ts';

const text = messages.peoplePage;
const SignOutDialog = lazy(async () => ({
  default: (await import('./SignOutDialog.tsx')).SignOutDialog,
}));

/** Who is signed in, at the foot of the rail; nothing where nobody signs in. */
export function AccountMenu() {
  const { data } = useCaller();
  const [left, setLeft] = useState(0);
  const who = data?.person?.name ?? null;
  useEffect(() => {
    if (who !== null) atWork(who);
  }, [who]);
  if (!data?.person || data.by === 'open') return null;
  const { name, role } = data.person;
  const signOut = async () => {
    try {
      await send('signOut', {}, undefined);
    } catch (error) {
      announceProblem(error);
      return;
    }
    await signedOut();
  };
  const askFirst = async () => {
    const works = await countRemembered(name);
    setLeft(works);
    if (works === 0) await signOut();
  };
  return (
    <>
      <Menu position="right-end" withinPortal>
        <Menu.Target>
          <UnstyledButton className="rail-room rail-foot">
            <IconUserCircle size={22} stroke={1.6} aria-hidden />
            <span>{name}</span>
            <span>{text.roles[role]}</span>
            <VisuallyHidden>{text.menu.button}</VisuallyHidden>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component={Link} href="/account">
            {text.menu.account}
          </Menu.Item>
          {data.permissions.includes('administer') && (
            <Menu.Item component={Link} href="/people">
              {text.menu.people}
            </Menu.Item>
          )}
          <Menu.Item component={Link} href="/condition">
            {messages.conditionPage.title}
          </Menu.Item>
          <Menu.Item onClick={() => void askFirst()}>{text.menu.signOut}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {left > 0 && (
        <Suspense>
          <SignOutDialog works={left} onClose={() => setLeft(0)} onSignOut={signOut} />
        </Suspense>
      )}
    </>
  );
}
