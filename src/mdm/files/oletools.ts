/** Office documents as `file.oletools` answers: relationships to the outside, macros, encryption. */
import { MoreItems, Undetermined, type Value } from "../../mql/value.ts";
import { type MacroWords, macroWords } from "../../parts/macros.ts";
import type { Relationship } from "../../parts/office-facts.ts";
import { valueObject } from "../model-object.ts";
import type { FileNode } from "./file-node.ts";
import type { FileTools } from "./tools.ts";

const OLETOOLS = new Undetermined(["oletools"]);
const MORE = new MoreItems(["oletools"]);

export function relationshipObject({ name, target }: Relationship, tools: FileTools): Value {
  return valueObject("OleObjRelationship", { name, target, target_url: tools.url(target) });
}

/** `nodes`: the document and what lies in it; macros of a zip of XML stand in a compound file inside. Null for what is no document. */
export function oletoolsObject(nodes: readonly FileNode[], tools: FileTools): Value {
  const [root] = nodes;
  const office = root?.office() ?? null;
  if (root === undefined || office === null) return null;
  const modules = nodes.filter(({ place }) => place.depth <= 1).flatMap((node) => node.macros()?.modules ?? []);
  const isHidden = office.isEncrypted || (office.hasMacros && modules.length === 0);
  const words = macroWords(modules.map(({ source }) => source).join("\n"));
  const has = (exists: boolean, risk: string) =>
    valueObject("OleBoolIndicator", { exists, risk: exists ? risk : "none" });
  const count = (value: number) => valueObject("OleIntIndicator", { count: value, risk: value > 0 ? "high" : "none" });
  const text = (value: string) => valueObject("OleStringIndicator", { value, risk: "info" });
  const outside = office.relationships.filter(({ name }) => name !== "hyperlink");
  return valueObject("Oletools", {
    error: null,
    indicators: valueObject("OleIndicators", {
      container_format: text(office.container),
      encryption: has(office.isEncrypted, "low"),
      external_relationships: office.isEncrypted || office.isCut ? OLETOOLS : count(outside.length),
      file_format: OLETOOLS,
      flash_objects: OLETOOLS,
      object_pool: office.container === "OLE" ? has(office.hasObjectPool, "low") : has(false, "none"),
      vba_macros: office.isEncrypted ? OLETOOLS : has(office.hasMacros, riskOf(words, isHidden)),
    }),
    macros: isHidden ? OLETOOLS : modules.length === 0 ? null : macrosObject(modules, words),
    relationships: office.isEncrypted
      ? [MORE]
      : [...office.relationships.map((one) => relationshipObject(one, tools)), ...(office.isCut ? [MORE] : [])],
  });
}

/** What runs by itself and does more than format is dangerous; a macro that was not read may be. */
function riskOf({ autoExec, suspicious }: MacroWords, isHidden: boolean): string {
  if (autoExec.length > 0 && suspicious.length > 0) return "high";
  return isHidden || suspicious.length > 0 || autoExec.length > 0 ? "medium" : "low";
}

interface Module {
  readonly stream: string;
  readonly name: string;
  readonly source: string;
}

function macrosObject(modules: readonly Module[], words: MacroWords): Value {
  const keywords: Value[] = [];
  const add = (type: string, description: string, found: readonly string[]) => {
    for (const keyword of found) keywords.push(valueObject("OleMacroKeyword", { type, keyword, description }));
  };
  add("autoexec", "Runs by itself.", words.autoExec);
  add("suspicious", "Used by many hostile macros.", words.suspicious);
  add("ioc", "An address or the name of a program.", words.indicators);
  add("hex_string", "A text in hexadecimal.", words.hex);
  add("base64_string", "A text in base64.", words.base64);
  return valueObject("OleVBAMacros", {
    keywords,
    modules: modules.map(({ stream, name, source }) =>
      valueObject("OleVBAModule", {
        form_string: OLETOOLS,
        form_variables: OLETOOLS,
        ole_stream: stream,
        vba_code: source,
        vba_file_name: name,
      }),
    ),
    vba_code_all_modules: modules.map(({ source }) => source).join("\n"),
  });
}
