/** Personal values that give way to pseudonyms. */
export const masksMessages = {
  kinds: {
    email: 'e-mail addresses',
    phone: 'phone numbers',
    document_number: 'document numbers',
    address: 'postal addresses',
    name: 'names of people',
    birth_date: 'birth dates',
    ip: 'IP addresses',
    account_id: 'account ids and user names',
  },
  openKey: (path: string) =>
    `${path}, the secret that pseudonyms are made with, can be read by others. Run: chmod 600 ${path}`,
  badKey: (path: string) =>
    `${path} is no secret of 64 hexadecimal digits. Put the file back, or remove it to begin with a new one.`,
  unknown: (kind: string, kinds: readonly string[]) =>
    `--mask does not know ${kind}. It takes, with commas between: ${kinds.join(', ')}.`,
} as const;
