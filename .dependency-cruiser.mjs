/** No folder of the program imports another in a circle, types included; the order of the wings is held by eslint.config.mjs. */
export default {
  forbidden: [
    {
      name: 'no-circle-of-folders',
      comment:
        'Two folders that import each other are one folder, or something in them stands in the wrong place.',
      scope: 'folder',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'node_modules' },
  },
};
