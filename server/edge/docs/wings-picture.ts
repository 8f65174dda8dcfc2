/** The picture of the server's wings, from what their files import. */
import { cruise, type IModule } from 'dependency-cruiser';
import { checkout } from '../../platform/settings/settings.ts';
import { wings } from '../../wings.mjs';

interface WingImports {
  name: string;
  about: string;
  rooms: string[];
  /** How many imports lead from it to each wing, in the order of the wings. */
  to: number[];
}

/** What each wing holds and imports, type imports included. */
async function wingImports(): Promise<WingImports[]> {
  const { output } = await cruise(['server'], {
    baseDir: checkout,
    tsPreCompilationDeps: true,
    includeOnly: '^server/',
  });
  if (typeof output === 'string') throw new TypeError('The imports come as an object.');
  return wings.map(({ name, about }) => {
    const own = output.modules.filter(({ source }) => wingOf(source) === name);
    return {
      ...{ name, about, rooms: roomsOf(own) },
      to: wings.map((other) =>
        own
          .flatMap(({ dependencies }) => dependencies)
          .reduce((sum, { resolved }) => sum + (wingOf(resolved) === other.name ? 1 : 0), 0),
      ),
    };
  });
}

function wingOf(path: string): string {
  return path.split('/')[1] ?? '';
}

/** By name; files that lie in the wing itself are in none. */
function roomsOf(modules: readonly IModule[]): string[] {
  const inRooms = modules.map(({ source }) => source.split('/')).filter(({ length }) => length > 3);
  return [...new Set(inRooms.map(([, , room]) => room!))].sort();
}

const size = { row: 78, left: 24, top: 64, rooms: 660, cell: 74 };
/** By how many imports; in steps, so that the picture changes only where the house does. */
const radii = [
  { from: 50, radius: 18 },
  { from: 10, radius: 11 },
  { from: 1, radius: 6 },
];
const width = size.left + size.rooms + size.cell * wings.length + 24;
const height = size.top + size.row * wings.length + 8;

/** An SVG of the wings, the lowest at the bottom: their rooms, and what each imports. */
export async function wingsPicture(): Promise<string> {
  const all = await wingImports();
  const rows = all.map(rowOf);
  const heads = all.map(
    ({ name }, place) =>
      `<text x="${columnOf(place)}" y="${size.top - 10}" class="small" text-anchor="middle">${name}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" role="img" aria-label="The wings of the server and what they import">
<style>.name{font-size:17px;font-weight:600;fill:#1b2733}.small{font-size:11px;fill:#52606d}.room{font-size:12px;fill:#1b2733}</style>
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="${size.left}" y="28" class="small">A wing imports from those below it alone. A circle: the row’s wing imports from the column’s, at 1, 10 or 50 places and more; grey within itself.</text>
${heads.join('\n')}
${rows.join('\n')}
</svg>`;
}

function columnOf(place: number): number {
  return size.left + size.rooms + size.cell * (place + 0.5);
}

function rowOf({ name, about, rooms, to }: WingImports, place: number): string {
  // The first wing carries all others: it stands at the bottom.
  const y = size.top + size.row * (wings.length - 1 - place);
  const circles = to.map((count, other) => {
    if (count === 0) return '';
    const { radius } = radii.find(({ from }) => count >= from)!;
    const fill = other === place ? '#9aa5b1' : '#2b6cb0';
    return `<circle cx="${columnOf(other)}" cy="${y + 35}" r="${radius}" fill="${fill}"/>`;
  });
  const list = rooms.join('  ·  ');
  return `<rect x="${size.left - 12}" y="${y}" width="${width - 24}" height="${size.row - 8}" rx="6" fill="${place % 2 === 0 ? '#f5f7fa' : '#eef2f6'}"/>
<text x="${size.left}" y="${y + 24}" class="name">${name}</text><text x="${size.left + 110}" y="${y + 24}" class="small">${about}</text>
<text x="${size.left}" y="${y + 50}" class="room">${list}</text>
${circles.join('')}`;
}
