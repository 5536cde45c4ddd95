/**
 * A MISP feed as a folder (MISP core format, manifest): `manifest.json` names its events, each in `UUID.json`; `hashes.csv` holds the MD5 of every
 * value, so that a value can be asked for without reading the events. Parsing only; who reads the folder is told which files are wanted.
 */
import { createHash } from "node:crypto";
import { type EpochMs, epochMs } from "../../base/brand.ts";
import { limits } from "../../base/limits.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { isJson, parseJson, textIn } from "../formats/json.ts";

export interface FeedEntry {
  readonly uuid: string;
  /** Name of the event's file in the feed's folder. */
  readonly file: string;
  readonly info: string;
  /** Of its last change. */
  readonly changed: EpochMs | null;
}

export interface FeedManifest {
  readonly entries: readonly FeedEntry[];
  /** Entries whose key is no uuid: never made a file's name. */
  readonly strange: readonly string[];
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The error is a sentence for the user. */
export function parseManifest(text: string): Result<FeedManifest, string> {
  const parsed = parseJson(text);
  if (!parsed.ok) return err(parsed.error.why);
  if (!isJson(parsed.value)) return err("is no manifest of a MISP feed: it is no map of events");
  const entries: FeedEntry[] = [];
  const strange: string[] = [];
  for (const [uuid, entry] of Object.entries(parsed.value).slice(0, limits.feedEventsMax)) {
    if (!UUID.test(uuid) || !isJson(entry)) {
      strange.push(uuid.slice(0, 80));
      continue;
    }
    const seconds = Number(entry["timestamp"]);
    const changed = Number.isSafeInteger(seconds) && seconds > 0 ? epochMs(seconds * 1000) : null;
    entries.push({ uuid: uuid.toLowerCase(), file: `${uuid}.json`, info: textIn(entry["info"]), changed });
  }
  if (entries.length === 0) return err("is no manifest of a MISP feed: it names no event");
  return ok({ entries, strange });
}

/** MD5 of a value, 32 hex digits → uuids of the events that hold it. */
export type FeedHashes = ReadonlyMap<string, readonly string[]>;

const FIRST_HASH = /^[0-9a-f]{32},[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\r?(?:\n|$)/i;

/** A file that begins so is the `hashes.csv` of a feed. */
export function isFeedHashes(head: string): boolean {
  return FIRST_HASH.test(head);
}

export const FEED_HASHES_TOLD =
  "is the index of a MISP feed (hashes.csv): it has hashes of values, not of files, so that none would be found; give the feed's folder with its events";

/** Lines that are none are passed over and counted. */
export function parseFeedHashes(text: string): { readonly hashes: FeedHashes; readonly strangeLines: number } {
  const hashes = new Map<string, string[]>();
  let strangeLines = 0;
  for (const line of text.split(/\r?\n/)) {
    if (line === "") continue;
    const [, hash = "", uuid = ""] = /^([0-9a-f]{32}),([0-9a-f-]{36})$/i.exec(line) ?? [];
    if (hash === "" || hashes.size >= limits.indicatorsMax) {
      strangeLines += 1;
      continue;
    }
    const list = hashes.get(hash.toLowerCase());
    if (list === undefined) hashes.set(hash.toLowerCase(), [uuid.toLowerCase()]);
    else if (!list.includes(uuid.toLowerCase())) list.push(uuid.toLowerCase());
  }
  return { hashes, strangeLines };
}

/** Uuids of the feed's events that hold the value, as MISP writes it there. */
export function eventsOfValue(hashes: FeedHashes, value: string): readonly string[] {
  return hashes.get(createHash("md5").update(value).digest("hex")) ?? [];
}
