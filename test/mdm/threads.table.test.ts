/**
 * `body.current_thread.text` and what is quoted: the sender's words whole, other people's left out. The same letters as plain text and in
 * the HTML of the large mail programs.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { at, hostOf } from "../support/model.ts";

interface Expected {
  readonly text: string;
  /** Of the quoted messages, the latest first. */
  readonly previous?: readonly string[];
}

function check(
  name: string,
  lines: readonly string[],
  type: "plain" | "html",
  { text, previous = [] }: Expected,
): void {
  test(name, () => {
    const host = hostOf([
      "From: ada@example.org",
      "Subject: Re: plan",
      `Content-Type: text/${type}; charset=utf-8`,
      "",
      ...lines,
    ]);
    assert.equal(at(host, "body.current_thread.text"), text);
    const threads = at(host, "body.previous_threads") as readonly unknown[];
    assert.deepEqual(
      threads.map((_, index) => at(host, `body.previous_threads[${index}].text`)),
      previous,
    );
  });
}

describe("plain text", () => {
  check("nothing quoted", ["Dear Lin,", "", "all is well.", "Ada"], "plain", {
    text: "Dear Lin,\n\nall is well.\nAda",
  });
  check(
    "an attribution and marks",
    ["Yes.", "", "On Mon, 25 Mar 2024 at 10:20, Lin Example <lin@example.org> wrote:", "> Shall we?", "> Lin"],
    "plain",
    { text: "Yes.", previous: ["Shall we?\nLin"] },
  );
  check(
    "an answer below the quote",
    ["On 25.03.2024 10:20, Lin Example wrote:", "> Shall we?", "", "Yes.", "Ada"],
    "plain",
    { text: "Yes.\nAda", previous: ["Shall we?"] },
  );
  check(
    "answers between the lines",
    ["On 25.03.2024 10:20, Lin Example wrote:", "> One?", "Yes.", "> Two?", "No."],
    "plain",
    { text: "Yes.\nNo.", previous: ["One?\nTwo?"] },
  );
  check(
    "Outlook's head block",
    [
      "Yes.",
      "",
      "From: Lin Example <lin@example.org>",
      "Sent: Monday, 25 March 2024 10:20",
      "To: Ada <ada@example.org>",
      "Subject: plan",
      "",
      "Shall we?",
    ],
    "plain",
    { text: "Yes.", previous: ["Shall we?"] },
  );
  check(
    "an original message in German",
    [
      "Ja.",
      "",
      "-----Ursprüngliche Nachricht-----",
      "Von: Lin Example <lin@example.org>",
      "Gesendet: Montag, 25. März 2024 10:20",
      "An: Ada",
      "Betreff: Plan",
      "",
      "Wollen wir?",
    ],
    "plain",
    { text: "Ja.", previous: ["Wollen wir?"] },
  );
  check(
    "a forward without a word of one's own",
    [
      "---------- Forwarded message ---------",
      "From: Lin Example <lin@example.org>",
      "Date: Mon, 25 Mar 2024 at 10:20",
      "Subject: plan",
      "To: Ada <ada@example.org>",
      "",
      "Shall we?",
    ],
    "plain",
    { text: "", previous: ["Shall we?"] },
  );
  check(
    "two messages below each other",
    [
      ...[
        "Yes.",
        "",
        "From: Lin Example <lin@example.org>",
        "Sent: Tuesday, 26 March 2024 10:20",
        "To: Ada",
        "Subject: Re: plan",
        "",
        "And?",
        "",
      ],
      ...[
        "From: Ada <ada@example.org>",
        "Sent: Monday, 25 March 2024 10:20",
        "To: Lin",
        "Subject: plan",
        "",
        "Shall we?",
      ],
    ],
    "plain",
    { text: "Yes.", previous: ["And?", "Shall we?"] },
  );
  check(
    "quotes in quotes",
    ["Yes.", "On 26.03.2024 10:20, Lin Example wrote:", "> And?", "> On 25.03.2024 10:20, Ada wrote:", ">> Shall we?"],
    "plain",
    { text: "Yes.", previous: ["And?", "Shall we?"] },
  );
  check(
    "zero-width and other invisible characters are dropped",
    ["Pay\u200bPal pass\u00adword\ufeff", "a\u00a0b"],
    "plain",
    {
      text: "PayPal password\na b",
    },
  );
  check("a signature is the sender's own", ["Yes.", "-- ", "Ada Example", "+1 555 0100"], "plain", {
    text: "Yes.\n-- \nAda Example\n+1 555 0100",
  });
});

