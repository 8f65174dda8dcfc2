import { open } from 'node:fs/promises';
import { z } from 'zod';
import { messages } from '../../../domain/messages/index.ts';
import { InvalidDataError } from '../../platform/problems.ts';
import { entityColumns, listCell, type EntityFile, type EntityRow } from './entity-columns.ts';
import { growFiles, type GrowingCsv } from './growing-csv.ts';

export interface FollowTheMoneyOptions {
  /** What a watchlist is called whose entries do not name theirs. */
  list?: string;
  /** Every entry is of that list, whatever it names. */
  oneList?: boolean;
  /** When the list was published: `2021-07-14`, `2021-07`. */
  published?: string;
}

/** What an import made. */
export interface FollowTheMoneyImport {
  folder: string;
  /** Rows, by file. */
  rows: Record<string, number>;
  /** Entities that the contract has no place for, by schema. */
  left_out: Record<string, number>;
}

const text = messages.load.followthemoney;
const usualList = 'FollowTheMoney';

/** An entity as that model's tools write it, one a line. */
const entitySchema = z.object({
  id: z.string().min(1),
  schema: z.string(),
  properties: z.record(z.string(), z.array(z.unknown())),
  datasets: z.array(z.string()).optional(),
});
type Entity = z.infer<typeof entitySchema>;

const companySchemata = ['Company', 'Organization', 'LegalEntity', 'PublicBody'];

/** Relations that are links here: which property each end is, and what the link is called. */
const linkSchemata: Readonly<Record<string, readonly [string, string, string]>> = {
  Ownership: ['owner', 'asset', 'owner_of'],
  Directorship: ['director', 'organization', 'officer_of'],
  Employment: ['employer', 'employee', 'employs'],
  Family: ['person', 'relative', 'family_of'],
  Representation: ['agent', 'client', 'represents'],
  Associate: ['person', 'associate', 'linked_to'],
  Membership: ['member', 'organization', 'linked_to'],
  UnknownLink: ['subject', 'object', 'linked_to'],
};

/**
 * Turns entities of FollowTheMoney, one JSON a line, into a dataset folder: people and companies that bear the topic of
 * a sanction become watchlist entries, user accounts accounts, bank accounts and wallets payment accounts. Throws
 * InvalidDataError, with the line, for what is no entity.
 */
export async function importFollowTheMoney(
  source: string,
  out: string,
  options: FollowTheMoneyOptions = {},
): Promise<FollowTheMoneyImport> {
  const { rows, made: left_out } = await growFiles(out, entityColumns, (csv) =>
    writeRows(entitiesOf(source), csv, options),
  );
  return { folder: out, rows, left_out };
}

/** Returns how many entities of each schema the contract has no place for. */
async function writeRows(
  entities: AsyncIterable<Entity>,
  csv: GrowingCsv,
  options: FollowTheMoneyOptions,
): Promise<Record<string, number>> {
  /** Of what can be the end of a link: its type here. */
  const types = new Map<string, string>();
  const links: Entity[] = [];
  const leftOut: Record<string, number> = {};
  const leaveOut = ({ schema }: Entity) => (leftOut[schema] = (leftOut[schema] ?? 0) + 1);
  for await (const entity of entities) {
    const node = nodeOf(entity, options);
    if (node) {
      types.set(entity.id, node.type);
      await csv.add(node.file, node.row);
    } else if (Object.hasOwn(linkSchemata, entity.schema)) links.push(entity);
    else if (isTransfer(entity)) await csv.add('transfers', transferOf(entity));
    else leaveOut(entity);
  }
  for (const link of links) {
    const row = linkOf(link, types);
    if (row) await csv.add('links', row);
    else leaveOut(link);
  }
  return leftOut;
}

async function* entitiesOf(source: string): AsyncGenerator<Entity> {
  const file = await open(source).catch(() => {
    throw new InvalidDataError(text.noFile(source));
  });
  try {
    let line = 0;
    for await (const said of file.readLines()) {
      line += 1;
      if (said.trim() !== '') yield readEntity(said, source, line);
    }
  } finally {
    await file.close();
  }
}

function readEntity(said: string, source: string, line: number): Entity {
  try {
    return entitySchema.parse(JSON.parse(said));
  } catch {
    throw new InvalidDataError(text.notAnEntity(source, line));
  }
}

interface NodeRow {
  type: string;
  file: EntityFile;
  row: EntityRow;
}

