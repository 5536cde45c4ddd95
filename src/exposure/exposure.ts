/**
 * What a person's mail of interest probably gave away, on the scale of threat-facts 3 (0 to 6). Read state is evidence
 * for opening, never proof: a rule, a phone, a delegate or a migration can set it.
 */
import type { Exposure } from "../case/judgement.ts";
import { flagsOf, originsOf, originWords } from "../case/marks.ts";
import type { LocationRecord, MarkRecord, MessageRecord } from "../case/record.ts";

export interface Received {
  readonly record: MessageRecord;
  /** Where this person's copies lie. */
  readonly locations: readonly LocationRecord[];
  /** The person sent a reply to it. */
  readonly answered: boolean;
}

const NOT_REACHED: Exposure = {
  level: 0,
  likelihood: "probable",
  reasons: ["no message of interest was found for this person in what was read"],
};

/** The highest level over all messages; reasons name how many messages say so. */
export function exposureOf(received: readonly Received[]): Exposure {
  if (received.length === 0) return NOT_REACHED;
  const each = received.map(exposureOfOne);
  const level = Math.max(...each.map((exposure) => exposure.level)) as Exposure["level"];
  const worst = each.filter((exposure) => exposure.level === level);
  const likelihood = worst.some((exposure) => exposure.likelihood === "probable") ? "probable" : "possible";
  const of = `${worst.length} of ${received.length} ${received.length === 1 ? "message" : "messages"}`;
  return {
    level,
    likelihood,
    reasons: [...new Set(worst.flatMap(({ reasons }) => reasons))].map((why) => `${of}: ${why}`),
  };
}

function exposureOfOne({ record, locations, answered }: Received): Exposure {
  const marks = locations.flatMap((location) => location.marks);
  const flags = new Set(flagsOf(marks));
  if (answered || flags.has("\\Answered")) {
    return {
      level: 6,
      likelihood: "probable",
      reasons: ["answered: the reply itself gives away address, time and more"],
    };
  }
  if (!flags.has("\\Seen")) {
    return { level: 1, likelihood: "probable", reasons: [unread(marks)] };
  }
  const read = `marked as read (${originsOf(marks, "\\Seen").map(originWords).join(", ")})`;
  if (!record.loads.some(({ fires }) => fires === "open")) {
    return { level: 2, likelihood: "possible", reasons: [`${read}; nothing in it loads by itself`] };
  }
  return {
    level: 4,
    likelihood: "possible",
    reasons: [
      `${read}; if the mail program showed remote images, the sender learned network address, rough place and device`,
      ...(flags.has("$Forwarded") ? ["forwarded: further readers may have loaded it from other networks"] : []),
    ],
  };
}

/** Whoever keeps marks and sets none says unread; who keeps none says nothing. */
function unread(marks: readonly MarkRecord[]): string {
  const origins = [...new Set(marks.map(({ origin }) => originWords(origin)))];
  if (origins.length === 0) return "delivered; not marked as read, or the mailbox keeps no such mark";
  return `delivered; not marked as read (${origins.join(", ")})`;
}
