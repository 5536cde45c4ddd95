/**
 * HTML by template: `` html`<td>${text}</td>` `` escapes every string through `forHtml`, so that markup can only come from
 * this program's own source. Attributes must be quoted in the template.
 */
import { forHtml } from "./printable.ts";

const markup: unique symbol = Symbol("markup");

/** Finished markup; made in this file only. */
export interface Html {
  readonly [markup]: string;
}

export type HtmlValue = Html | string | number | readonly Html[] | null;

export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = parts[0] ?? "";
  for (const [index, value] of values.entries()) text += rendered(value) + (parts[index + 1] ?? "");
  return { [markup]: text };
}

/** Mail text or another string that may be long: cut at `max` columns. */
export function cutHtml(text: string, max: number): Html {
  return { [markup]: forHtml(text, max) };
}

/** Pieces one after the other. */
export function joined(pieces: readonly Html[], between = ""): Html {
  return { [markup]: pieces.map((piece) => piece[markup]).join(forHtml(between)) };
}

/** A `<style>` element of this program's own text. */
export function styleElement(css: string): Html {
  if (/<\/style/i.test(css)) throw new Error("style text ends its own element");
  return { [markup]: `<style>${css}</style>` };
}

export function htmlText(value: Html): string {
  return value[markup];
}

/** Bytes in UTF-8. */
export function htmlBytes(value: Html): number {
  return Buffer.byteLength(value[markup], "utf8");
}

function rendered(value: HtmlValue): string {
  if (value === null) return "";
  if (typeof value === "string") return forHtml(value);
  if (typeof value === "number") return String(value);
  if (markup in value) return value[markup];
  return value.map((piece) => piece[markup]).join("");
}
