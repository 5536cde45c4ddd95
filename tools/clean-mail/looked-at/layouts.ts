/** Layouts of the kinds that are looked at: MJML's tables, a bulk service's template, two mail programs' letters. */
import { escapeHtml } from "../../../src/demo/compose.ts";
import type { Form } from "../kind.ts";
import { directionOf, exitText, FILLER, inlineHtml, type Layout, type Page, textOf } from "../markup.ts";

const FONT = "font-family:Ubuntu, Helvetica, Arial, sans-serif;font-size:15px;line-height:22px;color:#2b2b2b;";

function mjmlBlock(page: Page): string {
  return page.blocks
    .map(({ kind, cells }) => {
      const inner = inlineHtml(cells[0] ?? [], page, "color:#1155cc;");
      if (kind === "preheader") return "";
      if (kind === "button")
        return `<tr><td align="center" vertical-align="middle" style="font-size:0px;padding:10px 25px;word-break:break-word;"><table border="0" cellpadding="0" cellspacing="0" role="presentation" style="border-collapse:separate;line-height:100%;"><tr><td align="center" bgcolor="#0b6e4f" role="presentation" style="border:none;border-radius:3px;cursor:auto;mso-padding-alt:10px 25px;background:#0b6e4f;" valign="middle">${inlineHtml(cells[0] ?? [], page, "display:inline-block;background:#0b6e4f;color:#ffffff;text-decoration:none;padding:10px 25px;")}</td></tr></table></td></tr>`;
      if (kind === "row")
        return `<tr><td style="padding:4px 25px;"><table cellpadding="0" cellspacing="0" width="100%" border="0" style="${FONT}width:100%;border:none;"><tr>${cells.map((cell) => `<td style="padding:4px 0;border-bottom:1px solid #ecedee;">${inlineHtml(cell, page)}</td>`).join("")}</tr></table></td></tr>`;
      if (kind === "picture")
        return `<tr><td align="center" style="padding:10px 25px;"><img alt="${escapeHtml(textOf(cells[0] ?? []))}" height="auto" src="${page.logo.startsWith("cid:") ? page.logo : page.logo.replace("logo", "lead")}" style="border:0;display:block;outline:none;height:auto;width:100%;" width="550"></td></tr>`;
      const size =
        kind === "heading"
          ? "font-size:24px;font-weight:bold;"
          : kind === "small"
            ? "font-size:11px;color:#888888;"
            : "";
      const bullet = kind === "point" ? "&bull; " : "";
      const quote = kind === "quoted" ? "border-left:3px solid #ccc;padding-left:12px;" : "";
      return `<tr><td align="left" style="font-size:0px;padding:10px 25px;word-break:break-word;"><div style="${FONT}${size}${quote}text-align:left;">${bullet}${inner}</div></td></tr>`;
    })
    .join("\n");
}

const mjml: Layout = (page) => {
  const preheader = page.blocks.find(({ kind }) => kind === "preheader");
  const hidden =
    preheader === undefined
      ? ""
      : `<div style="display:none;font-size:1px;color:#ffffff;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;">${inlineHtml(preheader.cells[0] ?? [], page)} ${FILLER}</div>`;
  const exit =
    page.exit === ""
      ? ""
      : `<tr><td align="center" style="padding:10px 25px;${FONT}font-size:11px;"><a href="${escapeHtml(page.exit)}">${exitText[page.language]}</a></td></tr>`;
  const pixel =
    page.pixel === ""
      ? ""
      : `<img src="${escapeHtml(page.pixel)}" alt="" width="1" height="1" border="0" style="height:1px !important;width:1px !important;border-width:0 !important;margin:0 !important;padding:0 !important;"/>`;
  return `<!doctype html>
<html lang="${page.language}"${directionOf(page)} xmlns="http://www.w3.org/1999/xhtml" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head><title>${escapeHtml(page.subject)}</title><!--[if !mso]><!--><meta http-equiv="X-UA-Compatible" content="IE=edge"><!--<![endif]-->
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<style type="text/css">#outlook a{padding:0;}body{margin:0;padding:0;-webkit-text-size-adjust:100%;}table,td{border-collapse:collapse;mso-table-lspace:0pt;}img{border:0;height:auto;line-height:100%;outline:none;}</style>
<!--[if mso]><noscript><xml><o:OfficeDocumentSettings><o:AllowPNG/><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml></noscript><![endif]-->
<!--[if !mso]><!--><link href="https://fonts.googleapis.com/css?family=Ubuntu:300,400,500,700" rel="stylesheet" type="text/css"><style type="text/css">@import url(https://fonts.googleapis.com/css?family=Ubuntu:300,400,500,700);</style><!--<![endif]-->
<style type="text/css">@media only screen and (min-width:480px){.mj-column-per-100{width:100% !important;max-width:100%;}}</style></head>
<body style="word-spacing:normal;background-color:#f4f4f4;">${hidden}<div style="background-color:#f4f4f4;">
<!--[if mso | IE]><table align="center" border="0" cellpadding="0" cellspacing="0" style="width:600px;" width="600"><tr><td><![endif]-->
<div style="background:#ffffff;margin:0px auto;max-width:600px;"><table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="background:#ffffff;width:100%;"><tbody>
<tr><td align="center" style="padding:20px 25px;"><a href="${escapeHtml(page.href("/"))}"><img alt="${escapeHtml(page.firm)}" src="${page.logo}" width="140" style="border:0;display:block;"></a></td></tr>
${mjmlBlock(page)}
${exit}</tbody></table></div><!--[if mso | IE]></td></tr></table><![endif]--></div>${pixel}</body></html>`;
};

