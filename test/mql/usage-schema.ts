/**
 * A schema out of the counts that come with the specification (`mql-usage.json`): every type and list that the public rules name, and the
 * functions of the host with their results (mql.md, section 9). Its fields hold nothing; it is for checking rules only.
 */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { builtinObjects } from "../../src/mql/signatures.ts";
import type { HostFunction, ObjectType, Parameter, Schema, Type } from "../../src/mql/types.ts";

const USAGE = fileURLToPath(new URL("../../../shared/spec/mql-usage.json", import.meta.url));
/** The project's place, and that of a work tree beside it. */
const PLACES = [USAGE, fileURLToPath(new URL("../../../../shared/spec/mql-usage.json", import.meta.url))];

interface Usage {
  readonly types: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly lists: Readonly<Record<string, unknown>>;
  readonly functions: Readonly<Record<string, unknown>>;
}

/** Null where the specification is not at hand. */
export function usageSchema(): Schema | null {
  const path = PLACES.find((place) => existsSync(place));
  return path === undefined ? null : toSchema(JSON.parse(readFileSync(path, "utf8")) as Usage);
}

export const SCALARS: ReadonlySet<string> = new Set(["string", "int", "float", "bool", "time", "bytes", "json"]);

export function parseType(text: string): Type {
  if (text.startsWith("[")) return { kind: "array", of: parseType(text.slice(1, -1)) };
  if (text.startsWith("map<")) return { kind: "map", of: parseType(text.slice(4, -1)) };
  return SCALARS.has(text) ? ({ kind: text } as Type) : { kind: "object", name: text };
}

export function objectType(name: string, fields: Readonly<Record<string, string>>): ObjectType {
  const entries = Object.entries(fields).map(
    ([field, type]) => [field, { name: field, type: parseType(type), meaning: "", read: () => null }] as const,
  );
  return { name, fields: new Map(entries) };
}

/** `name(a, b; key=type) -> result`; `a?` may be left out, `a|b` is one of two types, `…` repeats the last. */
export function hostFunction(signature: string): HostFunction {
  const [, name = "", inner = "", result = "null"] = /^(\S+)\((.*)\) -> (.+)$/.exec(signature) ?? [];
  const [positional = "", keywords = ""] = inner.split(";");
  const variadic = positional.endsWith("…");
  const words = split(positional.replace("…", ""));
  return {
    name,
    positional: words.map((word, at) => parameter(`a${at}`, word)),
    variadic,
    keywords: new Map(
      split(keywords).map((word) => {
        const [key = "", type = ""] = word.split("=");
        return [key, parameter(key, `${type}?`)];
      }),
    ),
    result: parseType(result),
    meaning: "",
    call: () => null,
  };
}

function split(text: string): readonly string[] {
  return text
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);
}

function parameter(name: string, word: string): Parameter {
  const types = word.replace("?", "").split("|").map(parseType);
  return { name, types, optional: word.endsWith("?") };
}

const FILE = "Attachment|File|DownloadedFile";
const HOST = [
  "strings.parse_url(string; strict=bool) -> URL",
  "strings.parse_domain(string) -> Domain",
  "strings.parse_email(string) -> EmailAddress",
  "strings.parse_html(string) -> HTML",
  "html.xpath(HTML|FinalDOM, string) -> XPathResult",
  "beta.ip_in(string, string…) -> bool",
  `file.parse_eml(${FILE}) -> Message`,
  `file.parse_html(${FILE}) -> HTML`,
  `file.parse_text(${FILE}; encodings=[string]) -> ParseText`,
  `beta.file.parse_ics(${FILE}) -> ICS`,
  `file.explode(${FILE}|XPathNode|FinalDOM|HTML) -> [Exploded]`,
  `file.expand_archives(${FILE}; max_depth=int) -> ExpandArchives`,
  `file.oletools(${FILE}) -> Oletools`,
  `beta.parse_exif(${FILE}) -> ScanExifTool`,
  `beta.ocr(${FILE}) -> OCR`,
  `beta.scan_qr(${FILE}) -> QRScan`,
  "file.message_screenshot() -> File",
  "beta.message_screenshot() -> File",
  `file.html_screenshot(${FILE}|HTML|string) -> File`,
  "profile.by_sender() -> SenderProfile",
  "profile.by_sender_email() -> SenderProfile",
  "profile.by_sender_domain() -> SenderProfile",
  "beta.profile.by_reply_to() -> SenderProfile",
  "network.whois(Domain) -> Whois",
  "ml.link_analysis(Link|URL; mode=string) -> LinkAnalysis",
  "beta.linkanalysis(Link|URL; mode=string) -> LinkAnalysis",
  "ml.nlu_classifier(string; subject=string, display_name=string) -> NLU",
  "beta.ml_topic(string) -> TopicResult",
  `ml.logo_detect(${FILE}) -> LogoDetect`,
  `ml.macro_classifier(${FILE}) -> MacroClassifier`,
  "ml.attack_score() -> AttackScore",
  "beta.fuzzy_attack_score() -> AttackScore",
  "beta.ml_translate(string) -> Translate",
  "beta.ml_extract_sensitive_information(string) -> Sensitive",
];

function toSchema(usage: Usage): Schema {
  const objects = Object.entries(usage.types)
    .filter(([name]) => !builtinObjects.has(name))
    .map(([name, fields]) => [name, objectType(name, fields)] as const);
  const lists = Object.keys(usage.lists).map(
    (name) => [name.slice(1), parseType(name === "$org_vips" ? "Vip" : "string")] as const,
  );
  const functions = HOST.map(hostFunction).map((one) => [one.name, one] as const);
  return { root: "Message", objects: new Map(objects), functions: new Map(functions), lists: new Map(lists) };
}
