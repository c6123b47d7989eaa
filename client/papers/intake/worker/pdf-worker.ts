/** pdf.js's own worker, nested in ours: its script, after the decoder it is to use. */
import "./picture-decoder.ts";
import "pdfjs-dist/build/pdf.worker.min.mjs";
