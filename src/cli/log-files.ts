/**
 * Reads the logs that the user gives, plain or gzip, line by line: a log of many gigabytes takes no memory. What a file cannot tell is said:
 * that it ends in the middle of a line, that its compressed data is cut, that rotated parts of it lie beside it and were not given.
 */
import { createReadStream, readdirSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { EpochMs } from "../base/brand.ts";
import { limits } from "../base/limits.ts";
import type { KeptLogs, LogLine, LogReading, ReadLogs, WantedLogLines } from "../case/log-line.ts";
import { LogSearch } from "../logs/log-search.ts";

export const readLogs: ReadLogs = logReader();

/** `bytesMax`: of one file, unpacked. */
export function logReader(bytesMax: number = limits.logBytesMax): ReadLogs {
  return async ({ paths, zone }, wanted) => {
    const sightings: LogLine[] = [];
    const notes: string[] = [];
    const unread: string[] = [];
    if (wanted.hosts.size + wanted.senders.size + wanted.messageIds.size === 0) return { sightings, notes, unread };
    for (const path of paths) {
      const read = await readOne(path, { zone, wanted, bytesMax });
      if (read === null) {
        unread.push(path);
        notes.push(`${basename(path)}: could not be opened; is it still there?`);
        continue;
      }
      const room = limits.logSightingsMax - sightings.length;
      sightings.push(...read.sightings.slice(0, room));
      notes.push(...read.notes.map((text) => `${basename(path)}: ${text}`));
      const left = read.sightings.length - room;
      if (left > 0)
        notes.push(
          `${basename(path)}: ${left} lines about mail of interest were left out, since other logs hold ${limits.logSightingsMax} in all`,
        );
    }
    return { sightings, notes: [...notes, ...rotatedBeside(paths)], unread };
  };
}

interface Reading {
  readonly zone: KeptLogs["zone"];
  readonly wanted: WantedLogLines;
  readonly bytesMax: number;
}

async function readOne(
  path: string,
  { zone, wanted, bytesMax }: Reading,
): Promise<Pick<LogReading, "sightings" | "notes"> | null> {
  const opened = await openLog(path);
  if (opened === null) return null;
  const search = new LogSearch(path, { zone, latest: opened.latest }, wanted);
  const ending = await eachLine(opened.stream, bytesMax, (line) => search.add(line));
  return { sightings: search.sightings(), notes: [...ending, ...search.notes()] };
}

interface OpenedLog {
  readonly stream: Readable;
  /** The last moment that a line of it can be of: by its name, else by when it was changed. */
  readonly latest: EpochMs;
}

/** Null where it cannot be read. */
async function openLog(path: string): Promise<OpenedLog | null> {
  try {
    const { mtimeMs } = statSync(path);
    const file = await open(path);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    await file.close();
    const raw = createReadStream(path);
    const isPacked = bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
    return {
      stream: isPacked ? unpacked(raw) : raw,
      latest: dayInName(basename(path)) ?? (Math.round(mtimeMs) as EpochMs),
    };
  } catch {
    return null;
  }
}

/** A disk that fails ends the unpacked stream too: `pipe` alone leaves it waiting, and the error to nobody. */
function unpacked(raw: Readable): Readable {
  const stream = createGunzip();
  raw.once("error", (cause) => stream.destroy(cause));
  return raw.pipe(stream);
}

/** `maillog-20210131.gz`, `access.2021-01.log`, `mail-2021.log`: the last moment that the name allows. */
function dayInName(name: string): EpochMs | null {
  const [, year, month, day] =
    /(?<!\d)((?:19|20)\d\d)(?:[-_.]?(0[1-9]|1[0-2])(?:[-_.]?([0-2]\d|3[01]))?)?(?!\d)/.exec(name) ?? [];
  if (year === undefined) return null;
  const end = day !== undefined ? [0, Number(day) + 1] : month !== undefined ? [1, 1] : [12, 1];
  const first = month === undefined ? 0 : Number(month) - 1;
  return Date.UTC(Number(year), first + (end[0] ?? 0), end[1]) as EpochMs;
}

/** What was wrong with the stream, as sentences. Lines end at LF; a CR before it goes. */
async function eachLine(stream: Readable, bytesMax: number, take: (line: string) => void): Promise<readonly string[]> {
  let rest = "";
  let bytes = 0;
  const notes: string[] = [];
  try {
    for await (const chunk of stream) {
      const piece = chunk as Buffer;
      bytes += piece.length;
      // Latin-1 keeps every byte, and what is looked for is ASCII.
      const lines = (rest + piece.toString("latin1")).split("\n");
      rest = lines.pop() ?? "";
      if (rest.length > limits.logLineCharsMax * 4) rest = rest.slice(0, limits.logLineCharsMax * 2);
      for (const line of lines) take(line.endsWith("\r") ? line.slice(0, -1) : line);
      if (bytes > bytesMax) {
        notes.push("it is larger than what is read of one log; its end was left out");
        break;
      }
    }
  } catch {
    notes.push("it cannot be read to its end, or its compressed data is cut or damaged; what comes before was read");
  }
  if (rest.trim() !== "") {
    take(rest);
    notes.push("it ends in the middle of a line: it is still being written, or was cut");
  }
  stream.destroy();
  return notes;
}

/** `access.log.1`, `access.log.2.gz` beside an `access.log` that was given. */
function rotatedBeside(paths: readonly string[]): readonly string[] {
  const given = new Set(paths);
  return paths.flatMap((path) => {
    const name = basename(path).replace(/(?:[.-]\d+)?(?:\.gz)?$/, "");
    try {
      const beside = readdirSync(dirname(path)).filter(
        (other) =>
          other.startsWith(name) &&
          /^(?:[.-]\d+)(?:\.gz)?$/.test(other.slice(name.length)) &&
          !given.has(join(dirname(path), other)),
      );
      if (beside.length === 0) return [];
      const shown = beside.toSorted().slice(0, 3).join(", ");
      return [
        `${basename(path)}: ${beside.length} rotated ${beside.length === 1 ? "part lies" : "parts lie"} beside it and ${beside.length === 1 ? "was" : "were"} not given (${shown})`,
      ];
    } catch {
      return [];
    }
  });
}