function nodeOf(entity: Entity, options: FollowTheMoneyOptions): NodeRow | null {
  const { id, schema } = entity;
  const one = (property: string) => textsOf(entity, property)[0];
  const shared = {
    name: one('name'),
    country: countryOf(entity),
    address: one('address'),
    email: one('email'),
    phone: one('phone'),
  };
  const person = schema === 'Person';
  if (person || companySchemata.includes(schema)) {
    if (shared.name === undefined) return null;
    if (textsOf(entity, 'topics').some((topic) => topic.split('.')[0] === 'sanction'))
      return { type: 'watchlist_entry', file: 'watchlist', row: entryOf(entity, options) };
    const aliases = aliasesOf(entity);
    const dates = { birth_date: dayOf(entity, 'birthDate') };
    return person
      ? {
          type: 'person',
          file: 'persons',
          row: {
            person_id: id,
            ...shared,
            ...dates,
            aliases,
            nationality: countryOf(entity, 'nationality'),
          },
        }
      : {
          type: 'company',
          file: 'companies',
          row: {
            company_id: id,
            ...shared,
            aliases,
            registration_number: one('registrationNumber'),
            website: one('website'),
            incorporated_on: dayOf(entity, 'incorporationDate'),
            dissolved_on: dayOf(entity, 'dissolutionDate'),
          },
        };
  }
  if (schema === 'UserAccount') {
    const row = { account_id: id, platform: one('service'), handle: one('username') };
    return {
      type: 'account',
      file: 'accounts',
      row: { ...row, ...shared, display_name: shared.name },
    };
  }
  if (schema === 'BankAccount' || schema === 'CryptoWallet') {
    const kind = schema === 'BankAccount' ? 'bank' : 'crypto';
    const row = {
      payment_account_id: id,
      kind,
      provider: one('bankName'),
      holder_name: shared.name,
    };
    const currency = textsOf(entity, 'currency').find((code) => /^[A-Z]{3}$/.test(code));
    return {
      type: 'payment_account',
      file: 'payment_accounts',
      row: { ...row, country: shared.country, currency },
    };
  }
  return null;
}

function entryOf(
  entity: Entity,
  { list = usualList, oneList = false, published }: FollowTheMoneyOptions,
): EntityRow {
  const kinds: Record<string, string> = { Person: 'person', LegalEntity: '' };
  return {
    entry_id: entity.id,
    list: oneList ? list : (entity.datasets?.[0] ?? textsOf(entity, 'publisher')[0] ?? list),
    name: textsOf(entity, 'name')[0],
    aliases: aliasesOf(entity),
    kind: kinds[entity.schema] ?? 'company',
    birth_date: dayOf(entity, 'birthDate'),
    country: countryOf(entity) ?? countryOf(entity, 'jurisdiction'),
    programs: listCell(textsOf(entity, 'program')),
    addresses: listCell(textsOf(entity, 'address')),
    identifiers: listCell(
      ['idNumber', 'passportNumber', 'taxNumber', 'registrationNumber'].flatMap((property) =>
        textsOf(entity, property),
      ),
    ),
    list_published_on: published,
    remarks: textsOf(entity, 'notes').join('\n'),
  };
}

function isTransfer(entity: Entity): boolean {
  return (
    entity.schema === 'Payment' &&
    ['payerAccount', 'beneficiaryAccount', 'amount', 'currency', 'date'].every(
      (property) => textsOf(entity, property).length > 0,
    )
  );
}

function transferOf(entity: Entity): EntityRow {
  const one = (property: string) => textsOf(entity, property)[0];
  const date = one('date') ?? '';
  return {
    transfer_id: entity.id,
    from_payment_account_id: one('payerAccount'),
    to_payment_account_id: one('beneficiaryAccount'),
    amount: one('amount'),
    currency: one('currency'),
    // That model's times are UTC, and may be days.
    sent_at: /T/.test(date) ? `${date.replace(/Z$/, '')}Z` : `${date}T00:00:00Z`,
    reference: one('purpose'),
  };
}

/** Null where an end is nothing that can be linked here. */
function linkOf(entity: Entity, types: ReadonlyMap<string, string>): EntityRow | null {
  const [source, target, kind] = linkSchemata[entity.schema]!;
  const [from, to] = [textsOf(entity, source)[0] ?? '', textsOf(entity, target)[0] ?? ''];
  const [fromType, toType] = [types.get(from), types.get(to)];
  if (fromType === undefined || toType === undefined) return null;
  const share = textsOf(entity, 'percentage')[0];
  return {
    from_type: fromType,
    from_id: from,
    to_type: toType,
    to_id: to,
    kind,
    share_percent: share !== undefined && /^\d+(\.\d+)?$/.test(share) ? share : undefined,
    since: dayOf(entity, 'startDate'),
    until: dayOf(entity, 'endDate'),
    source: entity.id,
  };
}

function textsOf({ properties }: Entity, property: string): string[] {
  return (properties[property] ?? []).filter(
    (value) => typeof value === 'string' && value !== '',
  ) as string[];
}

/** All names but the first. */
function aliasesOf(entity: Entity): string {
  const [, ...names] = textsOf(entity, 'name');
  return listCell([...names, ...textsOf(entity, 'alias'), ...textsOf(entity, 'weakAlias')]);
}

function countryOf(entity: Entity, property = 'country'): string | undefined {
  return textsOf(entity, property)
    .find((code) => /^[a-z]{2}$/i.test(code))
    ?.toUpperCase();
}

/** A whole day; years and months alone are no date here. */
function dayOf(entity: Entity, property: string): string | undefined {
  return textsOf(entity, property)
    .map((date) => date.slice(0, 10))
    .find((date) => /^\d{4}-\d\d-\d\d$/.test(date));
}
