/** Writers of small files of the formats that mail carries, for tests: zip, certificates, OpenPGP packets, shortcuts, PDF streams. */
import { deflateRawSync, deflateSync } from "node:zlib";

export interface ZipFile {
  readonly name: string;
  readonly content: string | Buffer;
}

interface ZipOptions {
  readonly isStored?: boolean;
  /** Without a central directory. */
  readonly isCut?: boolean;
  readonly isEncrypted?: boolean;
}

export function writeZip(files: readonly ZipFile[], { isStored, isCut, isEncrypted }: ZipOptions = {}): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, content } of files) {
    const bytes = Buffer.from(content);
    const data = isStored === true ? bytes : deflateRawSync(bytes);
    const nameBytes = Buffer.from(name, "utf8");
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(isEncrypted === true ? 1 : 0, 6);
    local.writeUInt16LE(isStored === true ? 0 : 8, 8);
    local.writeUInt32LE(data.length, 18);
    local.writeUInt32LE(bytes.length, 22);
    local.writeUInt16LE(nameBytes.length, 26);
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    local.copy(record, 6, 4, 30);
    record.writeUInt16LE(nameBytes.length, 28);
    record.writeUInt16LE(0, 30);
    record.writeUInt32LE(at, 42);
    locals.push(local, nameBytes, data);
    central.push(record, nameBytes);
    at += 30 + nameBytes.length + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return isCut === true ? Buffer.concat(locals) : Buffer.concat([...locals, directory, end]);
}

/** One DER value; `content` in pieces. */
export function der(tag: number, ...content: readonly (Buffer | string)[]): Buffer {
  const body = Buffer.concat(
    content.map((piece) => (typeof piece === "string" ? Buffer.from(piece, "latin1") : piece)),
  );
  if (body.length < 128) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length, 0);
  return Buffer.concat([Buffer.from([tag, 0x84]), length, body]);
}

export function oid(text: string): Buffer {
  const [first = 0, second = 0, ...rest] = text.split(".").map(Number);
  const bytes: number[] = [first * 40 + second];
  for (const arc of rest) {
    const groups = [arc & 0x7f];
    for (let left = arc >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80);
    bytes.push(...groups);
  }
  return der(0x06, Buffer.from(bytes));
}

const uri = (url: string) => der(0x86, url);

export interface CertificateUrls {
  readonly issuers?: string;
  readonly ocsp?: string;
  readonly crl?: string;
  /** Names of the holder: no look-up. */
  readonly alternativeName?: string;
}

/** As much of a certificate as names servers, inside a signature (CMS signedData) when `isSigned`. */
export function writeCertificate({ issuers, ocsp, crl, alternativeName }: CertificateUrls, isSigned = true): Buffer {
  const extensions: Buffer[] = [];
  const access = [
    ...(ocsp === undefined ? [] : [der(0x30, oid("1.3.6.1.5.5.7.48.1"), uri(ocsp))]),
    ...(issuers === undefined ? [] : [der(0x30, oid("1.3.6.1.5.5.7.48.2"), uri(issuers))]),
  ];
  if (access.length > 0) extensions.push(der(0x30, oid("1.3.6.1.5.5.7.1.1"), der(0x04, der(0x30, ...access))));
  if (alternativeName !== undefined) {
    extensions.push(der(0x30, oid("2.5.29.17"), der(0x04, der(0x30, uri(alternativeName)))));
  }
  if (crl !== undefined) {
    const point = der(0x30, der(0xa0, der(0xa0, uri(crl))));
    extensions.push(der(0x30, oid("2.5.29.31"), der(0x01, "\xff"), der(0x04, der(0x30, point))));
  }
  const filler = der(0x04, Buffer.alloc(200, 0x5a));
  const certificate = der(0x30, der(0x30, der(0x02, "\x01"), filler, der(0xa3, der(0x30, ...extensions))));
  if (!isSigned) return certificate;
  return der(0x30, oid("1.2.840.113549.1.7.2"), der(0xa0, der(0x30, der(0x02, "\x01"), der(0xa0, certificate))));
}

/** A signature packet of version 4 with subpackets (RFC 9580 5.2.3). */
export function writeSignature(subpackets: readonly (readonly [type: number, text: string])[]): Buffer {
  const area = Buffer.concat(
    subpackets.map(([type, text]) => {
      const content = Buffer.from(text, "latin1");
      return Buffer.concat([Buffer.from([content.length + 1, type]), content]);
    }),
  );
  const head = Buffer.from([4, 0, 1, 8, area.length >> 8, area.length & 0xff]);
  const body = Buffer.concat([head, area, Buffer.from([0, 0, 0x12, 0x34])]);
  return Buffer.concat([Buffer.from([0xc2, 0xff, 0, 0, body.length >> 8, body.length & 0xff]), body]);
}

export function armored(packets: Buffer, kind = "SIGNATURE"): string {
  const lines = packets.toString("base64").match(/.{1,64}/g) ?? [];
  return [
    `-----BEGIN PGP ${kind}-----`,
    "Comment: made for tests",
    "",
    ...lines,
    "=AAAA",
    `-----END PGP ${kind}-----`,
    "",
  ].join("\n");
}

/** The header of a shortcut, and strings in one byte a character or two (MS-SHLLINK 2.1, 2.4). */
export function writeShellLink(narrow: string, wide: string): Buffer {
  const header = Buffer.alloc(76);
  Buffer.from("4c0000000114020000000000c000000000000046", "hex").copy(header);
  return Buffer.concat([header, Buffer.from(`${narrow}\0`, "latin1"), Buffer.from(`${wide}\0`, "utf16le")]);
}

/** Objects of a PDF; those in `packed` stand in an object stream. */
export function writePdf(objects: readonly string[], packed: readonly string[] = []): Buffer {
  const pieces = [Buffer.from("%PDF-1.7\n", "latin1")];
  for (const [index, object] of objects.entries()) {
    pieces.push(Buffer.from(`${index + 1} 0 obj\n${object}\nendobj\n`, "latin1"));
  }
  if (packed.length > 0) {
    const data = deflateSync(Buffer.from(packed.join("\n"), "latin1"));
    pieces.push(
      Buffer.from(
        `99 0 obj\n<< /Type /ObjStm /N ${packed.length} /First 0 /Filter /FlateDecode /Length ${data.length} >>\nstream\n`,
      ),
    );
    pieces.push(data, Buffer.from("\nendstream\nendobj\n"));
  }
  pieces.push(Buffer.from("%%EOF\n"));
  return Buffer.concat(pieces);
}
