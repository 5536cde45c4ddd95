/** Writes tars for the tests, honest ones and lies. */

export interface TarEntry {
  /** Text is written as UTF-8, at most 100 bytes of it. */
  readonly name: string | Buffer;
  readonly data?: Buffer | string;
  /** Type flag; `0` when absent. */
  readonly type?: string;
  /** In place of the true size: a number in octal, or the field as it stands. */
  readonly size?: number | Buffer;
  /** Flips the checksum. */
  readonly isDamaged?: boolean;
  /** `ustar\0` when absent; version 7 has none. */
  readonly magic?: string;
  readonly prefix?: string;
}

const BLOCK = 512;

export function writeTar(entries: readonly TarEntry[], end = Buffer.alloc(2 * BLOCK)): Buffer {
  return Buffer.concat([...entries.map(writeTarEntry), end]);
}

/** Header, data and padding. */
export function writeTarEntry({ name, data = "", type = "0", size, isDamaged, magic, prefix }: TarEntry): Buffer {
  const bytes = Buffer.from(data);
  const block = Buffer.alloc(BLOCK);
  Buffer.from(name).copy(block, 0, 0, 100);
  block.write("0000644\0", 100, "latin1");
  block.write("0000000\0", 108, "latin1");
  block.write("0000000\0", 116, "latin1");
  sizeField(size ?? bytes.length).copy(block, 124);
  block.write("00000000000\0", 136, "latin1");
  block.write("        ", 148, "latin1");
  block.write(type, 156, "latin1");
  block.write(magic ?? "ustar\x0000", 257, "latin1");
  block.write(prefix ?? "", 345, "latin1");
  const sum = block.reduce((total, byte) => total + byte, isDamaged ? 1 : 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return Buffer.concat([block, bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)]);
}

function sizeField(size: number | Buffer): Buffer {
  return typeof size === "number" ? Buffer.from(`${size.toString(8).padStart(11, "0")}\0`, "latin1") : size;
}

/** A size as GNU tar writes those that need more than eleven digits. */
export function base256(size: bigint): Buffer {
  const field = Buffer.alloc(12);
  field.writeBigUInt64BE(size, 4);
  field[0] = 0x80;
  return field;
}

/** PAX records for the next entry. */
export function paxEntry(records: Readonly<Record<string, string>>): TarEntry {
  const data = Object.entries(records).map(([key, value]) => paxRecord(key, value));
  return { name: "PaxHeaders/x", type: "x", data: Buffer.concat(data) };
}

export function paxRecord(key: string, value: string): Buffer {
  const rest = Buffer.from(` ${key}=${value}\n`);
  let length = rest.length;
  while (String(length).length + rest.length !== length) length = String(length).length + rest.length;
  return Buffer.concat([Buffer.from(String(length)), rest]);
}

/** GNU: the next entry's name. */
export function longName(name: string | Buffer): TarEntry {
  return { name: "././@LongLink", type: "L", data: Buffer.concat([Buffer.from(name), Buffer.alloc(1)]) };
}
