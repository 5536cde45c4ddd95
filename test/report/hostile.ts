/** Hostile text for the report's tests, and models that carry it in every free field. */
import fc from "fast-check";

/** Each breaks something when it is not escaped for its place. */
export const HOSTILE: readonly string[] = [
  "<script>alert(1)</script>",
  "</title><script>alert(1)</script>",
  "</style><script>alert(1)</script>",
  "</svg><img src=x onerror=alert(1)>",
  '"><a href="javascript:alert(1)">x</a>',
  "' onmouseover='alert(1)",
  "<!-- --><iframe srcdoc='x'>",
  "]]><![CDATA[<b>",
  "&lt;b&gt;&amp;&#60;b&#62;",
  "\u001b]52;c;eA==\u0007\u001b[2J\u001b]8;;http://evil.example\u001b\\x",
  "\u009b31m\u0085\u0000\r\n\t",
  "invoice\u202efdp.exe\u2066\u200f\u061c",
  "a\u200b\u00ad\u2060\ufeff\u{e0041}b\u3164\u2800",
  "\ud800 \udfff\uffff",
  `a${"\u0301".repeat(300)}`,
  `invoice.pdf${" ".repeat(200)}.exe`,
  "⟨U+202E⟩",
  "__proto__",
  "http://evil.example/a?b=https://c.example",
  "\u05d0\u05d1 \u0634\u0643",
];

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.array(fc.constantFrom(...HOSTILE, "&", '"', "<", ">", "'", "="), { maxLength: 4 }).map((parts) => parts.join("")),
);

/** Characters that must never leave this program raw (INV-9); the line end is the caller's. */
export const UNSEEN =
  /[\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]|(?!\n)\p{Cc}/u;

/** Fields that hold one of a fixed set of words. */
const CLOSED: ReadonlySet<string> = new Set([
  "verdict",
  "trackingClass",
  "severity",
  "fires",
  "likelihood",
  "status",
  "answer",
  "ownersFrom",
  "dateFrom",
]);

/** A copy of `value` in which every free string comes from `next`, given what stood there. */
export function withStrings<T>(value: T, next: (before: string) => string): T {
  return replaced(value, next, "") as T;
}

function replaced(value: unknown, next: (before: string) => string, parent: string): unknown {
  if (typeof value === "string") return next(value);
  if (Array.isArray(value)) return value.map((item) => replaced(item, next, parent));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    const closed = CLOSED.has(key) && typeof inner === "string";
    const isWord = (key === "kind" && parent === "token") || (key === "role" && parent === "proofs");
    return [key, closed || isWord ? inner : replaced(inner, next, key)];
  });
  return Object.fromEntries(entries);
}
