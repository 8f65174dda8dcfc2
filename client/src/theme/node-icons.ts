import {
  IconBriefcase,
  IconBuilding,
  IconBuildingBank,
  IconDeviceLaptop,
  IconFileText,
  IconFlag,
  IconHistory,
  IconIdBadge2,
  IconLink,
  IconPackage,
  IconTag,
  IconUser,
  IconUserCircle,
  IconUsersGroup,
  IconWorld,
  type TablerIcon,
} from '@tabler/icons-react';

/** The icons that `domain/schema.ts` names, one by one, so that no other is shipped to the browser. */
const icons: Readonly<Record<string, TablerIcon>> = {
  briefcase: IconBriefcase,
  building: IconBuilding,
  'building-bank': IconBuildingBank,
  'device-laptop': IconDeviceLaptop,
  'file-text': IconFileText,
  flag: IconFlag,
  history: IconHistory,
  'id-badge-2': IconIdBadge2,
  link: IconLink,
  package: IconPackage,
  tag: IconTag,
  user: IconUser,
  'user-circle': IconUserCircle,
  'users-group': IconUsersGroup,
  world: IconWorld,
};

export function iconNamed(name: string): TablerIcon {
  const icon = icons[name];
  if (!icon) throw new Error(`theme/node-icons.ts does not import the icon ${name}.`);
  return icon;
}
