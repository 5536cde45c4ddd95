/** What layouts have in common: the page they fill, and inline text as HTML. */
import { escapeHtml } from "../../src/demo/compose.ts";
import type { Language } from "./kind.ts";
import type { Block, Inline } from "./notation.ts";

export interface Page {
  readonly subject: string;
  readonly blocks: readonly Block[];
  readonly language: Language;
  readonly firm: string;
  readonly domain: string;
  /** Where a link of the notation leads, as the sender's way writes it. */
  readonly href: (to: string) => string;
  /** Where pictures of the sender lie: a URL, or `cid:`. */
  readonly logo: string;
  /** Empty for none. */
  readonly pixel: string;
  readonly exit: string;
  readonly viewOnline: string;
}

export type Layout = (page: Page) => string;

export function inlineHtml(inlines: readonly Inline[], { href }: Page, style = ""): string {
  const attribute = style === "" ? "" : ` style="${style}"`;
  return inlines
    .map((one) =>
      one.kind === "text"
        ? escapeHtml(one.text)
        : `<a href="${escapeHtml(href(one.to))}"${attribute} target="_blank">${escapeHtml(one.text)}</a>`,
    )
    .join("");
}

export const textOf = (inlines: readonly Inline[]): string => inlines.map(({ text }) => text).join("");

export const directionOf = ({ language }: Page): string => (language === "ar" ? ' dir="rtl"' : "");

/** Fills that preview panes do not run on into what follows. */
export const FILLER = "&nbsp;&zwnj;".repeat(60);

export const exitText: Readonly<Record<Language, string>> = {
  en: "Unsubscribe",
  de: "Newsletter abbestellen",
  fr: "Se désabonner",
  es: "Darse de baja",
  pt: "Cancelar subscrição",
  pl: "Wypisz się",
  uk: "Відписатися",
  ru: "Отписаться",
  ar: "إلغاء الاشتراك",
  zh: "退订",
  ja: "配信停止",
};

/** The text alternative, as programs make it of the HTML: links in brackets behind their words. */
export function plainText({ blocks, href, exit, language }: Page): string {
  const inline = (inlines: readonly Inline[]): string =>
    inlines.map((one) => (one.kind === "text" ? one.text : `${one.text} (${href(one.to)})`)).join("");
  const lines = blocks.map(({ kind, cells }) => {
    const text = cells.map(inline).join("  ");
    if (kind === "heading") return `${text}\n`;
    if (kind === "point") return `* ${text}`;
    if (kind === "row") return text;
    if (kind === "quoted") return `> ${text}`;
    if (kind === "picture") return `[${text}]`;
    return `${text}\n`;
  });
  if (exit !== "") lines.push(`${exitText[language]}: ${exit}`);
  return `${lines.join("\n")}\n`;
}
