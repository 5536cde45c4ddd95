/**
 * How many rules of a folder end undetermined on ordinary mail: `node tools/rule-outcomes.ts FOLDER`.
 *
 *   --set NAME   of this set of `signal-sets.ts` only; may be given several times
 *   --every N    of every n-th message only (20)
 *   --rules N    so many of the rules that stay open most often, by path
 *
 * `rule-coverage.ts` reads off a rule's text what it may ask for; this asks. Every message is a stranger's first to an owner whose history is known, and
 * lists and signatures that a user may give are given and empty: rules are then cut short least often, so that what stays open is rather too much. Dates
 * of registration are not given. A rule that was never open here may be so elsewhere: mail of these sets has few attachments.
 */
import { existsSync } from "node:fs";
import { relative } from "node:path";
import { parseArgs } from "node:util";
import { readRuleFiles } from "../src/cli/rule-files.ts";
import { ProfileBook } from "../src/cluster/profiles.ts";
import { decodeBody } from "../src/mail/body.ts";
import type { Entity } from "../src/mail/message.ts";
import { parseMessage } from "../src/mail/parse.ts";
import type { DecodedBytes } from "../src/mail/transfer.ts";
import { createMailHost } from "../src/mdm/host.ts";
import type { Knowledge } from "../src/mdm/knowledge.ts";
import { listOf } from "../src/mdm/lists/list.ts";
import { shippedList } from "../src/mdm/lists/shipped.ts";
import type { ReadMail } from "../src/mdm/message-facts.ts";
import { mailSchema } from "../src/mdm/schema.ts";
import { patternError } from "../src/mql/patterns.ts";
import { RuleSet } from "../src/mql/rule-set.ts";
import { Undetermined } from "../src/mql/value.ts";
import { loadRules } from "../src/rules/load-rules.ts";
import { mailSets, messagesOf } from "./signal-sets.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    set: { type: "string", multiple: true, default: [] },
    every: { type: "string", default: "20" },
    rules: { type: "string", default: "0" },
  },
});
const every = Math.max(1, Number.parseInt(values.every, 10) || 1);

const nobody = listOf([]);
const strangers = new ProfileBook();
const known: Knowledge = {
  owner: { addresses: ["anna@office.example"], domains: ["office.example"], vips: [] },
  history: {
    profile: (key) => strangers.of(key),
    ...{ recipients: nobody, recipientDomains: nobody, senders: nobody, senderDomains: nobody },
  },
  list: (name) => {
    const list = shippedList(name);
    return list instanceof Undetermined ? nobody : list;
  },
  given: { signatures: { matches: () => [] }, registration: () => null },
};

function mailOf(bytes: Uint8Array): ReadMail {
  const message = parseMessage(bytes);
  const bodies = new Map<Entity, DecodedBytes>();
  for (const entity of message.entities) {
    if (entity.children.length === 0) bodies.set(entity, decodeBody(message, entity));
  }
  return { message, bodies, readings: new Map() };
}

const [folder = ""] = positionals;
if (folder === "" || !existsSync(folder)) {
  console.log("skipped: name a folder of rule files");
} else {
  const files = readRuleFiles([folder]);
  const { ready } = loadRules(files.ok ? files.value : [], { schema: mailSchema, problemOf: patternError });
  const rules = ready
    .map((rule) => ({ path: relative(folder, rule.rule.path), rule }))
    .filter(({ rule }) => rule.rule.kind === "rule");
  const set = new RuleSet(
    rules.map(({ rule }) => rule.checked),
    mailSchema,
  );
  const openOn = new Map<number, number>();
  const waiting = new Map<string, Set<number>>();
  let messages = 0;
  let open = 0;
  console.log(
    "| set | messages | rules never open | share | open for each message |\n| --- | ---: | ---: | ---: | ---: |",
  );
  for (const one of mailSets.filter(({ name }) => values.set.length === 0 || values.set.includes(name))) {
    const openHere = new Set<number>();
    let seen = 0;
    let asked = 0;
    let openSum = 0;
    for (const { bytes } of messagesOf(one)) {
      if (seen++ % every !== 0) continue;
      asked += 1;
      for (const { rule, isMatch, reasons } of set.run(createMailHost(mailOf(bytes), known, null))) {
        if (isMatch) continue;
        openSum += 1;
        openHere.add(rule);
        openOn.set(rule, (openOn.get(rule) ?? 0) + 1);
        for (const reason of reasons) waiting.set(reason, (waiting.get(reason) ?? new Set()).add(rule));
      }
    }
    if (asked === 0) continue;
    messages += asked;
    open += openSum;
    print(one.name, asked, openHere.size, openSum);
  }
  print("all", messages, openOn.size, open);
  console.log("\n| waits for | rules |\n| --- | ---: |");
  for (const [reason, of] of [...waiting].sort((a, b) => b[1].size - a[1].size))
    console.log(`| ${reason} | ${of.size} |`);
  const most = [...openOn].sort((a, b) => b[1] - a[1]).slice(0, Number.parseInt(values.rules, 10) || 0);
  for (const [rule, count] of most) console.log(`${count} ${rules[rule]?.path ?? ""}`);

  function print(name: string, asked: number, openRules: number, openSum: number): void {
    const never = rules.length - openRules;
    const share = ((100 * never) / Math.max(1, rules.length)).toFixed(1);
    console.log(
      `| ${name} | ${asked} | ${never} of ${rules.length} | ${share} % | ${(openSum / Math.max(1, asked)).toFixed(1)} |`,
    );
  }
}
