/**
 * A photo as it is sent: upright, of the size of a scan at 300 dpi, and nothing but pixels. One that this
 * phone cannot open itself goes as it is; the computer may be able to.
 */
const longestSide = 3_300;
const quality = 0.88;

export async function smallerPicture(file: Blob): Promise<Blob> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return file;
  }
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const made = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, "image/jpeg", quality),
  );
  // A phone gives a canvas' memory back when it is empty, not when it is gone.
  canvas.width = 0;
  return made ?? file;
}
