/**
 * What may be given to the PDF library: the file without the data of its pictures, which no text needs, and only when all else in it
 * unpacks to less than `limits.documentUnpackedBytesMax`.
 *
 * Pure, linear in what comes out. The library unpacks as it reads and knows no bound of its own, so this is done before.
 */
import { limits } from "../../base/limits.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { inflateLeniently, type PdfStream, streamsOf } from "../../parts/pdf.ts";
import { openPdf } from "../../parts/pdf-encryption.ts";
import { PartBudget } from "../../parts/reference.ts";
import { unpacked } from "../../parts/zip.ts";

/** A copy: the library takes it over. The error is the rest of a sentence. */
export function harmlessPdf(bytes: Buffer): Result<Uint8Array<ArrayBuffer>, string> {
  const raw = bytes.toString("latin1");
  const isEncrypted = /\/Encrypt[\s<\d]/.test(raw);
  const open = isEncrypted ? (openPdf(bytes) ?? bytes) : bytes;
  const streams = streamsOf(open === bytes ? raw : open.toString("latin1"));
  const budget = new PartBudget(limits.documentUnpackedBytesMax);
  for (const stream of streams) {
    const { dictionary } = stream;
    if (!isPicture(stream) && packings(dictionary) > 1)
      return err("is packed several times over, as attacks are; it was not read");
    if (!isPicture(stream)) weigh(open, stream, budget);
    if (budget.bytesLeft <= 0) {
      return err(
        `unpacks to more than ${limits.documentUnpackedBytesMax / 1024 / 1024} MiB without its pictures; it was not read`,
      );
    }
  }
  const copy = new Uint8Array(bytes);
  // What calls itself a picture and is a page would go past the bound.
  for (const stream of open === bytes ? streams : []) if (isPicture(stream)) copy.fill(0, stream.start, stream.end);
  return ok(copy);
}

function isPicture({ dictionary }: PdfStream): boolean {
  return /\/Subtype\s{0,20}\/Image\b/.test(dictionary);
}

function packings(dictionary: string): number {
  return dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL|BrotliDecode)\b/g)?.length ?? 0;
}

/** No document is packed better by these methods, which are not undone here. */
const OTHER_RATIO = 100;

function weigh(bytes: Buffer, { dictionary, start, end }: PdfStream, budget: PartBudget): void {
  if (/\/(?:FlateDecode|Fl)\b/.test(dictionary)) unpacked(bytes.subarray(start, end), inflateLeniently, budget);
  else budget.takeBytes((end - start) * (packings(dictionary) > 0 ? OTHER_RATIO : 1));
}
