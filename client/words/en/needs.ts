/** The words of `client/needs`. */
export const needs = {} as const;