describe("text that nothing says is quoted stays the sender's", () => {
  const stays = (name: string, lines: readonly string[], text: string) =>
    test(name, () => {
      const host = hostOf(["From: ada@example.org", "Subject: plan", "", ...lines]);
      assert.equal(at(host, "body.current_thread.text"), text);
      assert.deepEqual(at(host, "body.previous_threads"), []);
    });
  stays("one marked line in a message that answers none", ["Enter:", "> run", "Thanks"], "Enter:\n> run\nThanks");
  stays(
    "a whole message in marks",
    ["> Your account is locked.", "> Sign in."],
    "> Your account is locked.\n> Sign in.",
  );
  stays("one label is no head block", ["From: the team", "Dear all,"], "From: the team\nDear all,");
  stays("a sentence that ends in wrote:", ["This is what she wrote:", "nothing."], "This is what she wrote:\nnothing.");
});

describe("HTML", () => {
  check(
    "hidden text is dropped",
    ['<p>Dear Lin</p><div style="display:none">invoice</div><p style="font-size:0">salt</p><p>bye</p>'],
    "html",
    {
      text: "Dear Lin\nbye",
    },
  );
  check(
    "hidden by a class",
    ["<style>.x{visibility:hidden}</style><p>Dear Lin<span class=x> invoice</span></p>"],
    "html",
    {
      text: "Dear Lin",
    },
  );
  check("zero-width characters and entities", ["<p>Pay&#8203;Pal&nbsp;pass&shy;word</p>"], "html", {
    text: "PayPal password",
  });
  check(
    "Gmail",
    [
      '<div dir="ltr">Yes.</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Mon, 25 Mar 2024 at 10:20, Lin &lt;<a href="mailto:lin@example.org">lin@example.org</a>&gt; wrote:<br></div>',
      '<blockquote class="gmail_quote" style="margin:0 0 0 .8ex"><div>Shall we?</div></blockquote></div>',
    ],
    "html",
    { text: "Yes.", previous: ["Shall we?"] },
  );
  check(
    "Gmail in a language that no list of words knows",
    [
      '<div dir="ltr">Yes.</div><br><div class="gmail_quote"><div class="gmail_attr">Xx 25 yyy Lin zzzz<br></div>',
      '<blockquote class="gmail_quote"><div>Shall we?<br>Lin</div></blockquote></div>',
    ],
    "html",
    { text: "Yes.", previous: ["Xx 25 yyy Lin zzzz\nShall we?\nLin"] },
  );
  check(
    "Thunderbird, an answer below",
    [
      '<div class="moz-cite-prefix">On 25.03.2024 10:20, Lin Example wrote:<br></div>',
      '<blockquote type="cite" cite="mid:1@example.org"><p>Shall we?</p></blockquote><p>Yes.</p>',
    ],
    "html",
    { text: "Yes.", previous: ["Shall we?"] },
  );
  check(
    "Apple Mail",
    [
      '<div>Yes.</div><div><br><blockquote type="cite"><div>On 25 Mar 2024, at 10:20, Lin Example &lt;lin@example.org&gt; wrote:</div><br>',
      "<div>Shall we?</div></blockquote></div>",
    ],
    "html",
    { text: "Yes.", previous: ["Shall we?"] },
  );
  check(
    "Outlook",
    [
      "<p>Yes.</p><div id=divRplyFwdMsg><hr><p><b>From:</b> Lin Example &lt;lin@example.org&gt;<br><b>Sent:</b> Monday, 25 March 2024 10:20<br>",
      "<b>To:</b> Ada<br><b>Subject:</b> plan</p></div><p>Shall we?</p>",
    ],
    "html",
    { text: "Yes.", previous: ["Shall we?"] },
  );
  check(
    "a block quote of the writer's own",
    ["<p>As they say:</p><blockquote>Haste makes waste.</blockquote><p>Ada</p>"],
    "html",
    {
      text: "As they say:\nHaste makes waste.\nAda",
    },
  );
  check(
    "a whole message that claims to be quoted",
    ['<blockquote type="cite"><p>Your account is locked.</p><p>Sign in.</p></blockquote>'],
    "html",
    {
      text: "Your account is locked.\nSign in.",
    },
  );
});

