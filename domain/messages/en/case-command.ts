/** What `skein case` says. */
export const caseCommandMessages = {
  about: 'cases, and who sees them',
  list: 'list the cases that are not archived, with who sees each',
  members: 'say who sees a case and all that is joined into it, or change that',
  onlyOption: 'somebody who sees it; given several times, these alone do',
  allOption: 'everybody who may see cases sees it',
  whyOption: 'why, for the history of the case',
  none: 'No cases yet.',
  either: 'Say --only NAME or --all, not both.',
  whyMissing: 'Say why, with --why: it stands in the history of the case.',
} as const;
