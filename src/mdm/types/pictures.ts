/** What is read out of pictures. Fields and types as mdm.md, section 5, has them. */
import type { TypeTable } from "./type-table.ts";

export const pictureTypes = {
  OCR: {
    text: ["string", "Recognised text, pages joined."],
    success: ["bool", "Recognition ran."],
    page_results: ["[OCRPage]", "One entry per page of a document."],
  },
  OCRPage: {
    text: ["string", "Recognised text of that page."],
  },
  QRScan: {
    items: ["[ScanQR]", "Codes found."],
    found: ["bool", "At least one code was found."],
  },
  ScanQR: {
    data: ["string", "Decoded payload."],
    type: ["string", "Email, mobile, app, geo, wifi, url or undefined."],
    url: ["URL", "Payload parsed as a URL when type is url."],
  },
  ScanOCR: {
    raw: ["string", "Recognised text with line breaks."],
    text: ["[string]", "Recognised words."],
  },
  LogoDetect: {
    brands: ["[Brand]", "Brands recognised in the image."],
    error: ["string", "Why it failed."],
    page_results: ["[LogoDetectPage]", "Per-page results of a document."],
    scanned: ["bool", "An image was examined."],
    total_pages: ["int", "Pages in the input."],
  },
  LogoDetectPage: {
    brands: ["[Brand]", "Brands on the page."],
    error: ["string", "Error on the page."],
    page_index: ["int", "Page number from 0."],
  },
  Brand: {
    confidence: ["string", "Low, medium, high."],
    name: ["string", "Brand name from a fixed vocabulary."],
  },
} as const satisfies TypeTable;
