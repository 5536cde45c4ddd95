/** A value as a STIX pattern (STIX 2.1, 9); null for types that no pattern of one value says. */
import type { QuotedIndicator } from "../../case/ledger.ts";

const PATHS: Readonly<Record<string, string>> = {
  "domain-name": "domain-name:value",
  url: "url:value",
  "ipv4-addr": "ipv4-addr:value",
  "ipv6-addr": "ipv6-addr:value",
  "email-addr": "email-addr:value",
  "email-subject": "email-message:subject",
  "file-name": "file:name",
  mutex: "mutex:name",
  "windows-registry-key": "windows-registry-key:key",
};

const HASHES: ReadonlyMap<number, string> = new Map([
  [32, "MD5"],
  [40, "'SHA-1'"],
  [64, "'SHA-256'"],
  [128, "'SHA-512'"],
]);

export function patternOf({ type, value }: Pick<QuotedIndicator, "type" | "value">): string | null {
  // A pattern is one line of text; what cannot stand in one stays in the report.
  if (value === "" || /[\p{Cc}\p{Cs}]/u.test(value)) return null;
  if (type === "file-hash") {
    const name = /^[0-9a-f]+$/.test(value) ? HASHES.get(value.length) : undefined;
    return name === undefined ? null : `[file:hashes.${name} = ${literal(value)}]`;
  }
  const path = Object.hasOwn(PATHS, type) ? PATHS[type] : undefined;
  return path === undefined ? null : `[${path} = ${literal(value)}]`;
}

function literal(value: string): string {
  return `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
