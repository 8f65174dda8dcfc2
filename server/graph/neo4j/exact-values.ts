/**
 * Property values as JSON and back, none of them rounded or turned into another kind: what `ExactGraph` reads and writes.
 * A whole number stands as a number that has no fraction, a decimal as one that has; whatever JSON cannot say so stands as
 * an object of one member, whose name is its kind.
 */
import neo4j, { type Vector } from 'neo4j-driver';

export type ExactJson =
  string | number | boolean | readonly ExactJson[] | { [kind: string]: ExactJson };

/** Throws TypeError for a value that no property can have. */
export function toExactJson(value: unknown): ExactJson {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return wholeJson(value);
  if (typeof value === 'number') return decimalJson(value);
  if (Array.isArray(value)) return value.map(toExactJson);
  if (value instanceof Int8Array) return { bytes: base64(value) };
  return temporalJson(value) ?? spatialJson(value) ?? unknownValue(value);
}

function wholeJson(value: bigint): ExactJson {
  const near = Number(value);
  return Number.isSafeInteger(near) ? near : { whole: value.toString() };
}

function decimalJson(value: number): ExactJson {
  if (Number.isFinite(value) && !Number.isInteger(value)) return value;
  return { decimal: Object.is(value, -0) ? '-0' : String(value) };
}

function temporalJson(value: unknown): ExactJson | null {
  if (neo4j.isDate(value)) return { date: fields(value.year, value.month, value.day) };
  if (neo4j.isLocalTime(value)) return { local_time: clock(value) };
  if (neo4j.isTime(value)) return { time: [...clock(value), String(value.timeZoneOffsetSeconds)] };
  if (neo4j.isLocalDateTime(value)) return { local_date_time: moment(value) };
  if (neo4j.isDateTime(value)) {
    const { timeZoneOffsetSeconds: offset, timeZoneId: zone } = value;
    return {
      date_time: [...moment(value), offset === undefined ? '' : String(offset), zone ?? ''],
    };
  }
  if (neo4j.isDuration(value))
    return { duration: fields(value.months, value.days, value.seconds, value.nanoseconds) };
  return null;
}

function spatialJson(value: unknown): ExactJson | null {
  if (neo4j.isPoint(value)) {
    const at = value.z === undefined ? [value.x, value.y] : [value.x, value.y, value.z];
    return { point: [String(value.srid), ...at.map(decimalJson)] };
  }
  if (neo4j.isVector(value)) {
    const typed = value.asTypedArray();
    return { vector: [typed.constructor.name, base64(typed)] };
  }
  return null;
}

function unknownValue(value: unknown): never {
  throw new TypeError(`A property cannot hold ${Object.prototype.toString.call(value)}.`);
}

type Whole = { toString(): string };

function fields(...parts: readonly Whole[]): string[] {
  return parts.map(String);
}

function clock(of: { hour: Whole; minute: Whole; second: Whole; nanosecond: Whole }): string[] {
  return fields(of.hour, of.minute, of.second, of.nanosecond);
}

function moment(
  of: { year: Whole; month: Whole; day: Whole } & Parameters<typeof clock>[0],
): string[] {
  return [...fields(of.year, of.month, of.day), ...clock(of)];
}

function base64({ buffer, byteOffset, byteLength }: ArrayBufferView): string {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength).toString('base64');
}

/** The value that `toExactJson` wrote. Throws TypeError for what it does not write. */
export function fromExactJson(json: ExactJson): unknown {
  if (typeof json === 'string' || typeof json === 'boolean') return json;
  if (typeof json === 'number') return Number.isInteger(json) ? BigInt(json) : json;
  if (isList(json)) return json.map(fromExactJson);
  const [kind, value] = Object.entries(json)[0] ?? ['', ''];
  const read = readers[kind];
  if (!read) throw new TypeError(`There is no kind of value ${kind}.`);
  return read(value);
}

function isList(json: ExactJson): json is readonly ExactJson[] {
  return Array.isArray(json);
}

function wholes(json: ExactJson): bigint[] {
  return (json as string[]).map(BigInt);
}

type Day = [bigint, bigint, bigint];
type Clock = [bigint, bigint, bigint, bigint];

const readers: Readonly<Record<string, (json: ExactJson) => unknown>> = {
  whole: (json) => BigInt(json as string),
  decimal: readDecimal,
  bytes: (json) => new Int8Array(Buffer.from(json as string, 'base64')),
  date: (json) => new neo4j.types.Date(...(wholes(json) as Day)),
  local_time: (json) => new neo4j.types.LocalTime(...(wholes(json) as Clock)),
  time: (json) => new neo4j.types.Time(...(wholes(json) as [...Clock, bigint])),
  local_date_time: (json) => new neo4j.types.LocalDateTime(...(wholes(json) as [...Day, ...Clock])),
  date_time: (json) => {
    const parts = json as string[];
    const [offset, zone] = parts.slice(-2);
    return new neo4j.types.DateTime(
      ...(wholes(parts.slice(0, -2)) as [...Day, ...Clock]),
      ...([offset === '' ? undefined : BigInt(offset!), zone === '' ? undefined : zone] as [
        bigint,
        string,
      ]),
    );
  },
  duration: (json) => new neo4j.types.Duration(...(wholes(json) as Clock)),
  point: (json) => {
    const [srid, ...at] = json as [string, ...ExactJson[]];
    const [x, y, z] = at.map((one) => (typeof one === 'number' ? one : readDecimal(one)));
    return new neo4j.types.Point(BigInt(srid), x!, y!, z);
  },
  vector: (json) => {
    const [name, bytes] = json as [keyof typeof vectors, string];
    const copied = new Uint8Array(Buffer.from(bytes, 'base64'));
    return neo4j.vector(new vectors[name](copied.buffer) as VectorArray);
  },
};

function readDecimal(json: ExactJson): number {
  const text = typeof json === 'object' && 'decimal' in json ? json['decimal'] : json;
  return Number(text);
}

type VectorArray = ReturnType<Vector<Float32Array>['asTypedArray']>;

const vectors = {
  ...{ Float32Array, Float64Array },
  ...{ Int8Array, Int16Array, Int32Array, BigInt64Array },
} as const;
