/** The subject line. Fields and types as mdm.md, section 5, has them. */
import type { TypeTable } from "./type-table.ts";

export const subjectTypes = {
  Subject: {
    base: ["string", "Subject without leading tags and reply/forward markers."],
    is_forward: ["bool", "Subject carries a forward marker (Fwd:, FW:, local-language variants)."],
    is_reply: ["bool", "Subject carries a reply marker (Re:, AW:, SV: ...)."],
    subject: ["string", "Decoded subject; null when the header is absent."],
    tags: ["[string]", "Leading bracketed tags such as [External]."],
    is_auto_reply: ["bool", "Subject carries an automatic-reply marker."],
  },
} as const satisfies TypeTable;
