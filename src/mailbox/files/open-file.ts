/**
 * The one place where mail files are opened: for reading, regular files only, and never through a symbolic link in the
 * last place. A pipe or device that took the place of a file since it was listed does not block and is closed unread.
 */
import { closeSync, constants, fstatSync, openSync, read as readCallback, readSync, type Stats } from "node:fs";
import { err, ok, type Result } from "../../base/result.ts";
import type { ByteStream, Damage } from "../byte-stream.ts";
import { diskPath } from "./names.ts";
import { type FaultCode, faultOf } from "./not-covered.ts";

/** Windows has neither flag; there a link is told by `lstat` before. */
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Up to here reading in place beats a turn through the thread pool: for whole files, and for single reads. */
const SMALL_FILE_BYTES = 1024 * 1024;
const SMALL_READ_BYTES = 64 * 1024;

export interface FileState {
  readonly size: number;
  /** Whole milliseconds, so that it survives any store. */
  readonly mtimeMs: number;
}

export function fileStateOf(stats: Stats): FileState {
  return { size: stats.size, mtimeMs: Math.trunc(stats.mtimeMs) };
}

/** What reading needs of a file: tests put a failing one here. */
export interface Readable {
  read(target: Buffer, at: number, length: number, position: number): number | Promise<number>;
}

export class OpenFile implements Readable {
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
  readonly #fd: number;
  #closed = false;

  constructor(path: string, fd: number, state: FileState) {
    this.path = path;
    this.#fd = fd;
    this.size = state.size;
    this.mtimeMs = state.mtimeMs;
  }

  /** As the file is at this moment. */
  state(): FileState {
    return fileStateOf(fstatSync(this.#fd));
  }

  /** In place or through the thread pool, whichever is faster. Rejects or throws on an I/O error. */
  read(target: Buffer, at: number, length: number, position: number): number | Promise<number> {
    const isSmall = this.size <= SMALL_FILE_BYTES || length <= SMALL_READ_BYTES;
    if (isSmall) return this.readInPlace(target, at, length, position);
    return new Promise((resolve, reject) => {
      readCallback(this.#fd, target, at, length, position, (error, count) => (error ? reject(error) : resolve(count)));
    });
  }

  readInPlace(target: Buffer, at: number, length: number, position: number): number {
    return readSync(this.#fd, target, at, length, position);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    closeSync(this.#fd);
  }
}

/** The caller closes the file. */
export function openFile(path: string): Result<OpenFile, FaultCode> {
  try {
    const fd = openSync(diskPath(path), FLAGS);
    const stats = statOrClose(fd);
    if (stats.isFile()) return ok(new OpenFile(path, fd, fileStateOf(stats)));
    closeSync(fd);
    return err("special-file");
  } catch (error) {
    return err(faultOf(error));
  }
}

function statOrClose(fd: number): Stats {
  try {
    return fstatSync(fd);
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

/** The bytes `[start, end)` of a file. An end before `end` is damage: the file is shorter than it was said to be. */
export class FileStream implements ByteStream {
  readonly #file: Readable;
  readonly #end: number;
  readonly #damages: Damage[] = [];
  #position: number;

  constructor(file: Readable, start: number, end: number) {
    this.#file = file;
    this.#position = start;
    this.#end = end;
  }

  get damages(): readonly Damage[] {
    return this.#damages;
  }

  read(target: Buffer, at: number, length: number): number | Promise<number> {
    const wanted = Math.min(length, this.#end - this.#position);
    if (wanted <= 0 || this.#damages.length > 0) return 0;
    try {
      const count = this.#file.read(target, at, wanted, this.#position);
      return typeof count === "number" ? this.#advance(count) : this.#later(count);
    } catch (error) {
      return this.#fail(error);
    }
  }

  async #later(pending: Promise<number>): Promise<number> {
    try {
      return this.#advance(await pending);
    } catch (error) {
      return this.#fail(error);
    }
  }

  #advance(count: number): number {
    this.#position += count;
    if (count === 0) this.#damages.push(SHORTER);
    return count;
  }

  #fail(error: unknown): number {
    faultOf(error);
    this.#damages.push(READ_FAILED);
    return 0;
  }
}

const SHORTER: Damage = {
  code: "changed",
  problem: "source.changed",
  message: "became shorter while it was read, so its last message may be cut. Scan again when nothing writes to it.",
};

const READ_FAILED: Damage = {
  code: "io",
  problem: "source.truncated",
  message:
    "could be read only in part: the disk or file system reported an error. What came before was read. Copy the data to a sound disk and scan the copy.",
};
