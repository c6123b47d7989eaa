/** The words of `client/ui`. */
export const ui = {} as const;
