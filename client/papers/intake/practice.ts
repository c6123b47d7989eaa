/** The practice set: masked pages of an invented class, shipped with the product under `/practice/`. */

interface Manifest {
  /** File names of the pages, in the order of the stack. */
  readonly pages: readonly string[];
}

/** Fetches the pages' pictures from our own origin. Rejects where one cannot be had. */
export async function fetchPractice(signal: AbortSignal): Promise<readonly Blob[]> {
  const manifest = (await (await get("manifest.json", signal)).json()) as Manifest;
  return Promise.all(manifest.pages.map(async (name) => (await get(name, signal)).blob()));
}

async function get(name: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(`/practice/${name}`, { signal });
  if (!response.ok) throw new Error(`the practice set's ${name} answered ${response.status}`);
  return response;
}
