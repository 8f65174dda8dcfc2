/** The dialog by which evidence leaves the page. */
export const exportDialogMessages = {
  open: 'Export evidence',
  hint: 'One ZIP that can be verified without Skein: subgraph, source rows, queries, report and picture, signed',
  title: (of: string) => `Evidence: ${of}`,
  language: 'Language of the report',
  hops: 'Around the account',
  hopsOf: [
    'the account alone',
    'within 1 step',
    'within 2 steps',
    'within 3 steps',
    'within 4 steps',
  ],
  bundle: 'Evidence bundle',
  narrative: 'Narrative',
  told: {
    reason: 'Why it is exported',
    case_number: 'Case number',
    authority: 'Legal authority',
  },
  toldHint:
    'Stands on the report beside the payload, with your name and the time. Ctrl+Enter saves.',
  masks: 'Show pseudonyms instead of',
  masksHint:
    'The same value gets the same pseudonym throughout this bundle. The values themselves are nowhere in it. A name that an e-mail address or a user name spells goes with those.',
  withNarrative: 'Put the filing draft (narrative.md) into the bundle',
  withNarrativeHint:
    'Only for the authorities, or for those who file. Nothing else in a bundle tells that a filing is thought of.',
  withNarrativeWarning:
    'Whoever receives this bundle learns that a filing is thought of. To tell anybody whom it is about can be an offence: 31 USC 5318(g)(2), Proceeds of Crime Act 2002 s. 333A. The custody log notes that it was included.',
  writing: 'Collecting the evidence …',
  cancel: 'Cancel',
  save: 'Save bundle',
  saved: (name: string) => `${name} is saved.`,
  digest: 'Payload digest (SHA-256)',
  digestHint:
    'Tell whoever receives the bundle this digest by another way. They check it with `skein verify`, or with verify.html.',
  narrativeHint:
    'A draft from the findings: who, what, when, where, why, how, with totals per currency. Complete what stands in square brackets.',
  decided: 'Day of the decision',
  draft: 'Draft narrative',
  draftAgain: 'Draft anew',
  due: (day: string) => `To be filed by ${day}`,
  narrativeText: 'Narrative, to be edited',
  saveNarrative: 'Save narrative',
} as const;
