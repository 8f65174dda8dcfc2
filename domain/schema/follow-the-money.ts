/**
 * What FollowTheMoney can say of a thing (version 4): its schemata, as far as nodes are written in them, the properties of
 * each, and what kind of value a property holds. A property that is not here is refused by the compiler; so is one that
 * the schema does not have.
 */

const thing = {
  name: 'name',
  alias: 'name',
  previousName: 'name',
  weakAlias: 'name',
  country: 'country',
  summary: 'text',
  notes: 'text',
  description: 'text',
  sourceUrl: 'url',
  publisher: 'line',
  publisherUrl: 'url',
  wikipediaUrl: 'url',
  wikidataId: 'identifier',
  keywords: 'line',
  address: 'address',
  program: 'line',
  createdAt: 'date',
  modifiedAt: 'date',
} as const;

const asset = { ...thing, currency: 'line' } as const;

const vehicle = {
  ...asset,
  registrationNumber: 'identifier',
  type: 'line',
  model: 'line',
  buildDate: 'date',
  registrationDate: 'date',
  deregistrationDate: 'date',
} as const;

const legalEntity = {
  ...thing,
  abbreviation: 'name',
  email: 'email',
  phone: 'phone',
  website: 'url',
  legalForm: 'line',
  incorporationDate: 'date',
  dissolutionDate: 'date',
  status: 'line',
  sector: 'line',
  classification: 'line',
  registrationNumber: 'identifier',
  idNumber: 'identifier',
  taxNumber: 'identifier',
  licenseNumber: 'identifier',
  vatCode: 'identifier',
  jurisdiction: 'country',
  leiCode: 'identifier',
  swiftBic: 'identifier',
} as const;

const analyzable = { ...thing, namesMentioned: 'name' } as const;

const interval = { startDate: 'date', endDate: 'date', date: 'date' } as const;

export const followTheMoneySchemata = {
  Address: {
    ...thing,
    full: 'address',
    remarks: 'line',
    postOfficeBox: 'line',
    street: 'line',
    city: 'line',
    postalCode: 'line',
    region: 'line',
    state: 'line',
  },
  Airplane: {
    ...vehicle,
    serialNumber: 'identifier',
    icaoCode: 'identifier',
    manufacturer: 'line',
  },
  Asset: asset,
  BankAccount: {
    ...asset,
    bankName: 'line',
    accountNumber: 'identifier',
    iban: 'identifier',
    bic: 'identifier',
    accountType: 'line',
    openingDate: 'date',
    closingDate: 'date',
  },
  Company: { ...legalEntity, currency: 'line', ticker: 'identifier' },
  CryptoWallet: {
    ...asset,
    publicKey: 'identifier',
    cryptoAddress: 'identifier',
    accountId: 'identifier',
    creationDate: 'date',
    currencySymbol: 'line',
    blockchain: 'line',
    managingExchange: 'line',
  },
  Document: {
    ...analyzable,
    title: 'line',
    author: 'line',
    fileName: 'line',
    date: 'date',
    authoredAt: 'date',
    publishedAt: 'date',
  },
  Event: { ...analyzable, ...interval, location: 'address' },
  LegalEntity: legalEntity,
  Note: analyzable,
  Organization: legalEntity,
  Person: {
    ...legalEntity,
    title: 'line',
    firstName: 'line',
    lastName: 'line',
    birthDate: 'date',
    birthPlace: 'line',
    deathDate: 'date',
    position: 'line',
    nationality: 'country',
    citizenship: 'country',
    passportNumber: 'identifier',
    socialSecurityNumber: 'identifier',
    profession: 'line',
    education: 'line',
  },
  Project: {
    ...thing,
    ...interval,
    currency: 'line',
    projectId: 'identifier',
    status: 'line',
    phase: 'line',
    goal: 'line',
  },
  RealEstate: {
    ...asset,
    cadastralCode: 'identifier',
    registrationNumber: 'identifier',
    titleNumber: 'identifier',
    propertyType: 'line',
    createDate: 'date',
  },
  UserAccount: { ...thing, service: 'line', email: 'email', phone: 'phone', username: 'line' },
  Vehicle: vehicle,
  Vessel: {
    ...vehicle,
    imoNumber: 'identifier',
    flag: 'country',
    registrationPort: 'line',
    callSign: 'identifier',
    mmsi: 'identifier',
  },
} as const;

type Schemata = typeof followTheMoneySchemata;
type SchemaName = keyof Schemata;

/** A schema, and which columns say what in its terms, all that are filled. */
export type FollowTheMoneyForm = {
  [S in SchemaName]: {
    schema: S;
    properties: { readonly [P in keyof Schemata[S]]?: readonly string[] };
  };
}[SchemaName];

/** How a node is written in FollowTheMoney. What has no schema of its own there is an asset: something that is used and can be shared. */
export type FollowTheMoney = FollowTheMoneyForm & {
  /** What it is known for there, such as `sanction`. */
  topics?: readonly string[];
  /** Where a value of this column asks for another form. */
  by?: { column: string; forms: Readonly<Record<string, FollowTheMoneyForm>> };
};
