/** The suite of mail-parser (Rust): its JSON beside its messages, `x.json` for LF and `x.crlf.json` for the same with CRLF. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  asList,
  asObject,
  type ExpectedLeaf,
  type ExpectedMessage,
  filesBelow,
  type Json,
  readJson,
  silent,
  withCrlf,
} from "./expected.ts";

export function mailParserMessages(folder: string): readonly ExpectedMessage[] {
  return filesBelow(folder, ".json").flatMap((name) => {
    const parsed = readJson(join(folder, name));
    const isCrlf = name.endsWith(".crlf.json");
    const bytes = readFileSync(join(folder, name.replace(/(?:\.crlf)?\.json$/, ".eml")));
    return parsed === null ? [] : [toExpected(name, isCrlf ? withCrlf(bytes) : bytes, asObject(parsed))];
  });
}

function toExpected(name: string, bytes: Buffer, message: Json): ExpectedMessage {
  const [root] = asList(message["parts"]).map(asObject);
  const fieldValue = (key: string) => {
    const field = asList(root?.["headers"])
      .map(asObject)
      .find((header) => header["name"] === key);
    return asObject(field?.["value"]);
  };
  const { Text: subject } = fieldValue("subject");
  const leaves = leavesOf(message);
  return {
    ...silent,
    name,
    bytes,
    leafCount: leaves.length,
    leaves,
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
