/** The words of `client/team`. */
export const team = {} as const;
