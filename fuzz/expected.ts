/**
 * Expected results of another parser's own test suite (mail-parser's JSON beside its messages), checked on the way in.
 * Nothing of these files is ever committed.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface ExpectedLeaf {
  readonly kind: "text" | "binary";
  /** Decoded by the other parser; for text as Unicode. */
  readonly content: string | Buffer;
}

export interface ExpectedMessage {
  readonly name: string;
  readonly bytes: Buffer;
  /** Leaves in order, those of messages inside among them. */
  readonly leaves: readonly ExpectedLeaf[];
  /** Null where the field is missing or of a form that is not compared. */
  readonly subject: string | null;
  readonly from: readonly string[] | null;
  /** Seconds since 1970. */
  readonly date: number | null;
}

/** Every message below the folder that has its JSON beside it. */
export function expectedMessages(folder: string): readonly ExpectedMessage[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".eml"))
    .sort()
    .flatMap((name) => {
      const parsed = parseJson(join(folder, name.replace(/\.eml$/, ".json")));
      return parsed === null ? [] : [toExpected(name, readFileSync(join(folder, name)), parsed)];
    });
}

type Json = Readonly<Record<string, unknown>>;

function parseJson(path: string): Json | null {
  try {
    return asObject(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}

const asObject = (value: unknown): Json => (typeof value === "object" && value !== null ? (value as Json) : {});
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function toExpected(name: string, bytes: Buffer, message: Json): ExpectedMessage {
  const [root] = asList(message["parts"]).map(asObject);
  const fieldValue = (key: string) => {
    const field = asList(root?.["headers"])
      .map(asObject)
      .find((header) => header["name"] === key);
    return asObject(field?.["value"]);
  };
  const { Text: subject } = fieldValue("subject");
  return {
    name,
    bytes,
    leaves: leavesOf(message),
    subject: typeof subject === "string" ? subject : null,
    from: addressesOf(asObject(fieldValue("from")["Address"])),
    date: secondsOf(asObject(fieldValue("date")["DateTime"])),
  };
}

function leavesOf(message: Json): readonly ExpectedLeaf[] {
  return asList(message["parts"]).flatMap((part): readonly ExpectedLeaf[] => {
    const body = asObject(asObject(part)["body"]);
    const text = body["Text"] ?? body["Html"];
    if (typeof text === "string") return [{ kind: "text", content: text }];
    const binary = body["Binary"] ?? body["InlineBinary"];
    if (Array.isArray(binary)) return [{ kind: "binary", content: Buffer.from(binary as number[]) }];
    return body["Message"] === undefined ? [] : leavesOf(asObject(body["Message"]));
  });
}

function addressesOf(value: Json): readonly string[] | null {
  const list = asList(value["List"]).map((entry) => asObject(entry)["address"]);
  return list.length > 0 && list.every((address) => typeof address === "string") ? list : null;
}

function secondsOf(value: Json): number | null {
  const number = (key: string) => Number(value[key]);
  if (value["year"] === undefined) return null;
  const clock = Date.UTC(number("year"), number("month") - 1, number("day"), number("hour"), number("minute"));
  const zone = (number("tz_hour") * 60 + number("tz_minute")) * (value["tz_before_gmt"] === true ? -1 : 1);
  return clock / 1000 + number("second") - zone * 60;
}
