/** One's own tokens, as the page has asked for them. */
export const tokensKey = ['my-tokens'];
