import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconUserCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { messages } from '../../../domain/messages/later.ts';
import { send } from '../api/fetch.ts';
import { useCaller } from '../api/caller.ts';
import { countRemembered } from '../board/kept/remembering.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { leave, tellTabs } from './leaving.ts';
import { SignOutDialog } from './SignOutDialog.tsx';

const text = messages.peoplePage;

/** Who is signed in, at the foot of the rail; nothing where nobody signs in. */
export function AccountMenu() {
  const { data } = useCaller();
  const [left, setLeft] = useState(0);
  if (!data?.person || data.by === 'open') return null;
  const { name, role } = data.person;
  const signOut = async () => {
    try {
      await send('signOut', {}, undefined);
    } catch (error) {
      announceProblem(error);
      return;
    }
    tellTabs(null);
    await leave();
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
      {left > 0 && <SignOutDialog works={left} onClose={() => setLeft(0)} onSignOut={signOut} />}
    </>
  );
}
