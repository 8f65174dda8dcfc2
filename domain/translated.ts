/** The shape of a language's words: the same parts and parameters as the English ones, any text. */
export type Translated<T> = T extends (...given: infer G) => infer R
  ? (...given: G) => Translated<R>
  : T extends string
    ? string
    : T extends readonly unknown[]
      ? { readonly [I in keyof T]: Translated<T[I]> }
      : T extends object
        ? { readonly [K in keyof T]: Translated<T[K]> }
        : T;
