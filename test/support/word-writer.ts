/** Small DOCX files (ECMA-376) for tests: the parts as given, and those without which they are none. */
import { writeZip, type ZipWriterEntry } from "./zip-writer.ts";

export function writeWord(body: string, parts: Readonly<Record<string, string>> = {}): Buffer {
  const document = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="urn:w" xmlns:r="urn:r" xmlns:mc="urn:mc"><w:body>${body}</w:body></w:document>`;
  return wordOf({ "word/document.xml": document, ...parts });
}

export function wordOf(parts: Readonly<Record<string, string>>): Buffer {
  const entries: ZipWriterEntry[] = [{ name: "[Content_Types].xml", data: Buffer.from("<Types/>") }];
  for (const [name, data] of Object.entries(parts)) entries.push({ name, data: Buffer.from(data), method: 8 });
  return writeZip(entries);
}

export function paragraph(text: string, properties = ""): string {
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}
