/** The suites of the corpus that have expected results as data. */
import { join } from "node:path";
import { codecMessages } from "./codecs.ts";
import { enmimeMessages } from "./enmime.ts";
import type { ExpectedMessage, Suite } from "./expected.ts";
import { flankerAddresses } from "./flanker.ts";
import { imapMessages } from "./imap-sections.ts";
import { jamesMessages } from "./james.ts";
import { jmapMessages } from "./jmap.ts";
import { mailParserMessages } from "./mail-parser.ts";
import { mimeKitMailboxes, mimeKitMessages } from "./mime-kit.ts";
import { summaryMessages } from "./summaries.ts";

/** `folder`: the unpacked set `parser-torture`. */
export function suitesOf(folder: string): readonly Suite[] {
  const suite = (name: string, messages: readonly ExpectedMessage[]): Suite => ({ name, messages, mailboxes: [] });
  const mimeKit = join(folder, "mimekit/mbox");
  return [
    suite("mail-parser", mailParserMessages(join(folder, "stalwart-mail-parser/eml"))),
    suite("stalwart jmap", jmapMessages(join(folder, "stalwart/jmap"))),
    suite("stalwart imap", imapMessages(join(folder, "stalwart/imap"))),
    suite("james", jamesMessages(join(folder, "james"))),
    { name: "mimekit offsets", messages: mimeKitMessages(mimeKit), mailboxes: mimeKitMailboxes(mimeKit) },
    suite("mimekit listings", [
      ...summaryMessages(join(mimeKit, "content-length.mbox.txt"), join(mimeKit, "content-length-summary.txt")),
      ...summaryMessages(join(mimeKit, "issue1189.mbox.txt"), join(mimeKit, "issue1189-summary.txt")),
    ]),
    suite(
      "gmime listing",
      summaryMessages(
        join(folder, "gmime/mbox/input/substring.mbox"),
        join(folder, "gmime/mbox/output/substring.mbox"),
      ),
    ),
    suite("encodings", codecMessages(folder)),
    suite("enmime", enmimeMessages(join(folder, "enmime"))),
    suite("flanker addresses", flankerAddresses(join(folder, "flanker/mailbox_valid.txt"))),
  ];
}
