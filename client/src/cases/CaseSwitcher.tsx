import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFolder } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { messages } from '../../../domain/messages/browser.ts';
import { addressOfSubject } from '../subject/subject.ts';
import { useCases } from './case-queries.ts';

const text = messages.cases;
const recentShown = 8;

/** From anywhere to a case, or to all of them. */
export function CaseSwitcher() {
  const [opened, setOpened] = useState(false);
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-start" shadow="md" width={280}>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconFolder size={16} stroke={1.6} />}
          rightSection={<IconChevronDown size={13} />}
        >
          {text.title}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>{opened && <Items />}</Menu.Dropdown>
    </Menu>
  );
}

function Items() {
  const [, navigate] = useLocation();
  const { data } = useCases('open');
  const recent = data?.pages[0]?.items.slice(0, recentShown) ?? [];
  return (
    <>
      {recent.length > 0 && <Menu.Label>{text.recent}</Menu.Label>}
      {recent.map(({ id, title }) => (
        <Menu.Item
          key={id}
          className="switch-item"
          onClick={() => navigate(addressOfSubject('case', id))}
        >
          {title}
        </Menu.Item>
      ))}
      {recent.length > 0 && <Menu.Divider />}
      <Menu.Item onClick={() => navigate('/cases')}>{text.all}</Menu.Item>
    </>
  );
}
