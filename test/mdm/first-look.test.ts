/** One plain message, and what the most read fields are of it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { at, hostOf } from "../support/model.ts";

const letter = [
  "Received: from mail.example.net (mail.example.net [192.0.2.7]) by mx.example.org (Postfix) with ESMTPS id 4ABC",
  " for <lin@example.org>; Mon, 25 Mar 2024 10:20:30 +0200",
  "Authentication-Results: mx.example.org; spf=pass smtp.mailfrom=ada@example.net; dmarc=pass (p=REJECT) header.from=example.net",
  "From: =?utf-8?q?Ada_Ex=C3=A4mple?= <Ada@Example.NET>",
  "To: Lin <lin@example.org>",
  "Subject: [External] Re: The plan",
  "Date: Mon, 25 Mar 2024 10:20:00 -0430",
  "MIME-Version: 1.0",
  'Content-Type: text/html; charset="utf-8"',
  "",
  '<p>Dear Lin,</p><p>see <a href="https://news.example.com/a/b?x=1&amp;y=%C3%A4#top">this page</a>.</p>',
];

// biome-ignore format: a table reads by column
const cases: readonly (readonly [path: string, value: unknown])[] = [
  ["sender.display_name",                          "Ada Exämple"],
  ["sender.email.email",                           "Ada@example.net"],
  ["sender.email.local_part",                      "Ada"],
  ["sender.email.domain.root_domain",              "example.net"],
  ["recipients.to[0].email.email",                 "lin@example.org"],
  ["recipients.cc",                                []],
  ["subject.subject",                              "[External] Re: The plan"],
  ["subject.base",                                 "The plan"],
  ["subject.tags",                                 ["External"]],
  ["subject.is_reply",                             true],
  ["headers.auth_summary.dmarc.pass",              true],
  ["headers.auth_summary.dmarc.details.policy",    "reject"],
  ["headers.auth_summary.spf.details.designator",  "ada@example.net"],
  ["headers.date_original_offset",                 "-4.5"],
  ["headers.hops[0].received.server.raw",          "mx.example.org"],
  ["headers.ips[0].ip",                            "192.0.2.7"],
  ["body.html.display_text",                       "Dear Lin,\nsee this page."],
  ["body.current_thread.text",                     "Dear Lin,\nsee this page."],
  ["body.links[0].display_text",                   "this page"],
  ["body.links[0].href_url.domain.root_domain",    "example.com"],
  ["body.links[0].href_url.path",                  "/a/b"],
  ["body.links[0].href_url.query_params",          "x=1&y=%C3%A4"],
  ["body.links[0].href_url.query_params_decoded",  { x: ["1"], y: ["ä"] }],
  ["body.links[0].href_url.fragment",              "top"],
  ["body.plain",                                   null],
  ["attachments",                                  []],
  ["type.inbound",                                 { undetermined: ["list.org"] }],
];

for (const [path, value] of cases) {
  test(path, () => assert.deepEqual(at(hostOf(letter), path), value));
}
