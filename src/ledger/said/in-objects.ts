/**
 * Files of objects (STIX, MISP events, galaxies of MISP) → what they say beside their indicators. A file that is large is read an object at a time. Total:
 * what cannot be parsed was told by the reader of indicators.
 */
import { decodeText } from "../../base/decode-text.ts";
import { limits } from "../../base/limits.ts";
import type { LedgerDocument } from "../../case/ledger.ts";
import { isJson, itemsOf, type Json, parseJson } from "../../intel/formats/json.ts";
import { mispEvents } from "../../intel/misp/event.ts";
import { parseGalaxy } from "../../intel/misp/galaxy.ts";
import { salvageMisp } from "../../intel/misp/salvage.ts";
import type { Said } from "./claimed.ts";
import { namesGroups, statementsOfGalaxy, statementsOfMisp } from "./in-misp.ts";
import { isSpeaking, statementsOfStix } from "./in-stix.ts";

/** `document`: as its indicators gave it. */
export function withWhatIsSaid(document: LedgerDocument, bytes: Uint8Array): LedgerDocument {
  const { format, sha256, title } = document;
  if (format === "stix") return joined(document, statementsOfStix([...speaking(bytes)], sha256, title));
  if (format !== "misp") return document;
  const value = bytes.length > limits.jsonWholeBytesMax ? null : wholeOf(bytes);
  const events = (value === null ? null : mispEvents(value)) ?? salvageMisp(bytes).events;
  return joined(document, statementsOfMisp(events, sha256));
}

/** Null for what is no galaxy of groups. `document`: one that says nothing yet. */
export function galaxyDocument(document: LedgerDocument, bytes: Uint8Array): LedgerDocument | null {
  if (bytes.length > limits.jsonWholeBytesMax) return null;
  const galaxy = parseGalaxy(decodeText(bytes).text);
  if (!galaxy.ok || !namesGroups(galaxy.value)) return null;
  const title = galaxy.value.name || document.title;
  return joined({ ...document, title }, statementsOfGalaxy(galaxy.value, document.sha256));
}

function joined(document: LedgerDocument, { rejected, problems, ...said }: Said): LedgerDocument {
  return {
    ...document,
    ...said,
    rejectedCount: document.rejectedCount + rejected.length,
    rejected: [...(document.rejected ?? []), ...rejected].slice(0, limits.unusableListedMax),
    problems: [...document.problems, ...problems],
  };
}

function* speaking(bytes: Uint8Array): Iterable<Json> {
  const whole = bytes.length > limits.jsonWholeBytesMax ? null : wholeOf(bytes);
  const lists: readonly unknown[] = whole === null ? [] : [whole].flat();
  for (const one of lists) {
    const objects: readonly unknown[] = isJson(one) && Array.isArray(one["objects"]) ? one["objects"] : [one];
    for (const object of objects) if (isSpeaking(object)) yield object;
  }
  if (whole !== null) return;
  for (const text of broken(bytes)) {
    const parsed = parseJson(text);
    if (parsed.ok && isSpeaking(parsed.value)) yield parsed.value;
  }
}

/** One object a line, or what can be read of a bundle. */
function* broken(bytes: Uint8Array): Iterable<string> {
  let found = 0;
  for (const text of itemsOf(bytes, "objects")) {
    found += 1;
    yield text;
  }
  if (found > 0 || bytes.length > limits.jsonWholeBytesMax) return;
  for (const line of decodeText(bytes).text.split("\n")) if (line.trim() !== "") yield line;
}

function wholeOf(bytes: Uint8Array): unknown {
  const parsed = parseJson(decodeText(bytes).text);
  return parsed.ok ? parsed.value : null;
}
