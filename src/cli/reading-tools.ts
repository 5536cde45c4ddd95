/** What reading mail needs, made from what a scan was asked: for a worker, or for the thread that asks. */
import { parseDnsSnapshot } from "../auth/dns-snapshot.ts";
import { assert } from "../base/assert.ts";
import type { MailboxOptions } from "../mailbox/reader.ts";
import type { Given } from "../mdm/knowledge.ts";
import { shippedList } from "../mdm/lists/shipped.ts";
import { mailSchema } from "../mdm/schema.ts";
import type { SliceTools } from "../pipeline/read-slice.ts";
import { RuleDesk } from "../rules/rule-desk.ts";
import { createTokenFinder } from "../signals/tokens.ts";
import { packItem } from "../store/packed/pack-item.ts";
import { type GivenPaths, readGiven } from "./given-files.ts";
import { type RuleChoice, ruleSetName, rulesOf } from "./rule-choice.ts";

/** Does work that takes its time and is bounded by itself. */
export type Waiting = <T>(work: () => T) => T;

/** Plain data, so that a worker can be sent it. */
export interface ReadingWish {
  readonly mailbox: MailboxOptions;
  /** Text of a DNS snapshot. */
  readonly dns?: string | undefined;
  /** Absent: ours. */
  readonly rules?: RuleChoice | undefined;
  /** What the user gives beside rules. */
  readonly given?: GivenPaths | undefined;
  /** Text in pictures is read, too. */
  readonly readPictures?: boolean | undefined;
}

export async function readingTools(
  { dns, rules: choice, given: paths, readPictures }: ReadingWish,
  waiting: Waiting = (work) => work(),
): Promise<SliceTools> {
  const { ready: rules } = rulesOf(choice ?? { shipped: true, named: [] });
  // The command read it before and told what is wrong with it: without it rules would be asked less than was said.
  const read = paths === undefined ? null : await readGiven(paths);
  assert(read === null || read.ok, "what was given for rules could be read when the scan began");
  const given = read?.ok === true ? read.value : null;
  const pictures = readPictures === true ? await pictureReader(waiting) : {};
  return {
    finder: createTokenFinder(),
    pack: packItem,
    desk: new RuleDesk(rules, mailSchema, ruleSetName(rules)),
    ...(given !== null || readPictures === true
      ? { given: { list: given?.list ?? shippedList, given: { ...(given?.given ?? NOTHING_GIVEN), ...pictures } } }
      : {}),
    ...(dns === undefined ? {} : { resolver: parseDnsSnapshot(dns).resolver }),
  };
}

/** Beside rules. */
export const NOTHING_GIVEN: Given = { signatures: null, registration: () => null };

/** Loaded here, since most scans read no pictures. */
async function pictureReader(waiting: Waiting): Promise<Pick<Given, "pictures">> {
  const { createPictureReader } = await import("../ocr/picture-reader.ts");
  const reader = createPictureReader();
  return { pictures: { ...reader, read: (picture) => waiting(() => reader.read(picture)) } };
}
