/** Mail that programs write about mail. */
import type { SignFacts } from "./facts.ts";
import { isNullPath } from "./sender.ts";

/**
 * What a server or an absent reader's program writes. It says so, and bears no envelope sender or a server's name; the name alone is enough for a plain
 * text, since servers of old write nothing else. One field by itself anybody writes, to be left alone.
 */
export function isReport({ record: { claims, content }, mail }: SignFacts): boolean {
  const [from] = claims.from;
  const isDaemon = /mailer-daemon|^postmaster\b|mail delivery (?:sub)?system/i.test(
    `${from?.address ?? ""} ${from?.name ?? ""}`,
  );
  const isAutomatic = claims.autoSubmitted.startsWith("auto-replied");
  const subtypes = new Set(mail.message.entities.map(({ mediaType }) => mediaType.subtype));
  const saysSo = isAutomatic || [...subtypes].some((subtype) => REPORTS.has(subtype));
  if (!content.html) return isDaemon || (saysSo && isNullPath(mail));
  // The name of the whole alone is written by anybody: a report brings the part that programs read.
  const isWhole = isAutomatic || subtypes.has("delivery-status") || subtypes.has("feedback-report");
  return saysSo && (isDaemon || (isWhole && isNullPath(mail)));
}

const REPORTS: ReadonlySet<string> = new Set(["report", "delivery-status", "feedback-report"]);
