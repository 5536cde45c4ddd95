/**
 * Addresses of machines as rules read them, and how a disguised one was undone: URLs may write an IPv4 address as one number, in octal or
 * hexadecimal, or inside IPv6 (WHATWG URL 3.5). Pure and total.
 */
import { type IpAddress, ipText, parseIp } from "../mail/ip-address.ts";
import { type ModelObject, maker } from "./model-object.ts";

interface TranslationFacts {
  readonly original: string;
  readonly isMapped: boolean;
  readonly encoders: readonly string[];
}

export interface IpFacts {
  readonly address: IpAddress;
  /** Null where the address was written plainly. */
  readonly translation: TranslationFacts | null;
}

const translationObject = maker<"IPTranslation", TranslationFacts>("IPTranslation", {
  original: ({ original }) => original,
  v4_to_v6: ({ isMapped }) => isMapped,
  encoders: ({ encoders }) => encoders,
});

export const ipObject = maker<"IP", IpFacts>("IP", {
  ip: ({ address }) => ipText(address),
  translation: ({ translation }) => translationObject(translation),
  version: ({ address }) => (address.bytes.length === 4 ? 4 : 6),
});

/** `host`: in the one form that URL parsers give it. `written`: as it stands in the URL. Null where it is no address. */
export function ipOfHost(host: string, written: string): IpFacts | null {
  const address = parseIp(host);
  return address === null ? null : { address, translation: translationOf(written.replace(/^\[|\]$/g, ""), address) };
}

/** Of a text that holds nothing but an address. */
export function ipOf(text: string): ModelObject<IpFacts> | null {
  const address = parseIp(text.trim());
  return ipObject(address === null ? null : { address, translation: null });
}

function translationOf(written: string, address: IpAddress): TranslationFacts | null {
  const isMapped = written.includes(":") && address.bytes.length === 4;
  const encoders = isMapped ? [] : encodersOf(written);
  return isMapped || encoders.length > 0 ? { original: written, isMapped, encoders } : null;
}

function encodersOf(written: string): readonly string[] {
  const pieces = written.split(".", 5);
  const encoders = new Set<string>();
  if (/^\d+$/.test(written)) encoders.add(/^0\d/.test(written) ? "octal" : "decimal_integer");
  for (const piece of pieces) {
    if (/^0x/i.test(piece)) encoders.add("hexadecimal");
    else if (/^0\d/.test(piece)) encoders.add("octal");
  }
  return [...encoders];
}
