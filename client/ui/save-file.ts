/** Hands a person a file they asked for: the browser puts it where downloads go. */
export function saveFile(name: string, content: BlobPart, type = "text/plain;charset=utf-8"): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by the time anything else runs.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
