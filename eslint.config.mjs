import { posix } from 'node:path';
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { wings } from './server/wings.mjs';
import { slices } from './client/slices.mjs';

/** Rooms and what they may not import; see ARCHITECTURE.md. */
const rooms = {
  domain: [
    'languages',
    'server',
    'client',
    'cypher',
    'verifier',
    'worlds',
    'test',
    'bench',
    'quality',
  ],
  cypher: ['languages', 'server', 'client', 'verifier', 'worlds', 'test', 'bench', 'quality'],
  languages: ['server', 'client', 'verifier', 'worlds', 'test', 'bench', 'quality'],
  verifier: ['languages', 'server', 'client', 'cypher', 'worlds', 'test', 'bench', 'quality'],
  client: ['server', 'cypher', 'worlds', 'test', 'bench', 'quality'],
  server: [
    'client',
    'worlds/held-out',
    'worlds/third',
    'worlds/fourth',
    'test',
    'bench',
    'quality',
  ],
  worlds: ['languages', 'server', 'client', 'cypher', 'verifier', 'test', 'bench', 'quality'],
};

const names = wings.map(({ name }) => name);

/** What a room may not import. */
function closedTo(room) {
  return [
    {
      group: rooms[room].map((name) => `**/${name}/**`),
      message: `${room}/ may not import that room; see ARCHITECTURE.md.`,
    },
    ...(room === 'verifier'
      ? [{ group: ['node:*'], message: 'The verifier runs in browsers too.' }]
      : []),
    ...(['client', 'domain'].includes(room)
      ? [
          {
            group: ['**/messages/index.ts'],
            message: 'The page brings the messages of domain/messages/browser.ts alone.',
          },
        ]
      : []),
    ...(room === 'server'
      ? []
      : [
          {
            group: ['neo4j-driver'],
            message: 'The driver is imported in server/graph/neo4j alone.',
          },
        ]),
  ];
}

/** One folder of the client as files of another name it, for a regular expression. */
function pathTo(folder, from) {
  const path = posix.relative(from, folder);
  return (path.startsWith('..') ? path : `./${path}`).replaceAll('.', '\\.');
}

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'client/dist', '.skein', 'out*'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      // A filled map or a matched group is known to be there; the reader sees the `!` and asks why.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // The driver declares its plain options as classes.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  ...Object.keys(rooms).map((room) => ({
    files: [`${room}/**/*.{ts,tsx}`],
    rules: { 'no-restricted-imports': ['error', { patterns: closedTo(room) }] },
  })),
  ...names.map((wing, place) => ({
    files: [`server/${wing}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            ...closedTo('server'),
            ...names.slice(place + 1).map((later) => ({
              // By its way from another wing: rooms may have a wing's name.
              group: [`../${later}/**`, `../../${later}/**`, `../../../${later}/**`],
              message: `server/${wing} stands below server/${later}; see ARCHITECTURE.md.`,
            })),
          ],
        },
      ],
    },
  })),
  ...slices.slice(0, -1).map((slice, index) => ({
    files: [`client/src/${slice}/*.{ts,tsx}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            ...closedTo('client'),
            {
              regex: `^(${slices
                .slice(index + 1)
                .map((later) => pathTo(later, slice))
                .join('|')})/[^/]+$`,
              message: `client/src/${slice} may not import what comes after it in client/slices.mjs.`,
            },
          ],
        },
      ],
    },
  })),
  {
    files: ['test/**/*.ts'],
    ignores: ['test/quality/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/worlds/held-out/**'],
              message: 'Nothing is built against the world that is held out.',
            },
          ],
        },
      ],
    },
  },
  {
    // The page brings a language's words; what detectors and queries say comes from the server.
    files: ['languages/*/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [...rooms.languages, 'cypher'].map((name) => ({
            group: [`**/${name}/**`],
            message: 'languages/ may not import that room; see ARCHITECTURE.md.',
          })),
        },
      ],
    },
  },
  {
    files: ['server/**/*.ts'],
    ignores: ['server/graph/neo4j/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "ImportDeclaration[source.value='neo4j-driver']",
          message: 'The driver is imported in server/graph/neo4j alone.',
        },
      ],
    },
  },
  {
    files: ['client/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        Buffer: 'readonly',
        AbortController: 'readonly',
      },
    },
  },
);