describe("links go with the text they stand in", () => {
  const html = [
    '<p>See <a href="https://own.example.com/">this</a>.</p><div class="gmail_quote"><div class="gmail_attr">On Mon, 25 Mar 2024 at 10:20, Lin &lt;lin@example.org&gt; wrote:</div>',
    '<blockquote class="gmail_quote">Old: <a href="https://old.example.com/">that</a></blockquote></div>',
  ];
  const host = hostOf(["Subject: Re: x", "Content-Type: text/html", "", ...html]);
  test("the sender's", () => {
    assert.deepEqual(at(host, "body.current_thread.links"), ["<Link>"]);
    assert.equal(at(host, "body.current_thread.links[0].href_url.url"), "https://own.example.com/");
  });
  test("of the quoted message", () => {
    assert.deepEqual(at(host, "body.previous_threads[0].links"), ["<Link>"]);
    assert.equal(at(host, "body.previous_threads[0].links[0].href_url.url"), "https://old.example.com/");
  });
  test("all of them together", () => assert.deepEqual(at(host, "body.links"), ["<Link>", "<Link>"]));
});

describe("what the lines above a quote say", () => {
  const host = hostOf([
    ...["Subject: Re: x", "", "Yes.", "", "From: Lin Example <lin@example.org>", "Sent: Monday, 25 March 2024 10:20"],
    ...[
      "To: Ada <ada@example.org>; Bo <bo@example.net>",
      "Cc: Cy <cy@example.net>",
      "Subject: Fwd: plan",
      "",
      "Shall we?",
    ],
  ]);
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [path: string, value: unknown])[] = [
    ["sender.display_name",             "Lin Example"],
    ["sender.email.email",              "lin@example.org"],
    ["recipients.to[1].email.email",    "bo@example.net"],
    ["recipients.cc[0].display_name",   "Cy"],
    ["subject.subject",                 "Fwd: plan"],
    ["subject.is_forward",              true],
    ["date",                            Date.UTC(2024, 2, 25, 10, 20)],
    ["index",                           0],
  ];
  for (const [path, value] of cases) {
    test(path, () => assert.equal(at(host, `body.previous_threads[0].${path}`), value));
  }
  test("a line with a name and an address", () => {
    const reply = hostOf([
      "",
      "Yes.",
      "On Mon, 25 Mar 2024 at 10:20, Lin Example <lin@example.org> wrote:",
      "> Shall we?",
    ]);
    assert.equal(at(reply, "body.previous_threads[0].sender.email.email"), "lin@example.org");
    assert.equal(at(reply, "body.previous_threads[0].sender.display_name"), "Lin Example");
  });
});

describe("banners", () => {
  const text = (lines: readonly string[]) => at(hostOf(["Subject: x", "", ...lines]), "body.current_thread.text");
  test("a gateway's warning is no text of the sender", () => {
    const lines = [
      "CAUTION: This email originated from outside of the organization. Do not click links or open attachments unless you recognize the sender.",
      "",
      "Dear Lin",
    ];
    assert.equal(text(lines), "Dear Lin");
    assert.equal(at(hostOf(["Subject: x", "", ...lines]), "body.current_thread.banners[0].text"), lines[0]);
  });
  test("a warning of the sender's own with more in it stays", () => {
    const line = "CAUTION: This email originated from outside. Your mailbox is full, sign in at once.";
    assert.equal(text([line, "Dear Lin"]), `${line}\nDear Lin`);
  });
});
