const when = (at: string) => at.slice(0, 16).replace('T', ' ');

/** What is wrong with what was asked of a case beside its boards. */
export const caseProblemsMessages = {
  joined: (into: string) =>
    `This case is joined into “${into}” and closed to new work. Go on there, or undo the joining first.`,
  otherJoined: (into: string) => `That case is itself joined into “${into}”. Join into that one.`,
  notJoined: 'This case is joined into no other.',
  itself: 'A case cannot be joined into itself.',
  changedMeanwhile:
    'Somebody else has changed this case meanwhile. Look at it again, then say whether you still want this.',
  taskMeanwhile:
    'Somebody else has changed this task meanwhile. Look at it again, then say whether you still want this.',
  unknownMembers: (names: readonly string[]) =>
    `Nobody here is called ${names.join(', ')}. Name those whom Skein knows, as it writes them.`,
  withoutYou:
    'You would not see the case yourself any more. Leave yourself in it; another of its members can take you out.',
  notAMember: (name: string) =>
    `This case is not shown to ${name}. Take them into the case first, or give the task to somebody who is.`,
  otherMembers:
    'The two cases are not shown to the same people, and what is joined is read as one. Show both to the same first.',
  noComment: (id: string) => `This case has no comment ${id}.`,
  noTask: (id: string) => `This case has no task ${id}.`,
  idInUse: (id: string) => `The id ${id} is in use in another case. Choose another one.`,
  withdrawnBefore: (by: string | null, at: string | null) =>
    by === null || at === null
      ? 'It was withdrawn just now.'
      : `It was withdrawn before, by ${by}, ${when(at)} UTC.`,
} as const;
