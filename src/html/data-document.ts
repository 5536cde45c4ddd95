/**
 * Documents written into a URL: `data:text/html,…` (RFC 2397) and the `javascript:'<img …>'` that old clients show as
 * a page. Only types that load something themselves are decoded.
 */
import { cleanReference } from "../url/resolve.ts";

export interface InlineDocument {
  readonly kind: "html" | "svg" | "css";
  readonly text: string;
}

/** `null` when the URL holds no document of interest. Cost: linear in the URL. */
export function inlineDocument(reference: string): InlineDocument | null {
  const head = reference.slice(0, 64).trimStart().toLowerCase();
  if (!head.startsWith("data:") && !head.startsWith("javascript:")) return null;
  const url = cleanReference(reference);
  if (head.startsWith("javascript:"))
    return url.includes("<") ? { kind: "html", text: percentText(url.slice(11)) } : null;
  const comma = url.indexOf(",");
  if (comma < 0) return null;
  const header = url.slice(5, comma).toLowerCase();
  const kind = documentKind(header);
  if (kind === null) return null;
  const body = url.slice(comma + 1);
  return { kind, text: /;\s*base64\s*$/.test(header) ? base64Text(percentText(body)) : percentText(body) };
}

function documentKind(header: string): InlineDocument["kind"] | null {
  const type = header.split(";", 1)[0]?.trim() ?? "";
  if (type === "image/svg+xml") return "svg";
  if (type === "text/css") return "css";
  return /^(?:text\/(?:html|xml|x-.*html)|application\/(?:xhtml\+xml|xml|.*\+xml))$/.test(type) ? "html" : null;
}

function percentText(text: string): string {
  if (!text.includes("%")) return text;
  const bytes = new Uint8Array(Buffer.byteLength(text));
  const written = Buffer.from(text, "utf8");
  let out = 0;
  for (let at = 0; at < written.length; at++) {
    const high = hexValue(written[at + 1]);
    const low = hexValue(written[at + 2]);
    if (written[at] === 0x25 && high >= 0 && low >= 0) {
      bytes[out++] = high * 16 + low;
      at += 2;
    } else bytes[out++] = written[at] ?? 0;
  }
  return Buffer.from(bytes.buffer, 0, out).toString("utf8");
}

function hexValue(code: number | undefined): number {
  if (code === undefined) return -1;
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

function base64Text(text: string): string {
  return Buffer.from(text, "base64").toString("utf8");
}
