/** Files that a message carries. Fields and types as mdm.md, section 5, has them. */
import type { TypeTable } from "./type-table.ts";

export const attachmentTypes = {
  Attachment: {
    content_id: ["string", "Content-ID without angle brackets."],
    content_transfer_encoding: ["string", "Transfer encoding of the part."],
    content_type: ["string", "Declared media type without parameters."],
    file_extension: [
      "string",
      "Extension of the declared file name, without dot; null when none; compare case-insensitively.",
    ],
    file_name: ["string", "Decoded file name."],
    file_type: ["string", "Type sniffed from the bytes; 'unknown' when nothing matches."],
    md5: ["string", "MD5, lower-case hex."],
    raw: ["bytes", "Bytes."],
    sha1: ["string", "SHA-1, lower-case hex."],
    sha256: ["string", "SHA-256, lower-case hex."],
    size: ["int", "Length of the decoded bytes."],
    content_disposition: ["string", "'attachment' or 'inline'."],
  },
  File: {
    file_extension: ["string", "Extension if known."],
    file_name: ["string", "Name if known."],
    file_type: ["string", "Type sniffed from the bytes."],
    raw: ["bytes", "Bytes."],
    size: ["int", "Length in bytes."],
  },
  DownloadedFile: {
    file_extension: ["string", "Extension if known."],
    file_name: ["string", "Name if known."],
    file_type: ["string", "Type sniffed from the bytes."],
    md5: ["string", "MD5, lower-case hex."],
    raw: ["bytes", "Bytes."],
    sha1: ["string", "SHA-1, lower-case hex."],
    sha256: ["string", "SHA-256, lower-case hex."],
    size: ["int", "Length in bytes."],
  },
} as const satisfies TypeTable;