/** As bulk services' editors write it: nested tables, classes, comments, a way to view it in the browser. */
const template: Layout = (page) => {
  const rows = page.blocks
    .filter(({ kind }) => kind !== "preheader")
    .map(({ kind, cells }) => {
      const tag = kind === "heading" ? "h1" : "p";
      const body =
        kind === "picture"
          ? `<img align="center" alt="${escapeHtml(textOf(cells[0] ?? []))}" src="${page.logo.startsWith("cid:") ? page.logo : page.logo.replace("logo", "lead")}" width="564" style="max-width:1200px;padding-bottom:0;display:inline !important;vertical-align:bottom;" class="mcnImage">`
          : `<${tag}>${cells.map((cell) => inlineHtml(cell, page, kind === "button" ? "font-weight:bold;text-decoration:none;color:#FFFFFF;background-color:#2BAADF;padding:15px;" : "")).join(" ")}</${tag}>`;
      return `<table border="0" cellpadding="0" cellspacing="0" width="100%" class="mcnTextBlock" style="min-width:100%;"><tbody class="mcnTextBlockOuter"><tr><td valign="top" class="mcnTextContent" style="padding:9px 18px;">${body}</td></tr></tbody></table>`;
    })
    .join("\n");
  const preheader = page.blocks.find(({ kind }) => kind === "preheader");
  const hidden =
    preheader === undefined
      ? ""
      : `<!--[if !gte mso 9]><!----><span class="mcnPreviewText" style="display:none;font-size:0px;line-height:0px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;visibility:hidden;mso-hide:all;">${inlineHtml(preheader.cells[0] ?? [], page)}</span><!--<![endif]-->`;
  const view =
    page.viewOnline === ""
      ? ""
      : `<p class="view"><a href="${escapeHtml(page.viewOnline)}">View this email in your browser</a></p>`;
  const exit = page.exit === "" ? "" : `<p><a href="${escapeHtml(page.exit)}">${exitText[page.language]}</a></p>`;
  const pixel = page.pixel === "" ? "" : `<img src="${escapeHtml(page.pixel)}" height="1" width="1" alt="">`;
  return `<!doctype html><html${directionOf(page)}><head><meta charset="UTF-8"><title>${escapeHtml(page.subject)}</title><style type="text/css">p{margin:10px 0;padding:0;}table{border-collapse:collapse;}.mcnTextContent a{color:#007C89;}@media only screen and (max-width: 480px){.mcnImage{width:100% !important;}}</style></head>
<body>${hidden}<center><table align="center" border="0" cellpadding="0" cellspacing="0" height="100%" width="100%" id="bodyTable"><tr><td align="center" valign="top" id="bodyCell">${view}
<img src="${page.logo}" alt="${escapeHtml(page.firm)}" width="160">${rows}${exit}</td></tr></table></center>${pixel}</body></html>`;
};

const gmail: Layout = (page) => {
  const lines = page.blocks.map(({ kind, cells }) => {
    const text = cells.map((cell) => inlineHtml(cell, page)).join(" ");
    if (kind === "quoted")
      return `<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">${text}</blockquote>`;
    return kind === "heading" ? `<div><b>${text}</b></div>` : `<div>${text}</div><div><br></div>`;
  });
  const pixel = page.pixel === "" ? "" : `<img src="${escapeHtml(page.pixel)}" width="1" height="1" alt="">`;
  return `<div dir="${page.language === "ar" ? "rtl" : "ltr"}">${lines.join("")}</div>${pixel}`;
};

const outlook: Layout = (page) => {
  const lines = page.blocks.map(({ kind, cells }) => {
    const text = cells.map((cell) => inlineHtml(cell, page)).join(" ");
    const style = kind === "quoted" ? ` style='margin-left:36.0pt'` : "";
    return `<p class=MsoNormal${style}><span lang=EN-GB style='mso-fareast-language:EN-US'>${kind === "heading" ? `<b>${text}</b>` : text}<o:p></o:p></span></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>`;
  });
  const logo = page.logo.startsWith("cid:")
    ? `<p class=MsoNormal><img width=120 height=40 style='width:1.25in' id="Picture_x0020_1" src="${page.logo}" alt="logo"></p>`
    : "";
  return `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15 (filtered medium)"><style><!--
@font-face {font-family:"Cambria Math";panose-1:2 4 5 3 5 4 6 3 2 4;}
p.MsoNormal, li.MsoNormal, div.MsoNormal {margin:0cm;font-size:11.0pt;font-family:"Calibri",sans-serif;}
a:link, span.MsoHyperlink {mso-style-priority:99;color:#0563C1;text-decoration:underline;}
@page WordSection1 {size:612.0pt 792.0pt;margin:70.85pt 70.85pt 2.0cm 70.85pt;}
--></style></head><body lang=EN-GB link="#0563C1" vlink="#954F72" style='word-wrap:break-word'><div class=WordSection1>${lines.join("")}${logo}</div></body></html>`;
};

export const layouts: Readonly<Record<Form, readonly Layout[]>> = {
  notice: [mjml],
  newsletter: [template, mjml],
  person: [gmail, outlook],
  plain: [],
};
