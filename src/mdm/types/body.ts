/** The body in its forms, and the messages it quotes. Fields and types as mdm.md, section 5, has them. */
import type { TypeTable } from "./type-table.ts";

export const bodyTypes = {
  Body: {
    current_thread: [
      "Thread",
      "What the sender wrote in this message, without quoted mail and without warning banners.",
    ],
    html: ["HTML", "Text/html part."],
    ips: ["[IP]", "IP addresses seen in the body text."],
    links: ["[Link]", "Every link of the message, distinct by target and display."],
    plain: ["Plain", "Text/plain part."],
    previous_threads: ["[PreviousThread]", "Quoted or forwarded messages, index 0 = most recent, last = oldest."],
  },
  HTML: {
    charset: ["string", "Charset of the part."],
    content_transfer_encoding: ["string", "Transfer encoding of the part."],
    display_text: [
      "string",
      "Text a reader sees: hidden elements dropped, invisible characters dropped, other non-ASCII spacing turned to a plain space.",
    ],
    inner_text: ["string", "All text with tags removed, hidden text kept."],
    links: ["[Link]", "Links of this HTML."],
    raw: ["string", "Decoded HTML source."],
    letterlock: ["MarkupSigns", "What Letterlock itself found out about the markup."],
  },
  Plain: {
    charset: ["string", "Charset of the part."],
    content_transfer_encoding: ["string", "Transfer encoding of the part."],
    links: ["[Link]", "Links of the plain part."],
    raw: ["string", "Decoded text."],
  },
  Thread: {
    banners: ["[Banner]", "Warning banners found in the body."],
    links: ["[Link]", "Links in this thread."],
    preamble: ["string", "Header-like block in front of a forwarded or quoted text."],
    text: ["string", "Text of the thread; for HTML-only mail it is taken from the visible HTML text."],
  },
  PreviousThread: {
    banners: ["[Banner]", "Banners inside the quoted message."],
    date: ["time", "Date read from the preamble."],
    index: ["int", "Position, 0 = most recent."],
    links: ["[Link]", "Links inside the quoted message."],
    preamble: ["string", "The quoted From/Sent/To/Subject block or the 'On ... wrote:' line."],
    recipients: ["ThreadRecipients", "Recipients read from the preamble."],
    sender: ["Mailbox", "Sender read from the preamble."],
    subject: ["Subject", "Subject read from the preamble."],
    text: ["string", "Text of the quoted message."],
  },
  Banner: {
    links: ["[Link]", "Links in the banner."],
    text: ["string", "Text of the banner."],
  },
} as const satisfies TypeTable;
