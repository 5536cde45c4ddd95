/** Limits of attachments that are opened in search of servers. */
import { limits } from "../../src/base/limits.ts";
import { readCalendar } from "../../src/parts/calendar.ts";
import { readContactCard } from "../../src/parts/contact-card.ts";
import { pemBlocks, readCertificates } from "../../src/parts/der.ts";
import { readOpenPgp } from "../../src/parts/open-pgp.ts";
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

const URL_BYTES = Buffer.from("https://keys.test/");
/** A signature of version 4 whose one subpacket names a key server (RFC 9580 5.2.3.26). */
const SUBPACKET = Buffer.concat([Buffer.of(URL_BYTES.length + 1, 24), URL_BYTES]);
const SIGNATURE = Buffer.concat([Buffer.of(4, 0, 1, 8, 0, SUBPACKET.length), SUBPACKET, Buffer.of(0, 0)]);
const KEY_SERVER = Buffer.concat([Buffer.of(0xc2, SIGNATURE.length), SIGNATURE]);

/** An access description of caIssuers, its lengths in four bytes. */
function accessTo(url: string): Buffer {
  const sized = (tag: number, content: Buffer) => {
    const head = Buffer.alloc(6);
    head[0] = tag;
    head[1] = 0x84;
    head.writeUInt32BE(content.length, 2);
    return Buffer.concat([head, content]);
  };
  return sized(0x30, Buffer.concat([Buffer.from("06082b06010505073002", "hex"), sized(0x86, Buffer.from(url))]));
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
  {
    limit: "partBytesMax",
    what: "of a file in a calendar",
    code: "limit.part-bytes",
    max: 32 * 1024 * 1024,
    far: 34 * 1024 * 1024,
    read: (n) => {
      const budget = new PartBudget();
      const digits = Buffer.alloc(Math.ceil(n / 3) * 4, "A").toString("latin1", 0, Math.ceil((n * 4) / 3));
      const text = `BEGIN:VCALENDAR\r\nATTACH;ENCODING=BASE64:${digits}\r\nEND:VCALENDAR\r\n`;
      const { files } = readCalendar(Buffer.from(text), budget);
      const isRead = files.length === 1 && files[0]?.bytes.length === n;
      return { kept: isRead || budget.codes.size > 0 ? null : -1, codes: [...budget.codes] };
    },
  },
  {
    limit: "partEntriesMax",
    what: "blocks of OpenPGP armour",
    code: "limit.part-entries",
    read: (n) => {
      const budget = new PartBudget();
      const block = `-----BEGIN PGP SIGNATURE-----\n\n${KEY_SERVER.toString("base64")}\n-----END PGP SIGNATURE-----\n`;
      const { references } = readOpenPgp(Buffer.from(block.repeat(n)), budget);
      return { kept: references.length, codes: [...budget.codes] };
    },
  },
  {
    limit: "partEntriesMax",
    what: "certificates in a text",
    code: "limit.part-entries",
    read: (n) => {
      const budget = new PartBudget();
      const block = "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n";
      return { kept: pemBlocks(block.repeat(n), budget).length, codes: [...budget.codes] };
    },
  },
  {
    limit: "urlCharsMax",
    what: "of an address in a certificate",
    code: "limit.url",
    read: (n) => {
      const budget = new PartBudget();
      const head = "https://ca.test/";
      const { references } = readCertificates(accessTo(`${head}${"a".repeat(n - head.length)}`), budget);
      return { kept: references[0]?.url.length ?? 0, codes: [...budget.codes] };
    },
  },
  {
    limit: "partParametersMax",
    what: "of a contact card",
    code: "limit.part-parameters",
    read: (n) => {
      const budget = new PartBudget();
      const parameters = many(n, (i) => `;X-${i}=a`);
      readContactCard(Buffer.from(`BEGIN:VCARD\r\nNOTE${parameters}:x\r\nEND:VCARD\r\n`), budget);
      return { kept: null, codes: [...budget.codes] };
    },
  },
  {
    limit: "partParametersMax",
    what: "of a calendar",
    code: "limit.part-parameters",
    read: (n) => {
      const budget = new PartBudget();
      const parameters = many(n, (i) => `;X-${i}=a`);
      readCalendar(Buffer.from(`BEGIN:VCALENDAR\r\nNOTE${parameters}:x\r\nEND:VCALENDAR\r\n`), budget);
      return { kept: null, codes: [...budget.codes] };
    },
  },
  ofAttachment(
    { limit: "partReferencesMax", code: "limit.part-references", far: 2 * limits.partReferencesMax },
    (n) => `BEGIN:VCARD\r\n${many(n, (i) => `URL:https://url.test/${i}\r\n`)}END:VCARD\r\n`,
    "a.vcf",
  ),
];
