/** Macros of SPF: `%{ir}.%{v}._spf.%{d2}` and the letters behind them (RFC 7208 7). Pure, total; the text is at most 253 or a few thousand characters. */
import { type IpAddress, ipText } from "../mail/ip-address.ts";

/** What the letters stand for. Texts as the sender gave them. */
export interface MacroValues {
  readonly ip: IpAddress;
  readonly localPart: string;
  readonly senderDomain: string;
  /** Whose record it is. */
  readonly domain: string;
  readonly helo: string;
  /** Who checks; for explanations. */
  readonly receiver: string;
  /** Seconds since 1970; for explanations. */
  readonly seconds: number;
  /** `%{p}`, which needs look-ups. */
  readonly validatedName: () => string;
}

/** Longest text that comes out: explanations are shown, domains are cut to 253. */
const CHARS_MAX = 4_096;

/** `text`: a macro string (`isMacroString`), or an explanation with spaces. */
export function expandMacros(text: string, values: MacroValues): string {
  return text
    .replace(
      /%(?:([%_-])|\{([a-z])(\d*)(r?)([.+,/_=-]*)\})/gi,
      (_, sign, letter = "", count = "", reverse = "", at = "") =>
        sign === undefined
          ? expandLetter({ letter, count, isReverse: reverse !== "", delimiters: at }, values)
          : signText(sign),
    )
    .slice(0, CHARS_MAX);
}

function signText(sign: string): string {
  if (sign === "%") return "%";
  return sign === "_" ? " " : "%20";
}

interface MacroExpand {
  readonly letter: string;
  readonly count: string;
  readonly isReverse: boolean;
  readonly delimiters: string;
}

function expandLetter({ letter, count, isReverse, delimiters }: MacroExpand, values: MacroValues): string {
  const value = letterValue(letter.toLowerCase(), values);
  const parts = value.split(delimiters === "" ? "." : new RegExp(`[${delimiters.replace(/[-\]\\^]/g, "\\$&")}]`));
  if (isReverse) parts.reverse();
  const kept = count === "" ? parts : parts.slice(-Math.max(1, Number(count)));
  const text = kept.join(".");
  return letter === letter.toLowerCase() ? text : urlEscape(text);
}

/** RFC 3986 unreserved characters stay. */
function urlEscape(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[A-Za-z0-9._~-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");
}

function letterValue(letter: string, values: MacroValues): string {
  const { ip, localPart, senderDomain } = values;
  switch (letter) {
    case "s":
      return `${localPart}@${senderDomain}`;
    case "l":
      return localPart;
    case "o":
      return senderDomain;
    case "d":
      return values.domain;
    case "i":
      return ip.bytes.length === 4 ? ipText(ip) : nibbles(ip).join(".");
    case "p":
      return values.validatedName();
    case "v":
      return ip.bytes.length === 4 ? "in-addr" : "ip6";
    case "h":
      return values.helo;
    case "c":
      return ipText(ip);
    case "r":
      return values.receiver;
    default:
      return String(values.seconds);
  }
}

/** RFC 7208 7.3 writes them so; names are compared in any case. */
const HEX = "0123456789ABCDEF";

function nibbles({ bytes }: IpAddress): readonly string[] {
  return bytes.flatMap((byte) => [HEX[byte >> 4] ?? "", HEX[byte & 15] ?? ""]);
}

/** The name under which the reverse of an address is published (RFC 1035 3.5, RFC 3596 2.5). */
export function reverseName(ip: IpAddress): string {
  const isFour = ip.bytes.length === 4;
  const labels = isFour ? ip.bytes.map(String) : nibbles(ip);
  return `${[...labels].reverse().join(".")}.${isFour ? "in-addr" : "ip6"}.arpa`;
}
