/** What a person reads of who does not see personal data: in the place of what is masked, and why something is refused. */
export const maskedMessages = {
  /** In the place of a text that could hold anything. */
  withheld: 'masked',
  /** A thing by a name that means nothing: "account K7QX2MHD". */
  thing: (one: string, mark: string) => `${one} ${mark}`,
  cluster: (mark: string) => `Cluster ${mark}`,
  ofToken:
    'This shows personal data, and the scope of this token lacks "see". A person whose role has it can make one with it.',
  noSearch:
    'Words cannot be searched for while personal data is masked, as what is found would tell who it is: leave `text` out, or show personal data with a reason.',
  notThere:
    'There is no such thing by that name while personal data is masked: open it from a list, or show personal data with a reason.',
  notPossible:
    'This cannot be answered while personal data is masked: check what was asked, or show personal data with a reason.',
} as const;
