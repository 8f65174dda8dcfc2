import { Text } from '@mantine/core';
import type { RouteName } from '../../../domain/api/api.ts';
import { messages } from '../../../domain/messages/later.ts';
import { rolesWith, type Permission } from '../../../domain/people.ts';
import { useRefusal } from '../api/caller.ts';

const text = messages.refused;

/** Who may do that, in words. */
export function whoMay(permission: Permission): string[] {
  return rolesWith(permission).map((role) => text.roleMany[role]);
}

/** In the place of what a route would answer: why there is nothing for whoever looks. */
export function Refused({ of }: { of: RouteName }) {
  const why = useRefusal(of);
  if (why === null) return null;
  return (
    <Text size="sm" c="dimmed">
      {why === 'masked' ? text.maskedHere : text.forHere(whoMay(why))}
    </Text>
  );
}
