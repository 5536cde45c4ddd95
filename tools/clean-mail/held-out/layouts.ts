/** Layouts of the kinds that are held out: a framework's grid, a small program's own, an editor by drag and drop, three mail programs' letters. */
import { escapeHtml } from "../../../src/demo/compose.ts";
import type { Form } from "../kind.ts";
import { directionOf, exitText, FILLER, inlineHtml, type Layout, type Page, textOf } from "../markup.ts";

function grid(page: Page): string {
  return page.blocks
    .map(({ kind, cells }) => {
      const inner = cells.map((cell) => inlineHtml(cell, page)).join("</td><td>");
      if (kind === "preheader")
        return `<span class="preheader" style="color:#f3f3f3;display:none!important;font-size:1px;line-height:1px;max-height:0;max-width:0;mso-hide:all!important;opacity:0;overflow:hidden;visibility:hidden">${inner}${FILLER}</span>`;
      if (kind === "button")
        return `<table class="button radius" style="margin:0 0 16px 0;width:auto"><tbody><tr><td style="background:#4a5d23;border-radius:3px">${inlineHtml(cells[0] ?? [], page, "border:0 solid #4a5d23;border-radius:3px;color:#fefefe;display:inline-block;font-size:16px;font-weight:700;padding:8px 16px;text-decoration:none")}</td></tr></tbody></table>`;
      if (kind === "row")
        return `<table class="callout" style="width:100%"><tbody><tr><td>${inner}</td></tr></tbody></table>`;
      if (kind === "picture")
        return `<img src="${page.logo.startsWith("cid:") ? page.logo : page.logo.replace("logo", "lead")}" alt="${escapeHtml(textOf(cells[0] ?? []))}" width="580">`;
      if (kind === "heading")
        return `<h1 class="text-center" style="font-family:Helvetica,Arial,sans-serif;font-size:28px">${inner}</h1>`;
      if (kind === "quoted") return `<blockquote>${inner}</blockquote>`;
      return `<p style="font-family:Helvetica,Arial,sans-serif;font-size:${kind === "small" ? 12 : 16}px;margin:0 0 10px">${kind === "point" ? "– " : ""}${inner}</p>`;
    })
    .join("\n");
}

