/** The words of `client/list`. */
export const list = {} as const;
