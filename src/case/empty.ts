/** What a message that says nothing claims and holds: for messages that could not be analysed. */
import type { ClaimsRecord, ContentRecord, PrintRecord } from "./record.ts";

export const NO_CLAIMS: ClaimsRecord = {
  from: [],
  otherFroms: [],
  sender: null,
  replyTo: [],
  returnPath: "",
  dkimDomains: [],
  listId: "",
  listUnsubscribe: [],
  listUnsubscribePost: false,
  feedbackId: "",
  mailer: "",
  precedence: "",
  extensionHeaders: [],
  messageIdDomain: "",
  autoSubmitted: "",
  isReply: false,
};

export const NO_CONTENT: ContentRecord = {
  unsubscribeLink: false,
  newsPersona: null,
  linkHosts: [],
  attachments: 0,
  html: false,
  preview: "",
  textPrint: "",
};

export const NO_PRINT: PrintRecord = {
  header: "",
  structure: "",
  boundary: "",
  markup: "",
  tags: "",
  files: [],
  text: "",
  zone: "",
  origin: "",
  helo: "",
};
