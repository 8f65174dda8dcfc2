/** What the page says of passkeys. */
export const passkeysPageMessages = {
  signIn: 'Sign in with a passkey',
  title: 'Passkeys',
  about:
    'By a passkey you sign in without a password and a code: your device keeps it, knows you by a finger, a face or a PIN, and gives it to no other site.',
  none: 'You have none.',
  name: 'Name',
  nameToAdd: 'Name of the passkey',
  nameHint: 'such as Work laptop',
  host: 'Serves at',
  added: 'Added',
  lastUsed: 'Last used',
  never: 'never',
  password: 'Password, to add a passkey',
  add: 'Add a passkey',
  wasAdded: (name: string) => `The passkey ${name} is added.`,
  remove: 'Remove',
  removeOf: (name: string) => `Remove the passkey ${name}`,
  passwordToRemove: (name: string) => `Password, to remove ${name}`,
  keep: 'Keep it',
  wasRemoved: (name: string) => `The passkey ${name} is removed. Sessions begun by it go on.`,
  brokenOff: 'No passkey was given: you broke off, or it took too long.',
  isThere: 'This device has a passkey for you here already.',
  failed: (why: string) => `The browser could not do it: ${why}`,
  noName: (here: string, named: string) =>
    `There are no passkeys at ${here}, which is an address without a name. Open Skein at ${named}, or by the name that your house gives it.`,
  notHere: 'Your browser gives no passkeys here: it has none, or this page does not come by HTTPS.',
} as const;
