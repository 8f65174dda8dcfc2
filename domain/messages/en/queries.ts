const count = (n: number, one: string, many: string) =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** What a person reads of queries: their own, saved ones, and the program's behind an answer. */
export const queriesMessages = {
  /** Why a query is not let through; each says what to do instead. */
  refused: {
    escape:
      'Write letters as they are, not as \\u and a number: what is hidden so cannot be checked.',
    character: (what: string) =>
      `“${what}” has no place here. Close quotes and backticks, put a space after a number, and write text in quotes.`,
    prefix: 'Leave out EXPLAIN, PROFILE and CYPHER: Skein explains every query before it runs.',
    load: 'A query reads the graph alone: it may not load a file or an address. Put the word in backticks if it is a name.',
    use: 'A query reads this graph alone: it may not USE another. Put the word in backticks if it is a name.',
    transactions:
      'A query may not open transactions of its own. Put the word in backticks if it is a name.',
    procedure: (name: string) =>
      `A query may not call ${name === '' ? 'a procedure' : name}: only patterns, and db.index.fulltext.queryNodes for the search index, read the graph alone.`,
    function: (name: string) =>
      `${name} is no function of the database itself; what it reaches cannot be known.`,
    groundTruth:
      'Label is the truth that detectors are measured by; it lies outside the graph. Put nothing of that name into a query.',
    tooMany: (most: number) =>
      `The query is longer than ${most.toLocaleString('en')} words and marks. Hand long lists over as a value: $ids.`,
    tooDeep: (most: number) =>
      `Brackets, subqueries or CASE stand more than ${most} deep in one another. Write it flatter.`,
    tooManyBraces: (most: number) =>
      `Subqueries or maps stand more than ${most} deep in one another. Write it flatter.`,
    tooManySteps: (most: number) =>
      `More than ${most} of “.”, “[…]”, NOT or signs stand upon one another. Write it in several steps.`,
    tooManyOperators: (most: number) =>
      `One expression holds more than ${most} operators. Hand a list over as a value and use IN $list.`,
    tooManyClauses: (most: number) =>
      `The query has more than ${most} clauses. Ask in several queries.`,
    span: (most: number) =>
      `A list of more than ${most.toLocaleString('en')} numbers may not stand in an expression, nor come to that many by lists in one another. Write UNWIND range(…) AS x, which gives rows.`,
    growth: (most: number) =>
      `A text may come to more than ${count(most, 'letter', 'letters')} here, since it is put beside itself again and again. Join lists of rows, or take a part of it.`,
    deepValues: (most: number) =>
      `A value holds lists or maps more than ${most} deep in one another.`,
    manyValues: (most: number) =>
      `More than ${most.toLocaleString('en')} values are handed over. Ask with fewer at once.`,
    step: (operator: string) =>
      `The plan of this query holds “${operator}”, which is not a read of the graph. Only queries that read are run.`,
    computedName:
      'Write the label or the type as it is, as in (a:Account) and -[:RATED]->: one that is worked out cannot be checked.',
    nameLabel:
      'This looks among all nodes, with what is Skein’s own, and queries read the data alone. Say what kind of node it is, as in (a:Account), and look it up by a column, as in {id: $id}.',
    ambiguous:
      'What stands here may be a pattern or a subtraction. Put brackets around what is taken off.',
    writes: 'This query changes something or manages the database. Only queries that read are run.',
  },
  empty: 'There is no query yet.',
  notRun: (why: string) => `The query was not run. ${why}`,
  missing: (names: readonly string[]) =>
    `Give ${names.map((name) => `$${name}`).join(', ')} a value, and run it again.`,
  noValue: 'has no value',
  runs: (id: string) => `A query named ${id} runs already. Give each run a name of its own.`,
  noRun: (id: string) =>
    `No query named ${id} runs; it may have ended by itself. While it waits for its turn at another server, that one alone can end it: it does so when whoever asked hangs up.`,
  ended: 'The query was ended before it was done. Nothing was changed.',
  failed: (why: string) => `The database ended the query: ${why}`,
  tooLong: (seconds: number) =>
    `The query did not end within ${count(seconds, 'second', 'seconds')}. Begin it at one node, limit the steps of a path, or allow more time.`,
  tooMuchMemory:
    'The query needs more memory than one query may have. Return less, or begin it at fewer nodes.',
  tooWide:
    'One row of the result is larger than a whole result may be. Return less of each row: a count, a part of the list, or UNWIND it to rows.',
  tooHard:
    'The database could not work out how to answer this query: it took too long or too much memory. Write fewer patterns and clauses, or shorter paths.',
  busy: (most: number) =>
    `${count(most, 'query is', 'queries are')} being answered already, as many as may be at once. Try again in a few seconds.`,
  noQuery: (id: string) => `There is no saved query ${id}.`,
  isShipped: 'This query comes with Skein. Save it under another title to change it.',
  changedMeanwhile: (by: string, when: string) =>
    `${by} changed this query at ${when}. Open it again, or save yours under another title.`,
  twice: (name: string) => `$${name} is described twice.`,
  notAsked: (of: string) =>
    `${of} is no address of this API that answers a question, such as /nodes/account:a17/expand.`,

  tab: 'Queries',
  list: {
    search: 'Search titles, texts and tags',
    write: 'Write a query',
    ask: 'Ask without Cypher',
    pattern: (owner: string, version: number) => `pattern of ${owner}, version ${version}`,
    none: (q: string) => `No saved query holds “${q}”.`,
    shipped: 'comes with Skein',
    by: (who: string, when: string) => `${who}, ${when}`,
    open: 'Open',
  },
  editor: {
    title: 'Query',
    untitled: 'New query',
    label: 'Cypher query',
    hint: 'Ctrl+Enter runs it. Ctrl+Space completes. Escape, then Tab, leaves the editor. It can only read.',
    placeholder: 'MATCH (a:Account)-[r:LOGGED_IN_FROM]->(i:Ip) RETURN a, r, i LIMIT 25',
    run: 'Run',
    cancel: 'Cancel',
    running: 'Running …',
    cancelled: 'Cancelled.',
    drawn: 'On the canvas',
    back: 'Back to the query',
    save: 'Save',
    saveAs: 'Save as …',
    saved: 'Saved.',
    remove: 'Delete',
    removeSure: 'Delete this query?',
    removed: 'Deleted.',
    keep: 'Keep it',
    rows: 'Rows at most',
    seconds: 'Seconds at most',
    problem: 'Why it does not run',
    remark: 'Remarks of the database',
    at: (line: number, column: number) => `Line ${line}, column ${column}`,
    ready: 'It would run.',
    share: 'The address holds the query and its values: send it to a colleague.',
    text: 'Query text',
    read: 'Only reads are run',
    nothing:
      'Write a query or pick one on the left. It is explained first, and refused when it would do more than read.',
  },
  draft: {
    title: 'Title',
    about: 'What it finds, and what else could explain that',
    tags: 'Tags, separated by commas',
    parameters: 'Form',
    label: (name: string) => `Label of $${name}`,
    kind: (name: string) => `Kind of $${name}`,
    required: 'must be given',
    kinds: {
      text: 'text',
      number: 'number',
      time: 'time',
      date: 'day',
      boolean: 'yes or no',
      account: 'account',
      node: 'node',
      list: 'list',
    },
  },
  form: {
    title: 'Values',
    account: 'id, such as a17',
    node: 'type:id, such as account:a17',
    list: 'one a line',
    time: 'such as 2024-05-31T14:05:00.000Z',
    needed: 'Give a value.',
    badNumber: 'Write a number.',
    badNode: 'Write it as type:id, such as account:a17.',
    badTime: 'Write it as 2024-05-31T14:05:00.000Z.',
    yes: 'yes',
  },
  result: {
    title: 'Result',
    rows: (n: number, ms: number) => `${count(n, 'row', 'rows')} in ${ms.toLocaleString('en')} ms`,
    none: 'No rows: nothing in the graph fits.',
    cutRows: (n: number) =>
      `${n === 1 ? 'Only the first row was' : `Only the first ${n.toLocaleString('en')} rows were`} read. Narrow the query, or allow more.`,
    cutBytes: 'The result is too large: it was cut here. Return less of each row.',
    copy: 'Copy',
    copied: 'Copied',
    csv: 'CSV',
    draw: (nodes: number, relations: number) =>
      `On the canvas: ${count(nodes, 'node', 'nodes')}, ${count(relations, 'relation', 'relations')}`,
    nothingToDraw: 'Return nodes or relations themselves to see them on the canvas.',
    cut: (shown: string) => `${shown} …`,
    items: (n: number) => count(n, 'item', 'items'),
  },
  asked: {
    title: 'How was this answered?',
    hint: 'The program asked the database this, word for word; each was run again just now. What reads decisions, cases or people is shown here and cannot be asked in the editor.',
    none: 'No query: this answer does not come from the database.',
    nth: (at: number, of: number, rows: number) =>
      `Query ${at} of ${of} · ${count(rows, 'row', 'rows')}`,
    parameters: 'Values',
    copy: 'Copy',
    copied: 'Copied',
    open: 'Open in the editor',
    of: {
      graph: 'What is on the canvas',
      details: 'The details',
      neighbours: 'What it is linked to',
      expand: 'Expand 10 neighbours',
      linked: 'The accounts it is linked with',
      search: 'The search',
      list: 'The list',
      view: 'This view',
      hours: 'The hours at work',
    },
  },
  completion: {
    label: 'label',
    relation: 'relation',
    property: 'property',
    keyword: 'word',
    function: 'function',
    parameter: 'value',
    ends: (from: string, to: string) => `${from} → ${to}`,
    any: 'any',
  },
} as const;
