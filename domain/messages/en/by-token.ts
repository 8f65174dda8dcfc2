/** What is said of commands that act by a token (SKEIN_TOKEN), in place of as the user of the operating system. */
export const byTokenMessages = {
  noneSuch: (variable: string) =>
    `The token in ${variable} lets nobody in: it has expired, was revoked, is of somebody who is switched off, or never was one of this database. Nothing was done. Set another (\`skein token add NAME\`), or unset ${variable} to act as the user of the operating system.`,
  notByToken: (command: string, variable: string) =>
    `\`skein ${command}\` is for whoever runs Skein on this machine, and for nobody's token: unset ${variable} to run it. Nothing was done.`,
  notOfServers: (variable: string) =>
    `${variable} is set: commands act by it, and this server does not. Whoever asks it signs in, or brings a token of their own.`,
} as const;
