/** A mail with one part besides its text, read as `scan` reads it. */
import type { MessageRecord } from "../../src/case/record.ts";
import { analyse } from "../../src/pipeline/analyse.ts";
import { createTokenFinder } from "../../src/signals/tokens.ts";
import { shaOf } from "../support/record.ts";

export interface PartOfMail {
  readonly type: string;
  readonly file: string;
  readonly content: string | Buffer;
  readonly encoding?: "base64" | "binary";
}

export function mailWithPart({ type, file, content, encoding = "base64" }: PartOfMail): Buffer {
  const bytes = Buffer.from(content);
  const head = [
    ...["From: Ada Marsh <ada@example.org>", "To: bo@example.net", "Message-ID: <a@example.org>"],
    ...[
      "Date: Thu, 4 Mar 2021 05:06:07 +0000",
      "MIME-Version: 1.0",
      "Content-Type: multipart/mixed; boundary=b",
      "",
      "--b",
    ],
    ...["Content-Type: text/plain", "", "Hello", "--b", `Content-Type: ${type}; name="${file}"`],
    ...["Content-Disposition: attachment", `Content-Transfer-Encoding: ${encoding}`, "", ""],
  ].join("\r\n");
  const body =
    encoding === "base64" ? Buffer.from((bytes.toString("base64").match(/.{1,76}/g) ?? []).join("\r\n")) : bytes;
  return Buffer.concat([Buffer.from(head), body, Buffer.from("\r\n--b--\r\n")]);
}

export function recordOf(bytes: Buffer): MessageRecord {
  const location = { path: "/mail/a.eml", offset: 0, length: bytes.length, folder: "", marks: [] };
  const kept = { bytes, size: bytes.length, sha256: shaOf("a"), fidelity: "original", outlook: null } as const;
  const raw = { ...kept, key: "a", location, problems: [], atSourceEnd: false };
  return analyse(raw, { owners: [], finder: createTokenFinder() }).record;
}

export function recordOfPart(part: PartOfMail): { readonly bytes: Buffer; readonly record: MessageRecord } {
  const bytes = mailWithPart(part);
  return { bytes, record: recordOf(bytes) };
}
