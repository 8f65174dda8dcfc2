/** What a person reads of: the keys that bundles are signed with. */
export const signingMessages = {
  ownName: 'this Skein',
  noKey: 'This is no public ed25519 key in PEM (-----BEGIN PUBLIC KEY-----).',
  noKeyFile: (path: string) => `There is no file ${path}.`,
  openKey: (path: string) =>
    `${path}, the key that bundles are signed with, can be read by others. Run: chmod 600 ${path}`,
  badKey: (path: string) =>
    `${path} is no private key. Put the file back, or remove it to begin with a new key.`,
  badTrusted: (path: string) => `${path} is not a list of keys. Put the file back, or remove it.`,
  noSuchKey: (id: string) =>
    `No single key that was taken in has an id that begins with ${id}. \`skein key show\` lists them.`,
  command: {
    about: 'the key that bundles are signed with, and the keys that are trusted',
    show: 'the public key in use, and all that are trusted',
    rotate: 'sign with a new key from now on; bundles of before still verify',
    trust: 'trust the signatures of another Skein, by its public key',
    trustFile: 'its public key, as `skein key show --pem` prints it there',
    name: 'what to call it',
    distrust: 'no longer trust a key that was taken in',
    distrustId: 'its id, or how it begins',
    pem: 'the public key alone, to hand to those who verify',
  },
  rotated: (id: string) => `Bundles are signed with ${id} from now on.`,
  trusted: (name: string, id: string) => `Trusted as ${name}: ${id}`,
  distrusted: (name: string, id: string) => `No longer trusted: ${name} (${id})`,
  line: (id: string, name: string, since: string, until: string | null) =>
    `${id}  ${name}, since ${since.slice(0, 10)}${until === null ? '' : ` until ${until.slice(0, 10)}`}`,
} as const;
