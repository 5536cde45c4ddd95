/**
 * Documents written into a URL: `data:text/html,…` (RFC 2397) and the `javascript:'<img …>'` that old clients show as
 * a page. Only types that load something themselves are decoded.
 */
import { cleanReference } from "../url/resolve.ts";

export interface InlineDocument {
  readonly kind: "html" | "svg" | "css";
  readonly text: string;
}

/** A cheap look whether a reference may be a `data:` document. */
export function mayBeInline(reference: string): boolean {
  const code = reference.charCodeAt(0);
  return code <= 0x20 || (code | 0x20) === 0x64;
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
  const bytes = /;\s*base64\s*(?:;|$)/.test(header) ? base64Bytes(percentText(body)) : percentBytes(body);
  return { kind, text: decoded(bytes, CHARSET.exec(header)?.[1] ?? "utf-8") };
}

const CHARSET = /;\s*charset\s*=\s*"?([\w.:-]{1,40})/;

/** By the charset that the URL names, where the platform knows it. */
function decoded(bytes: Uint8Array, charset: string): string {
  if (charset !== "utf-8" && charset !== "us-ascii") {
    try {
      return new TextDecoder(charset).decode(bytes);
    } catch {
      // A label of the sender's own making.
    }
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}

function documentKind(header: string): InlineDocument["kind"] | null {
  const type = header.split(";", 1)[0]?.trim() ?? "";
  if (type === "image/svg+xml") return "svg";
  if (type === "text/css") return "css";
  return /^(?:text\/(?:html|xml|x-.*html)|application\/(?:xhtml\+xml|xml|.*\+xml))$/.test(type) ? "html" : null;
}

function percentText(text: string): string {
  return text.includes("%") ? Buffer.from(percentBytes(text)).toString("utf8") : text;
}

function percentBytes(text: string): Uint8Array {
  const written = Buffer.from(text, "utf8");
  if (!text.includes("%")) return written;
  const bytes = new Uint8Array(written.length);
  let out = 0;
  for (let at = 0; at < written.length; at++) {
    const high = hexValue(written[at + 1]);
    const low = hexValue(written[at + 2]);
    if (written[at] === 0x25 && high >= 0 && low >= 0) {
      bytes[out++] = high * 16 + low;
      at += 2;
    } else bytes[out++] = written[at] ?? 0;
  }
  return bytes.subarray(0, out);
}

function hexValue(code: number | undefined): number {
  if (code === undefined) return -1;
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

function base64Bytes(text: string): Uint8Array {
  return Buffer.from(text, "base64");
}
