/** Texts of rules and messages read as URLs, domains, addresses, HTML (mql.md, 9.2). Null where they are none. */
import type { HostFunction } from "../../mql/types.ts";
import { Json, type Value } from "../../mql/value.ts";
import { domainFacts, domainObject } from "../domains.ts";
import { htmlFacts, htmlObject } from "../html-part.ts";
import { parseAddress } from "../people.ts";
import { parseUrlText } from "../urls.ts";
import { define } from "./define.ts";

/** Texts, and JSON strings in their place. */
const TEXT = [["text", ["string", "json"]]] as const;

export const parseFunctions: readonly HostFunction[] = [
  define({
    name: "strings.parse_url",
    positional: TEXT,
    keywords: [["strict", ["bool"]]],
    result: "URL",
    meaning: "The text as a URL; with strict=false also a host or host and path without a scheme.",
    call: (_host, [text], keywords) => onText(text, (url) => parseUrlText(url, keywords.get("strict") !== false)),
  }),
  define({
    name: "strings.parse_domain",
    positional: TEXT,
    result: "Domain",
    meaning: "The text as a domain.",
    call: (_host, [text]) => onText(text, parseDomain),
  }),
  define({
    name: "strings.parse_email",
    positional: TEXT,
    result: "EmailAddress",
    meaning: "The text as an address, with or without a name.",
    call: (_host, [text]) => onText(text, parseAddress),
  }),
  define({
    name: "strings.parse_html",
    positional: TEXT,
    result: "HTML",
    meaning: "The text as HTML.",
    call: (_host, [text]) => onText(text, (source) => htmlObject(htmlFacts(() => source))),
  }),
];

/** Null for null, and for JSON that is no text. */
export function onText(value: Value | undefined, read: (text: string) => Value): Value {
  const text = value instanceof Json ? value.value : value;
  return typeof text === "string" ? read(text) : null;
}

function parseDomain(text: string): Value {
  const name = text.trim();
  if (name === "" || /[\s/@:]/.test(name)) return null;
  return domainObject(domainFacts(name));
}
