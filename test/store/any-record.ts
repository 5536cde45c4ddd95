/** Arbitrary records: every field takes any value of its type, strings are any UTF-16. */
import fc from "fast-check";
import { type EpochMs, sha256Of } from "../../src/base/brand.ts";
import type { LoadRecord, MessageRecord, TokenRecord } from "../../src/case/record.ts";

/** `fc.record` makes objects without a prototype in some runs, which the store never gives back. */
function record<T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> {
  return fc.record(model, { noNullPrototype: true });
}

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.array(fc.nat(0xffff), { maxLength: 6 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom("", "\0", '"', "\ud800", "__proto__", "constructor", "+", "="),
);
const texts = fc.array(text, { maxLength: 3 });
const count = fc.nat(2 ** 40);
const span = record({ start: count, end: count });
const address = record({ name: text, address: text });
const addresses = fc.array(address, { maxLength: 3 });
const date = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -8.64e15, max: 8.64e15 }).map((ms) => ms as EpochMs),
);

const token: fc.Arbitrary<TokenRecord> = record({
  kind: fc.constantFrom("decoded", "proven", "likely", "none"),
  value: text,
  detail: text,
  address: fc.option(text),
});

const load: fc.Arbitrary<LoadRecord> = record({
  vector: fc.constantFrom("RL-01", "RL-17"),
  url: fc.oneof(text, fc.string({ minLength: 3000, maxLength: 6000 })),
  resolved: text,
  host: text,
  domain: text,
  hidden: fc.boolean(),
  why: text,
  fires: fc.constantFrom("open", "click", "receipt"),
  view: fc.constantFrom("", "loose"),
  token,
  span,
});

const claims: fc.Arbitrary<MessageRecord["claims"]> = record({
  from: addresses,
  otherFroms: fc.array(
    record({ address: text, reading: fc.constantFrom("comment" as const, "display-name" as const) }),
    {
      maxLength: 2,
    },
  ),
  sender: fc.option(address),
  replyTo: addresses,
  returnPath: text,
  dkimDomains: texts,
  listId: text,
  listUnsubscribe: texts,
  listUnsubscribePost: fc.boolean(),
  feedbackId: text,
  mailer: text,
  precedence: text,
  extensionHeaders: texts,
  messageIdDomain: text,
  autoSubmitted: text,
  isReply: fc.boolean(),
});

const content: fc.Arbitrary<MessageRecord["content"]> = record({
  unsubscribeLink: fc.boolean(),
  newsPersona: fc.option(text),
  linkHosts: texts,
  attachments: count,
  html: fc.boolean(),
  preview: text,
  textPrint: text,
});

const outlook = record({
  container: fc.constantFrom("msg", "pst"),
  fileSha256: text,
  messageClass: text,
  messageFlags: count,
});

const anyFacts = record({
  outlook: fc.option(outlook),
  piece: fc.option(record({ id: text, number: count, total: count })),
  sha256: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => sha256Of(Buffer.from(bytes).toString("hex"))),
  size: count,
  status: fc.constantFrom("ok", "partial", "unparseable"),
  problems: fc.array(fc.oneof(record({ code: text }), record({ code: text, span })), { maxLength: 3 }),
  flags: fc.array(text, { maxLength: 3 }),
  messageId: text,
  date,
  dateFrom: fc.constantFrom("date", "received", "none"),
  subject: text,
  to: addresses,
  cc: addresses,
  deliveredTo: texts,
  claims,
  auth: fc.array(record({ authservId: text, method: text, result: text, domain: text, position: count }), {
    maxLength: 2,
  }),
  loads: fc.array(load, { maxLength: 4 }),
  loadCount: count,
  content,
  rules: fc.option(
    record({
      set: text,
      answers: fc.array(
        record({
          rule: text,
          title: text,
          kind: fc.constantFrom("rule", "exclusion"),
          about: fc.constantFrom("targeting", "crime", "posture"),
          severity: fc.constantFrom("critical", "high", "medium", "low", "informational"),
          techniques: texts,
          reasons: texts,
          openQuestions: texts,
          spans: fc.array(span, { maxLength: 2 }),
          rest: text,
        }),
        { maxLength: 2 },
      ),
      undecided: count,
      missing: texts,
    }),
  ),
});

const checks: fc.Arbitrary<Required<Pick<MessageRecord, "checks">> | Record<string, never>> = fc.oneof(
  fc.constant({}),
  fc
    .array(record({ kind: fc.constantFrom("dkim", "arc", "spf", "dmarc"), outcome: text, domain: text, why: text }), {
      maxLength: 2,
    })
    .map((all) => ({ checks: all })),
);

const answers: fc.Arbitrary<Required<Pick<MessageRecord, "answers">> | Record<string, never>> = fc.oneof(
  fc.constant({}),
  texts.map((all) => ({ answers: all })),
);

const print: fc.Arbitrary<Required<Pick<MessageRecord, "print">> | Record<string, never>> = fc.oneof(
  fc.constant({}),
  record({
    header: text,
    structure: text,
    boundary: text,
    markup: text,
    tags: text,
    files: texts,
    text,
    zone: text,
    origin: text,
    helo: text,
  }).map((all) => ({ print: all })),
);

const receipt: fc.Arbitrary<Required<Pick<MessageRecord, "receipt">> | Record<string, never>> = fc.oneof(
  fc.constant({}),
  record({ original: text, disposition: text, isAutomatic: fc.boolean(), agent: text }).map((one) => ({
    receipt: one,
  })),
);

const calendar: fc.Arbitrary<{ calendarMethod?: string }> = fc.oneof(
  fc.constant({}),
  text.map((calendarMethod) => ({ calendarMethod })),
);

const below: fc.Arbitrary<{ deliveredBelow?: readonly string[] }> = fc.oneof(
  fc.constant({}),
  texts.map((all) => ({ deliveredBelow: all })),
);

const arrived: fc.Arbitrary<Required<Pick<MessageRecord, "arrived">> | Record<string, never>> = fc.oneof(
  fc.constant({}),
  date.filter((at) => at !== null).map((at) => ({ arrived: at })),
);

const received: fc.Arbitrary<{ received?: true }> = fc.constantFrom({}, { received: true });

export const anyRecord: fc.Arbitrary<MessageRecord> = fc
  .tuple(anyFacts, checks, answers, print, receipt, received, below, arrived, calendar)
  .map(([facts, known, answered, made, told, taken, beneath, at, invited]) => ({
    ...facts,
    ...known,
    ...answered,
    ...made,
    ...told,
    ...taken,
    ...beneath,
    ...at,
    ...invited,
    fidelity: facts.outlook === null ? "original" : "rebuilt",
  }));
