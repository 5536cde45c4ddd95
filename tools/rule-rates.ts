/**
 * Runs a folder of rules over the sets of mail: how many messages each set's rules match, what stays open and why, and every fault of ours.
 * `node tools/rule-rates.ts FOLDER [--set NAME] [--every N] [--top N] [--yara DIR] [--places FILE]`.
 *
 * Each message is read as if the domain of its first recipient were the owner's, and as if nobody had written before: only what a message tells by
 * itself is measured. `--places` writes which rule matched where, for looking at by hand; it names messages, so keep it out of the project.
 */
import { existsSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readGiven } from "../src/cli/given-files.ts";
import { readRuleFiles } from "../src/cli/rule-files.ts";
import { decodeBody } from "../src/mail/body.ts";
import type { Entity } from "../src/mail/message.ts";
import { parseMessage } from "../src/mail/parse.ts";
import type { DecodedBytes } from "../src/mail/transfer.ts";
import { createMailHost, fieldOf } from "../src/mdm/host.ts";
import type { History, Knowledge, Owner } from "../src/mdm/knowledge.ts";
import { listOf } from "../src/mdm/lists/list.ts";
import type { ReadMail } from "../src/mdm/message-facts.ts";
import { mailSchema } from "../src/mdm/schema.ts";
import { patternError } from "../src/mql/patterns.ts";
import { RuleSet } from "../src/mql/rule-set.ts";
import type { Value } from "../src/mql/value.ts";
import { loadRules } from "../src/rules/load-rules.ts";
import { type MailSet, mailSets, messagesOf } from "./signal-sets.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    set: { type: "string", multiple: true },
    every: { type: "string", default: "1" },
    top: { type: "string", default: "10" },
    yara: { type: "string", multiple: true },
    places: { type: "string" },
  },
});

const nobody = listOf([]);
const noHistory: History = {
  profile: () => ({
    ...{ received: 0, receivedDays: 0, addresses: 0, sent: 0, firstReceived: null, lastReceived: null },
    ...{ firstSent: null, firstUnasked: null, lastSent: null, anyHostile: false, anyHarmless: false },
  }),
  ...{ recipients: nobody, recipientDomains: nobody, senders: nobody, senderDomains: nobody },
};

function readMail(bytes: Uint8Array): ReadMail {
  const message = parseMessage(bytes);
  const leaves = message.entities.filter(({ children }) => children.length === 0);
  const bodies = new Map<Entity, DecodedBytes>(leaves.map((entity) => [entity, decodeBody(message, entity)]));
  return { message, bodies, readings: new Map() };
}

/** The domain of the first recipient who is not at the sender's. */
function ownerOf(mail: ReadMail): Owner {
  const { root } = createMailHost(mail, { owner: null, history: null, list: () => nobody }, null);
  const domainAt = (mailbox: Value) => fieldOf(fieldOf(fieldOf(mailbox, "email"), "domain"), "domain");
  const from = domainAt(fieldOf(root, "sender"));
  const to = ["to", "cc"].flatMap((key) => {
    const mailboxes = fieldOf(fieldOf(root, "recipients"), key);
    return Array.isArray(mailboxes) ? mailboxes.map((one: Value) => domainAt(one)) : [];
  });
  const domain = to.find((one) => typeof one === "string" && one !== "" && one !== from);
  return { addresses: [], domains: [typeof domain === "string" ? domain : "owner.invalid"], vips: [] };
}

interface Counts {
  messages: number;
  matched: number;
  readonly byRule: Map<number, number>;
  readonly reasons: Map<string, number>;
}

const add = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1);
const percent = (part: number, of: number) => `${((100 * part) / Math.max(1, of)).toFixed(2)} %`;

const [folder = ""] = positionals;
const every = Math.max(1, Number(values.every));
if (folder === "" || !existsSync(folder)) {
  console.log("skipped: name a folder of rule files");
} else {
  const files = readRuleFiles([folder]);
  const loaded = loadRules(files.ok ? files.value : [], { schema: mailSchema, problemOf: patternError });
  const rules = loaded.ready.filter(({ rule }) => rule.kind !== "query");
  const given = await readGiven({ lists: [], whois: null, yara: values.yara ?? [] });
  if (!given.ok) throw new Error(given.error);
  const { list, given: local } = given.value;
  const all = new RuleSet(
    rules.map(({ checked }) => checked),
    mailSchema,
  );
  const places: string[] = [];

  const ask = (bytes: Uint8Array, path: string, counts: Counts): void => {
    const mail = readMail(bytes);
    const knowledge: Knowledge = { owner: ownerOf(mail), history: noHistory, list, given: local };
    let isMatched = false;
    counts.messages += 1;
    for (const { rule, isMatch, reasons } of all.run(createMailHost(mail, knowledge, null))) {
      if (isMatch) {
        isMatched = true;
        add(counts.byRule, rule);
        places.push(`match\t${rules[rule]?.rule.path}\t${path}`);
      }
      for (const reason of reasons) {
        add(counts.reasons, reason);
        if (/^(?:error|limit)/.test(reason)) places.push(`${reason}\t${rules[rule]?.rule.path}\t${path}`);
      }
    }
    counts.matched += isMatched ? 1 : 0;
  };

  const tell = (set: MailSet, { messages, matched, byRule, reasons }: Counts): void => {
    console.log(`\n${set.name}: ${messages} messages, ${matched} matched by some rule (${percent(matched, messages)})`);
    const sorted = <K>(counts: Map<K, number>) => [...counts].sort((a, b) => b[1] - a[1]);
    for (const [rule, count] of sorted(byRule).slice(0, Number(values.top))) {
      console.log(`  ${percent(count, messages).padStart(9)}  ${rules[rule]?.rule.name ?? ""}`);
    }
    const open = sorted(reasons).map(([reason, count]) => `${reason} ${(count / messages).toFixed(2)}`);
    console.log(`  rules open a message by reason: ${open.join(", ")}`);
  };

  for (const set of mailSets) {
    if (values.set !== undefined && !values.set.includes(set.name)) continue;
    const counts: Counts = { messages: 0, matched: 0, byRule: new Map(), reasons: new Map() };
    let seen = 0;
    for (const { bytes, path } of messagesOf(set)) {
      if (seen++ % every === 0) ask(bytes, `${set.set}/${path}`, counts);
    }
    tell(set, counts);
  }
  if (values.places !== undefined) writeFileSync(values.places, `${places.join("\n")}\n`);
}
