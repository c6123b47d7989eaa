/** The words of the reading view. */
export const reading = {} as const;
