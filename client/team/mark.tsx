/** The product's mark, the same drawing as `client/public/favicon.svg`. */
export function Mark({ size = 32 }: { readonly size?: number }) {
  return <img src="/favicon.svg" width={size} height={size} alt="" />;
}
