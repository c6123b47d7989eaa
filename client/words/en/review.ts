/** The words of `client/review`. */
export const review = {} as const;
