import { ActionIcon, Group, Menu, Text, Tooltip, useMantineColorScheme } from '@mantine/core';
import { IconKeyboard, IconLanguage, IconMoon, IconSun } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { Link } from 'wouter';
import { messages } from '../../../domain/messages/browser.ts';
import { languages } from '../../../domain/messages/language.ts';
import { choose, language, ownName } from '../api/language.ts';
import { CaseSwitcher } from '../cases/CaseSwitcher.tsx';
import { SearchBox } from '../search/SearchBox.tsx';
import { useScheme } from '../theme/scheme.ts';
import { RunInfo } from './RunInfo.tsx';

const text = messages.page.header;

interface HeaderProps {
  searchBox: RefObject<HTMLInputElement | null>;
  onHelp: () => void;
}

export function Header({ searchBox, onHelp }: HeaderProps) {
  return (
    <header className="header">
      <Group gap="sm" wrap="nowrap">
        <Link href="/" className="brand" aria-label={text.home}>
          <img src="/skein.svg" width={26} height={26} alt="" />
          <Text fw={700} size="lg" component="span">
            {messages.page.product}
          </Text>
        </Link>
        <CaseSwitcher />
      </Group>
      <a href="#details" className="skip">
        {text.skip}
      </a>
      <SearchBox input={searchBox} />
      <Group gap={4} wrap="nowrap" justify="flex-end" className="header-tools">
        <RunInfo />
        <Tooltip label={text.help}>
          <ActionIcon size="lg" onClick={onHelp} aria-label={text.help}>
            <IconKeyboard size={20} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <LanguageMenu />
        <ThemeToggle />
      </Group>
    </header>
  );
}

function LanguageMenu() {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={text.language}>
          <ActionIcon size="lg" aria-label={text.language}>
            <IconLanguage size={20} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {languages().map((one) => (
          <Menu.Item
            key={one}
            lang={one}
            aria-current={one === language}
            onClick={() => choose(one)}
          >
            {ownName(one)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function ThemeToggle() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useScheme();
  const label = scheme === 'dark' ? text.light : text.dark;
  return (
    <Tooltip label={label}>
      <ActionIcon
        size="lg"
        aria-label={label}
        onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
      >
        {scheme === 'dark' ? (
          <IconSun size={20} stroke={1.6} />
        ) : (
          <IconMoon size={20} stroke={1.6} />
        )}
      </ActionIcon>
    </Tooltip>
  );
}
