/** Invented members for tests of linking: a message by what it shares with others. */
import { NO_PRINT } from "../../../src/case/empty.ts";
import type { PrintRecord } from "../../../src/case/record.ts";
import type { Member, Sighted } from "../../../src/cluster/campaigns.ts";
import { Linking } from "../../../src/cluster/linking/linking.ts";
import { memberOf as linkedOf, observablesOf } from "../../../src/cluster/linking/observables.ts";
import { observableKey, RarityBook } from "../../../src/cluster/linking/rarity.ts";
import { fromAddress, senderKey } from "../../../src/cluster/sender.ts";
import { textSketch } from "../../../src/signals/text-sketch.ts";
import { pixel, type RecordWish, recordOf } from "../../support/record.ts";

export interface MemberWish extends Omit<RecordWish, "print"> {
  /** Domain of a tracker with a token. */
  readonly tracker?: string;
  readonly account?: string;
  readonly own?: boolean;
  readonly isAligned?: boolean | null;
  readonly print?: Partial<PrintRecord>;
  readonly words?: string;
}

/** What linking knows of a message, with what it was made of. */
export type TestMember = Member & Sighted;

/** As linking has it, after a test changed what it is made of. */
export function made(sighted: Sighted): TestMember {
  return { ...sighted, ...linkedOf(sighted, NOBODYS) };
}

export function memberOf(wish: MemberWish): TestMember {
  const { tracker, account = null, own = false, isAligned = null, print, words, ...record } = wish;
  const prints: PrintRecord = { ...NO_PRINT, ...print, ...(words === undefined ? {} : { text: textSketch(words) }) };
  const loads = tracker === undefined ? [] : [pixel(`https://${tracker}/o/${wish.name}/view.gif?r=a1b2c3d4e5f6`)];
  return made({
    record: {
      ...recordOf({
        from: `desk@${wish.name}.example`,
        on: "2021-01-19",
        ...record,
        claims: { messageIdDomain: "", ...record.claims },
      }),
      print: prints,
      loads: wish.loads ?? loads,
    },
    trackerDomains: tracker === undefined ? [] : [tracker],
    account,
    isAligned,
    own,
  });
}

export const NOBODYS = (host: string): boolean => host === "bulk.example" || host === "";

/** `others`: harmless mail. */
export function rarityOf(
  others: readonly Sighted[],
  senders = 0,
  how: { readonly isOfStanding?: boolean } = {},
): RarityBook {
  const rarity = new RarityBook(others.length + senders);
  for (let n = 0; n < senders; n += 1) rarity.add([observableKey("hours", `${n}`)], `sender-${n}.example`);
  for (const member of others) {
    const keys = observablesOf(member, NOBODYS).map(({ kind, value }) => observableKey(kind, value));
    rarity.add(keys, senderKey(fromAddress(member.record)), how);
  }
  return rarity;
}

export interface Known {
  readonly others?: readonly Sighted[];
  readonly senders?: number;
  /** The others are vouched for, and no strangers. */
  readonly isOfStanding?: boolean;
  readonly decisions?: ConstructorParameters<typeof Linking>[1]["decisions"];
}

export function linkingOf(
  members: readonly TestMember[],
  { others = [], senders = 400, isOfStanding = false, decisions = [] }: Known = {},
): Linking<TestMember> {
  return new Linking(members, {
    rarity: rarityOf(others, senders, { isOfStanding }),
    decisions,
  });
}

/** Names of messages by group, sorted. */
export function groupsOf(members: readonly TestMember[], known: Known = {}): readonly (readonly string[])[] {
  return linkingOf(members, known)
    .groups()
    .map((group) => group.members.map(({ record }) => record.messageId.split("@")[0] ?? "").sort())
    .sort();
}