const foundation: Layout = (page) => {
  const exit =
    page.exit === "" ? "" : `<p class="small"><a href="${escapeHtml(page.exit)}">${exitText[page.language]}</a></p>`;
  const pixel = page.pixel === "" ? "" : `<img border="0" width="1" height="1" alt="" src="${escapeHtml(page.pixel)}">`;
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="${page.language}"${directionOf(page)}><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(page.subject)}</title>
<style>@media only screen{html{min-height:100%;background:#f3f3f3}}@media only screen and (max-width:596px){.small-12{width:100%!important}}</style></head>
<body style="-moz-box-sizing:border-box;background:#f3f3f3!important;margin:0;min-width:100%"><table class="body" data-made-with-foundation="" style="background:#f3f3f3;width:100%"><tbody><tr><td class="center" align="center" valign="top"><center><table align="center" class="container" style="background:#fefefe;width:580px"><tbody><tr><td>
<a href="${escapeHtml(page.href("/"))}"><img src="${page.logo}" alt="${escapeHtml(page.firm)} logo" height="36"></a>
${grid(page)}${exit}</td></tr></tbody></table></center></td></tr></tbody></table>${pixel}</body></html>`;
};

/** As a small program's template: a page without pictures. */
const bare: Layout = (page) => {
  const lines = page.blocks.map(({ kind, cells }) => {
    const inner = cells.map((cell) => inlineHtml(cell, page)).join("</td><td>");
    if (kind === "preheader") return "";
    if (kind === "row") return `<table><tr><td>${inner}</td></tr></table>`;
    if (kind === "heading") return `<h2>${inner}</h2>`;
    if (kind === "quoted") return `<blockquote>${inner}</blockquote>`;
    return `<p>${inner}</p>`;
  });
  const exit = page.exit === "" ? "" : `<p><a href="${escapeHtml(page.exit)}">${exitText[page.language]}</a></p>`;
  const pixel = page.pixel === "" ? "" : `<img src="${escapeHtml(page.pixel)}" width="1" height="1" />`;
  return `<html${directionOf(page)}><body style="font-family: sans-serif">\n${lines.join("\n")}\n${exit}${pixel}</body></html>`;
};

const dragAndDrop: Layout = (page) => {
  const preheader = page.blocks.find(({ kind }) => kind === "preheader");
  const blocks = page.blocks
    .filter(({ kind }) => kind !== "preheader")
    .map(({ kind, cells }) => {
      const inner = cells
        .map((cell) =>
          inlineHtml(
            cell,
            page,
            kind === "button"
              ? "display:block;background-color:#3eb489;color:#ffffff;text-decoration:none;padding:12px"
              : "color:#0092ff",
          ),
        )
        .join(" ");
      const body =
        kind === "picture"
          ? `<img border="0" width="540" alt="${escapeHtml(textOf(cells[0] ?? []))}" src="${page.logo.startsWith("cid:") ? page.logo : page.logo.replace("logo", "lead")}">`
          : kind === "heading"
            ? `<h1 class="default-heading1" style="margin:0;color:#1f2d3d;font-family:'Open Sans',arial,helvetica,sans-serif;font-size:36px">${inner}</h1>`
            : `<p style="margin:0;color:#3b3f44;font-family:'Open Sans',arial,helvetica,sans-serif;font-size:${kind === "small" ? 12 : 16}px">${inner}</p>`;
      return `<table width="100%" border="0" cellspacing="0" cellpadding="0" role="presentation" class="nl2go-responsive-hide"><tr><td class="r${kind.length}-i" valign="top" style="padding:15px;">${body}</td></tr></table>`;
    });
  const view =
    page.viewOnline === "" ? "" : `<p style="font-size:11px"><a href="${escapeHtml(page.viewOnline)}">Online</a></p>`;
  const exit =
    page.exit === ""
      ? ""
      : `<p style="font-size:11px">${escapeHtml(page.firm)} · <a href="${escapeHtml(page.exit)}">${exitText[page.language]}</a></p>`;
  const pixel =
    page.pixel === "" ? "" : `<img width="1" height="1" src="${escapeHtml(page.pixel)}" style="display:block"/>`;
  return `<!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:v="urn:schemas-microsoft-com:vml" lang="${page.language}"${directionOf(page)}><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"/><meta name="color-scheme" content="light dark"/><meta name="x-apple-disable-message-reformatting"/><title>${escapeHtml(page.subject)}</title>
<link href="https://fonts.googleapis.com/css2?family=Open+Sans:wght@400;700&display=swap" rel="stylesheet"/><style type="text/css">@media (max-width:600px){.nl2go-responsive-hide{padding:0}}@media (prefers-color-scheme:dark){body{background:#111}}</style></head>
<body bgcolor="#ffffff" yahoo="fix" style="background-color:#ffffff;">${preheader === undefined ? "" : `<div style="display:none;max-height:0;overflow:hidden">${inlineHtml(preheader.cells[0] ?? [], page)}${FILLER}</div>`}${view}<table cellspacing="0" cellpadding="0" border="0" role="presentation" class="nl2go-body-table" width="100%"><tr><td align="center"><a href="${escapeHtml(page.href("/"))}"><img src="${page.logo}" width="200" alt="${escapeHtml(page.firm)}"></a>${blocks.join("\n")}${exit}</td></tr></table>${pixel}</body></html>`;
};

const letter =
  (before: string, after: string, line: (text: string) => string, quote: (text: string) => string): Layout =>
  (page) => {
    const lines = page.blocks.map(({ kind, cells }) => {
      const text = cells.map((cell) => inlineHtml(cell, page)).join(" ");
      return kind === "quoted" ? quote(text) : line(text);
    });
    const pixel = page.pixel === "" ? "" : `<img src="${escapeHtml(page.pixel)}" width="1" height="1" alt="">`;
    return `${before}${lines.join("\n")}${pixel}${after}`;
  };

const appleMail = letter(
  '<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body style="overflow-wrap: break-word; -webkit-nbsp-mode: space; line-break: after-white-space;">',
  "</body></html>",
  (text) => `<div>${text}</div><div><br class=""></div>`,
  (text) => `<div><blockquote type="cite"><div>${text}</div></blockquote></div>`,
);
const thunderbird = letter(
  '<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=UTF-8"></head><body text="#000000" bgcolor="#FFFFFF">',
  '<div class="moz-signature">-- <br></div></body></html>',
  (text) => `<p>${text}</p>`,
  (text) => `<blockquote type="cite">${text}</blockquote>`,
);
const webAccess = letter(
  '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><style type="text/css" style="display:none;"> P {margin-top:0;margin-bottom:0;} </style></head><body dir="ltr"><div class="elementToProof" style="font-family: Calibri, Arial, Helvetica, sans-serif; font-size: 12pt; color: rgb(0, 0, 0);">',
  "</div></body></html>",
  (text) => `<div class="elementToProof">${text}</div><div><br></div>`,
  (text) => `<div id="divRplyFwdMsg" dir="ltr">${text}</div>`,
);

export const layouts: Readonly<Record<Form, readonly Layout[]>> = {
  notice: [foundation, bare],
  newsletter: [dragAndDrop],
  person: [appleMail, thunderbird, webAccess],
  plain: [],
};
