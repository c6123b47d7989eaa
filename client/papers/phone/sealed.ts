/**
 * Pictures under lock between a phone and a computer: AES-GCM with a key that stands in the code on the
 * computer's screen and is sent to nobody, so that whatever carries them cannot open them.
 *
 * Each picture has an initial vector of its own, and its id is bound to it: one cannot be passed off as
 * another. Needs a secure address, as browsers encrypt nowhere else. test/unit/phone-sealed.test.ts.
 */
const version = 1;
const vectorBytes = 12;
const keyBytes = 32;

export type Key = CryptoKey;

/** False on an address that is neither https nor this computer's own. */
export const canSeal = (): boolean => globalThis.crypto?.subtle !== undefined;

/** A new key, and how it is written in a link: 43 characters of base64url. */
export async function newKey(): Promise<{ readonly key: Key; readonly written: string }> {
  const raw = crypto.getRandomValues(new Uint8Array(keyBytes));
  return { key: await imported(raw), written: toBase64Url(raw) };
}

/** The key of a link; undefined for what is none. */
export async function readKey(written: string): Promise<Key | undefined> {
  if (!/^[\w-]{43}$/.test(written)) return undefined;
  return imported(fromBase64Url(written));
}

/** One byte that says how, the vector, the sealed bytes. */
export async function seal(
  key: Key,
  id: string,
  bytes: BufferSource,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(vectorBytes));
  const sealed = await crypto.subtle.encrypt(algorithm(iv, id), key, bytes);
  const out = new Uint8Array(1 + vectorBytes + sealed.byteLength);
  out[0] = version;
  out.set(iv, 1);
  out.set(new Uint8Array(sealed), 1 + vectorBytes);
  return out;
}

/** The bytes again; undefined where key, id or a bit of it is not what it was. */
export async function unseal(
  key: Key,
  id: string,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<ArrayBuffer | undefined> {
  if (sealed[0] !== version) return undefined;
  const iv = sealed.slice(1, 1 + vectorBytes);
  try {
    return await crypto.subtle.decrypt(algorithm(iv, id), key, sealed.slice(1 + vectorBytes));
  } catch {
    // That it cannot be opened is all there is to know.
    return undefined;
  }
}

const algorithm = (iv: BufferSource, id: string): AesGcmParams => ({
  name: "AES-GCM",
  iv,
  additionalData: new TextEncoder().encode(id),
});

const imported = (raw: BufferSource): Promise<Key> =>
  crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

const fromBase64Url = (written: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(written.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
    letter.charCodeAt(0),
  );
