/** Stalwart's JMAP tests: what `Email/get` and `Email/parse` (RFC 8621) give of a message. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeBody } from "../../src/mail/body.ts";
import { parseMessage } from "../../src/mail/parse.ts";
import {
  asList,
  asObject,
  asText,
  type ExpectedLeaf,
  type ExpectedMessage,
  filesBelow,
  type Json,
  readJson,
  silent,
} from "./expected.ts";

/** They end a value that they cut so. */
const CUT = "...";

export function jmapMessages(folder: string): readonly ExpectedMessage[] {
  return filesBelow(folder, ".json").flatMap((name) => {
    const eml = join(folder, name.replace(/\.json$/, ".eml"));
    const parsed = readJson(join(folder, name));
    if (parsed === null || !existsSync(eml)) return [];
    const parts = blobs(eml.replace(/\.eml$/, ""));
    // `Email/parse` is asked for the message that is attached, whose blobs lie beside.
    const bytes = parts.length > 0 ? attachedMessage(readFileSync(eml)) : readFileSync(eml);
    return [toExpected(name, bytes, asObject(parsed), parts)];
  });
}

function attachedMessage(bytes: Buffer): Buffer {
  const message = parseMessage(bytes);
  const attached = message.entities.find(({ mediaType }) => mediaType.subtype === "rfc822");
  return attached === undefined ? bytes : Buffer.from(decodeBody(message, attached).bytes);
}

/** Decoded parts beside some messages. */
function blobs(base: string): readonly ExpectedLeaf[] {
  return [1, 2, 3]
    .map((number) => `${base}.part${number}`)
    .filter((path) => existsSync(path))
    .map((path) => ({ kind: "binary", content: readFileSync(path) }));
}

function toExpected(name: string, bytes: Buffer, email: Json, parts: readonly ExpectedLeaf[]): ExpectedMessage {
  const from = asList(email["from"]).flatMap((address) => asText(asObject(address)["email"]) ?? []);
  const sent = Date.parse(asText(email["sentAt"]) ?? "");
  return {
    ...silent,
    name,
    bytes,
    types: email["bodyStructure"] === undefined ? null : typesOf(asObject(email["bodyStructure"])),
    entersMessages: false,
    leaves: [...parts, ...Object.values(asObject(email["bodyValues"])).flatMap(textOf)],
    subject: asText(email["subject"]),
    from: from.length > 0 ? from : null,
    date: Number.isNaN(sent) ? null : sent / 1000,
    names: asList(email["attachments"]).flatMap((part) => asText(asObject(part)["name"]) ?? []),
  };
}

function textOf(given: unknown): readonly ExpectedLeaf[] {
  const { value, isTruncated } = asObject(given);
  if (typeof value !== "string") return [];
  if (isTruncated !== true) return [{ kind: "text", content: value }];
  return [{ kind: "prefix", content: value.endsWith(CUT) ? value.slice(0, -CUT.length) : value }];
}

/** Null when the answer names no types. */
function typesOf(part: Json): readonly string[] | null {
  const parts = asList(part["subParts"]).map(asObject);
  const type = asText(part["type"]);
  if (parts.length === 0) return type === null ? null : [type];
  const below = parts.map(typesOf);
  return below.includes(null) ? null : below.flatMap((types) => types ?? []);
}
