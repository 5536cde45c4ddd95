/**
 * What a rule asks for that a message's own text does not tell: the capability behind a function, a field or a list (mql.md, sections 8 and 11), read off
 * the checked rule. Where such a thing is missing the rule may stay undetermined, and then with this name as the reason.
 */
import type { Checked } from "../mql/checked.ts";
import { listSources } from "./lists/names.ts";

/** By function. */
export const functionNeeds: Readonly<Record<string, string>> = {
  "profile.by_sender": "profile",
  "profile.by_sender_email": "profile",
  "profile.by_sender_domain": "profile",
  "beta.profile.by_reply_to": "profile",
  "file.explode": "explode",
  "file.expand_archives": "explode",
  "beta.parse_exif": "exif",
  "file.oletools": "oletools",
  "beta.ocr": "ocr",
  "beta.scan_qr": "qr",
  "file.message_screenshot": "render",
  "beta.message_screenshot": "render",
  "file.html_screenshot": "render",
  "ml.logo_detect": "logo",
  "beta.ml_extract_sensitive_information": "dlp",
  "ml.nlu_classifier": "nlu",
  "beta.ml_topic": "nlu",
  "ml.macro_classifier": "macro_ml",
  "network.whois": "whois",
  "ml.link_analysis": "link",
  "beta.linkanalysis": "link",
  "ml.attack_score": "attack_score",
  "beta.fuzzy_attack_score": "attack_score",
  "beta.ml_translate": "translate",
};

/** By type and field; of a type `*` stands for all fields. */
export const fieldNeeds: Readonly<Record<string, string>> = {
  "Exploded.flavors": "flavors",
  "Scan.yara": "yara",
  "Scan.exiftool": "exif",
  "Scan.ocr": "ocr",
  "Scan.qr": "qr",
  "Scan.pdf_obj_hash": "pdfobjhash",
  "MessageType.*": "list.org",
  "LinkAnalysis.credphish": "credphish",
};

/** What every installation has. */
const ALWAYS = "list.static";

/** Sorted, each once. */
export function needsOf({ expression, types }: Checked): readonly string[] {
  const needs = new Set<string>();
  const open: unknown[] = [expression];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next !== "object" || next === null) continue;
    if (Array.isArray(next)) open.push(...next);
    else {
      const need = needOf(next as Node, types);
      if (need !== undefined && need !== ALWAYS) needs.add(need);
      open.push(...Object.values(next));
    }
  }
  return [...needs].sort();
}

type Node = Checked["expression"];

function needOf(node: Node, types: Checked["types"]): string | undefined {
  switch (node.kind) {
    case "call":
      return functionNeeds[node.name];
    case "list":
      return listSources.get(node.name);
    case "member": {
      const type = types.get(node.of);
      if (type?.kind !== "object") return undefined;
      return fieldNeeds[`${type.name}.${node.name}`] ?? fieldNeeds[`${type.name}.*`];
    }
    default:
      return undefined;
  }
}
