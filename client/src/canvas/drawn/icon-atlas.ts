import { __iconNode as briefcase } from '@tabler/icons-react/icons/IconBriefcase';
import { __iconNode as building } from '@tabler/icons-react/icons/IconBuilding';
import { __iconNode as buildingBank } from '@tabler/icons-react/icons/IconBuildingBank';
import { __iconNode as deviceLaptop } from '@tabler/icons-react/icons/IconDeviceLaptop';
import { __iconNode as fileText } from '@tabler/icons-react/icons/IconFileText';
import { __iconNode as flag } from '@tabler/icons-react/icons/IconFlag';
import { __iconNode as history } from '@tabler/icons-react/icons/IconHistory';
import { __iconNode as idBadge2 } from '@tabler/icons-react/icons/IconIdBadge2';
import { __iconNode as link } from '@tabler/icons-react/icons/IconLink';
import { __iconNode as packageBox } from '@tabler/icons-react/icons/IconPackage';
import { __iconNode as tag } from '@tabler/icons-react/icons/IconTag';
import { __iconNode as user } from '@tabler/icons-react/icons/IconUser';
import { __iconNode as userCircle } from '@tabler/icons-react/icons/IconUserCircle';
import { __iconNode as usersGroup } from '@tabler/icons-react/icons/IconUsersGroup';
import { __iconNode as world } from '@tabler/icons-react/icons/IconWorld';

/** The strokes of the icons that `domain/schema.ts` names, to be drawn where React does not reach. */
const strokes = {
  briefcase,
  building,
  'building-bank': buildingBank,
  'device-laptop': deviceLaptop,
  'file-text': fileText,
  flag,
  history,
  'id-badge-2': idBadge2,
  link,
  package: packageBox,
  tag,
  user,
  'user-circle': userCircle,
  'users-group': usersGroup,
  world,
};

const names = Object.keys(strokes);

/** Cells in a row of the atlas, and pixels of a cell. */
export const atlasColumns = 4;
const cell = 96;
const viewBox = 24;

export function atlasIndexOf(icon: string): number {
  return Math.max(0, names.indexOf(icon));
}

/** All icons in one picture, opaque where there is ink. */
export function drawAtlas(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = atlasColumns * cell;
  canvas.height = atlasColumns * cell;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser draws on no canvas.');
  Object.values(strokes).forEach((icon, index) => {
    const x = (index % atlasColumns) * cell;
    const y = Math.floor(index / atlasColumns) * cell;
    pen.setTransform(cell / viewBox, 0, 0, cell / viewBox, x, y);
    pen.lineWidth = 2;
    pen.lineCap = 'round';
    pen.lineJoin = 'round';
    for (const [element, { d }] of icon)
      if (element === 'path' && d !== undefined) pen.stroke(new Path2D(d));
  });
  return canvas;
}
