/** Limits of attachments that are opened in search of servers. */
import { limits } from "../../src/base/limits.ts";
import { PartBudget } from "../../src/parts/reference.ts";
import { zipEntries } from "../../src/parts/zip.ts";
import { mailWithPart } from "../parts/mail-with-part.ts";
import { writeZip } from "../support/part-files.ts";
import { codesOf, type LimitCase, many, seenIn } from "./limit-case.ts";

const SHORTCUT = "[InternetShortcut]\r\nURL=https://url.test/";

function ofAttachment(
  row: Omit<LimitCase, "read">,
  contentOf: (n: number) => Buffer | string,
  file: string,
): LimitCase {
  return {
    ...row,
    read: (n) => {
      const seen = seenIn(mailWithPart({ type: "application/octet-stream", file, content: contentOf(n) }));
      return { kept: seen.record.loadCount, codes: codesOf(seen) };
    },
  };
}

/** A shortcut in `n` zips; it is found up to the limit. */
function zips(n: number): Buffer {
  let content: Buffer = Buffer.from(SHORTCUT);
  for (let i = 0; i < n; i++) content = writeZip([{ name: i === 0 ? "a.url" : "a.zip", content }], { isStored: true });
  return content;
}

const deep = ofAttachment({ limit: "partDepthMax", code: "limit.part-depth" }, zips, "a.zip");

export const partLimits: readonly LimitCase[] = [
  {
    limit: "partBytesMax",
    code: "limit.part-bytes",
    read: (n) => {
      const budget = new PartBudget();
      const entries = zipEntries(writeZip([{ name: "a", content: Buffer.alloc(n) }]), budget);
      const bytes = entries[0]?.read();
      return { kept: bytes === null ? null : (bytes?.length ?? 0), codes: [...budget.codes] };
    },
  },
  {
    limit: "partEntriesMax",
    code: "limit.part-entries",
    read: (n) => {
      const budget = new PartBudget();
      const files = Array.from({ length: n }, () => ({ name: "a.txt", content: "a" }));
      return { kept: zipEntries(writeZip(files, { isStored: true }), budget).length, codes: [...budget.codes] };
    },
  },
  { ...deep, read: async (n) => ({ ...(await deep.read(n)), kept: null }) },
  ofAttachment(
    { limit: "partReferencesMax", code: "limit.part-references", far: 2 * limits.partReferencesMax },
    (n) => `BEGIN:VCARD\r\n${many(n, (i) => `URL:https://url.test/${i}\r\n`)}END:VCARD\r\n`,
    "a.vcf",
  ),
];
