/**
 * One rule on one small mailbox, as `scan` would do it with that rule alone: read, compared, judged, in a case that is thrown away. So a
 * test sees what a user would see, history and copies included. Other rules, also exclusions, are not asked. Text in pictures is read.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { err, ok, type Result } from "../base/result.ts";
import { createMailboxReader } from "../mailbox/reader.ts";
import { shippedList } from "../mdm/lists/shipped.ts";
import { mailSchema } from "../mdm/schema.ts";
import { createPictureReader } from "../ocr/picture-reader.ts";
import { judge } from "../pipeline/judge.ts";
import { scan } from "../pipeline/scan.ts";
import type { CaseStore, StoredMessage } from "../ports/store.ts";
import type { FindingRule } from "../rules/finding-rule.ts";
import { RuleDesk } from "../rules/rule-desk.ts";
import { createTokenFinder } from "../signals/tokens.ts";
import { packItem } from "../store/packed/pack-item.ts";
import { openCase } from "../store/sqlite/open-case.ts";
import { registrableDomain } from "../url/registrable-domain.ts";
import { Conditions } from "../verdict/conditions.ts";
import { createReadingHere } from "./reading-here.ts";
import { NOTHING_GIVEN } from "./reading-tools.ts";

const finder = createTokenFinder();

export interface Tried {
  readonly subject: string;
  /** Of the finding; null where the rule gives none. */
  readonly reasons: readonly string[] | null;
  /** What judging was asked, where the rule could not be decided by the message alone; else empty. */
  readonly rest: string;
  /** Capabilities without which the rule cannot be decided. */
  readonly missing: readonly string[];
}

/** Each message, in date order. The error is a sentence for the user. */
export async function tryRule(
  rule: FindingRule,
  path: string,
  owners: readonly string[],
): Promise<Result<readonly Tried[], string>> {
  const folder = mkdtempSync(join(tmpdir(), "letterlock-rule-"));
  const opened = await openCase(folder, { mode: "write", registrableDomain });
  if (!opened.ok) return err(opened.error.message);
  try {
    return await tryIn(opened.value, rule, { path, owners });
  } finally {
    await opened.value.close();
    rmSync(folder, { recursive: true });
  }
}

interface Mailbox {
  readonly path: string;
  readonly owners: readonly string[];
}

async function tryIn(
  store: CaseStore,
  rule: FindingRule,
  { path, owners }: Mailbox,
): Promise<Result<readonly Tried[], string>> {
  const mailbox = createMailboxReader();
  const pictures = createPictureReader();
  const given = { list: shippedList, given: { ...NOTHING_GIVEN, pictures } };
  const reading = createReadingHere({ finder, pack: packItem, desk: new RuleDesk([rule], mailSchema), given });
  const saved = await store.saveSettings({ owners });
  const scanned = saved.ok ? await scan({ store, mailbox, reading }, { paths: [path], owners }) : saved;
  await mailbox.close();
  pictures.close();
  if (!scanned.ok) return err(scanned.error.message);
  if (scanned.value.faults > 0) return err("a message could not be analysed by our own fault; please report this");
  const judged = await judge(store, new Conditions([rule]), () => {}, { isReceiverKnown: true });
  if (!judged.ok) return err(judged.error.message);
  const tried = (await Array.fromAsync(store.messages({}))).map((stored) => triedOf(stored, rule.rule.id));
  return tried.length === 0 ? err("no message could be read from it") : ok(tried);
}

function triedOf({ record, judgement }: StoredMessage, id: string): Tried {
  return {
    subject: record.subject,
    reasons: judgement?.findings.find((finding) => finding.rule === id)?.reasons ?? null,
    rest: record.rules?.answers.find((answer) => answer.rule === id)?.rest ?? "",
    missing: record.rules?.missing ?? [],
  };
}
