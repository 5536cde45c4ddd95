/** What the pictures that a message brings say, all of them: files that are pictures, and PDFs. */
import { Undetermined } from "../../mql/value.ts";
import type { PictureReader } from "../../ports/picture-reader.ts";
import type { FileFacts } from "../attachments.ts";
import { explode, rootNode } from "./explode.ts";
import { FileSession } from "./file-session.ts";
import { isRecognisable, shownText } from "./pictures.ts";

export interface PictureWords {
  /** One picture after another, a line between. */
  readonly text: string;
  /** All of them could be read. */
  readonly isAll: boolean;
}

export function pictureWords(files: readonly FileFacts[], pictures: PictureReader): PictureWords {
  const session = new FileSession({ pictures });
  const texts: string[] = [];
  let isAll = true;
  for (const { bytes, name, contentType } of files) {
    if (!/^image\/|^application\/(?:pdf|octet-stream)/.test(contentType ?? "")) continue;
    const content = bytes();
    const node = rootNode({ bytes: toBuffer(content), name, mediaType: contentType ?? "" }, session);
    // Of a document with text of its own that is what it says.
    if (!isRecognisable(node) || (node.pdf()?.text ?? "") !== "") continue;
    const text = shownText(node, () => explode(node).nodes);
    if (text instanceof Undetermined) isAll = false;
    else if (text !== "") texts.push(text);
  }
  return { text: texts.join("\n"), isAll };
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
