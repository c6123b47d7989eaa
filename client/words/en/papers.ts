/** The words of `client/papers`. */
export const papers = {} as const;
