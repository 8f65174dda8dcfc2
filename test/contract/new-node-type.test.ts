import { icons, strokes } from 'virtual:node-icons';
import { afterEach, describe, expect, it } from 'vitest';
import { lookMarks } from '../../domain/drawing/look-marks.ts';
import { messages } from '../../domain/messages/index.ts';
import { nodeType, nodeTypes, relationTypes } from '../../domain/schema/graph.ts';
import { nodeTypeNames, type DatasetFile as OfKnownTypes } from '../../domain/schema/schema.ts';
import type { DatasetFile, OfItsColumns } from '../../domain/schema/declaration.ts';
import { followTheMoney } from '../../server/evidence/exchange/followthemoney.ts';
import { everyKind } from '../evidence/every-kind.ts';

const node = {
  type: 'vehicle',
  label: 'Vehicle',
  one: 'vehicle',
  many: 'vehicles',
  caption: ['plate'],
  icon: 'IconCar',
  colour: { light: '#475ab0', dark: '#93a5f5' },
  shape: 'square',
} as const;

/** All that a new node type takes, in one entry. */
const vehicles = {
  about: 'vehicles that people keep',
  key: ['vehicle_id'],
  node,
  followTheMoney: { schema: 'Vehicle', properties: { registrationNumber: ['plate'] } },
  stix: null,
  columns: {
    vehicle_id: { kind: 'id', required: true, search: true, about: 'id in the source' },
    plate: { kind: 'text', search: true, about: 'number plate' },
    keeper_id: {
      kind: 'id',
      refersTo: { to: 'person', relation: 'KEPT_BY', says: 'is kept by' },
      about: 'who keeps it',
    },
  },
} as const satisfies DatasetFile;

const { icon, ...withoutIcon } = node;
const { followTheMoney: mapped, ...withoutMapping } = vehicles;
const { stix, ...withoutStix } = vehicles;
const astray = {
  keeper_id: {
    kind: 'id',
    refersTo: { to: 'persn', relation: 'KEPT_BY', says: 'is kept by' },
    about: 'who keeps it',
  },
} as const;

/** Each is refused by the compiler, which these lines hold it to: `npm run check:types`. */
const refused: readonly DatasetFile[] = [
  // @ts-expect-error: no icon.
  { ...vehicles, node: withoutIcon },
  // @ts-expect-error: Tabler has no such icon.
  { ...vehicles, node: { ...node, icon: 'IconCarr' } },
  // @ts-expect-error: it does not say how it is written in FollowTheMoney, nor that it is not.
  withoutMapping,
  // @ts-expect-error: FollowTheMoney has no such schema.
  { ...vehicles, followTheMoney: { schema: 'Vehicel', properties: {} } },
  // @ts-expect-error: a vehicle has no birth date there.
  { ...vehicles, followTheMoney: { schema: 'Vehicle', properties: { birthDate: ['plate'] } } },
  // @ts-expect-error: it says nothing of STIX.
  withoutStix,
];
// @ts-expect-error: the schema has no such node type, and `domain/schema/schema.ts` takes none that refers to it.
const referring: OfKnownTypes = { ...vehicles, node: { ...node, type: 'person' }, columns: astray };

/** It names columns that it has not. */
const strange = [
  // @ts-expect-error: its key is no column.
  { ...vehicles, key: ['vehicleid'] } as const satisfies OfItsColumns<typeof vehicles>,
  // @ts-expect-error: its caption is none.
  { ...vehicles, node: { ...node, caption: ['plat'] } } as const satisfies OfItsColumns<
    typeof vehicles
  >,
  // @ts-expect-error: nor is its time.
  { ...vehicles, when: 'bought' } as const satisfies OfItsColumns<typeof vehicles>,
];
const colour = { kind: 'enum', about: 'its colour' } as const;
// @ts-expect-error: it may hold certain words, and names none.
const wordless = { colour } satisfies OfItsColumns<{
  columns: { colour: typeof colour };
}>['columns'];

describe('a node type', () => {
  it('is one entry, and the compiler refuses one that lacks something', () => {
    expect([icon, mapped.schema, stix]).toEqual(['IconCar', 'Vehicle', null]);
    expect([...refused, referring, ...strange, wordless]).toHaveLength(11);
  });

  it.each([...nodeTypes])('$type names columns that it has', (type) => {
    const columns = Object.keys(type.columns);
    const forms = type.followTheMoney
      ? [type.followTheMoney, ...Object.values(type.followTheMoney.by?.forms ?? {})]
      : [];
    const written = forms.flatMap(({ properties }) =>
      Object.values<readonly string[]>(properties).flat(),
    );
    const by = type.followTheMoney?.by?.column ?? [];
    expect(columns).toEqual(expect.arrayContaining([...type.caption, ...written, ...[by].flat()]));
  });

  it('is listed once', () => {
    expect(nodeTypeNames).toEqual(nodeTypes.map(({ type }) => type));
    expect(new Set(nodeTypeNames).size).toBe(nodeTypeNames.length);
  });

  it('has a label, and every relation a name, that nothing else has and Cypher reads without quotes', () => {
    const names = [
      ...nodeTypes.map(({ label }) => label),
      ...relationTypes.map(({ relation }) => relation),
    ];
    for (const name of names) expect(name).toMatch(/^[A-Za-z][A-Za-z_]*$/);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it.each(nodeTypes.map(({ type }) => nodeType(type)))(
    '$type has a name and a colour for light and dark',
    (type) => {
      const { one, many } = messages.schema.nodes[type.type];
      expect([one, many].every((name) => name.trim() !== '')).toBe(true);
      for (const colour of Object.values(type.colour)) expect(colour).toMatch(/^#[\da-f]{6}$/);
    },
  );

  it('has its icon on the page, which brings no others', () => {
    const marks = Object.values(lookMarks).map(({ icon }) => icon);
    const named = [...new Set([...nodeTypes.map((type) => type.icon), ...marks])].sort();
    expect(Object.keys(icons).sort()).toEqual(named);
    for (const name of named) expect(strokes[name].length, name).toBeGreaterThan(0);
  });
});

describe('a node type without a form in FollowTheMoney', () => {
  const device = nodeType('device');
  const { followTheMoney: declared } = device;
  afterEach(() => {
    device.followTheMoney = declared;
  });

  it('is left out with what ties it, and the file says so', () => {
    const { nodes, relations } = everyKind();
    const whole = [...followTheMoney(nodes, relations)];
    device.followTheMoney = null;
    const written = [...followTheMoney(nodes, relations)];
    // The device and its tie are gone, and a note has come.
    expect(written).toHaveLength(whole.length - 1);
    expect(JSON.parse(written.at(-1)!)).toMatchObject({
      schema: 'Note',
      properties: { description: [expect.stringContaining('1 device,') as string] },
    });
  });
});
