/** pdf.js's own worker, nested in ours: its script, after the decoder and the memory it is to use. */
import "./bounded-memory.ts";
import "./picture-decoder.ts";
import "pdfjs-dist/build/pdf.worker.min.mjs";
