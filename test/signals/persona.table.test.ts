import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { newsPersona } from "../../src/signals/persona.ts";

const persona = (name: string, address: string): string | null => newsPersona([{ name, address }]);

describe("reads like a news outlet, a journalist or a think tank", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, address: string])[] = [
    ["The Harbour Herald",                "updates@harbour.example"],
    ["Morgenblatt Nachrichten",           "a@mb.example"],
    ["Diário da Costa",                   "a@costa.example"],
    ["Il Corriere del Porto",             "a@porto.example"],
    ["Hafen-Zeitung",                     "a@hz.example"],
    ["Rédaction Le Port",                 "a@leport.example"],
    ["Вечерние новости",                  "a@vn.example"],
    ["港口日报",                           "a@gk.example"],
    ["Jane Roe, correspondent",           "jane@mail.example"],
    ["World Politics News",               "bulletin@mailhub.example"],
    ["Coastal Times",                     "info@sender.example"],
    ["The Rivertown Post",                "rt@sender.example"],
    ["Asia Monitor",                      "x@sender.example"],
    ["Morning Briefing",                  "x@sender.example"],
    ["Daily World Digest",                "x@sender.example"],
    ["Institute for Foreign Policy",      "fellow@ifp.example"],
    ["Centre for Democracy and Rights",   "a@cdr.example"],
    ["Human Rights Watch Forum",          "a@hr.example"],
    ["",                                  "info@nropeannews.example"],
    ["",                                  "info@daily-tribune.example"],
    ["",                                  "info@hafenzeitung.example"],
    ["Jane Roe",                          "newsdesk@sender.example"],
    ["Redaktion",                         "redaktion@sender.example"],
    ["Acme News",                         "acme@other.example"],
    ["Acme News Online",                  "acme@other.example"],
    ["The Rivertown Sun",                 "acme@other.example"],
    ["Politics Today",                    "acme@other.example"],
  ];
  for (const [name, address] of cases) {
    test(`${name} <${address}>`, () => assert.equal(typeof persona(name, address), "string"));
  }
});

describe("does not", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, address: string])[] = [
    ["Acme Newsletter",             "newsletter@acme.example"],
    ["Acme",                        "news@acme.example"],
    ["Acme",                        "info@news.acme.example"],
    ["Acme News",                   "news@acme.example"],
    ["Acme News",                   "no-reply@mail.acme.example"],
    ["Deutsche Post",               "info@post.example"],
    ["La Poste",                    "colis@laposte.example"],
    ["Swiss Post",                  "tracking@swisspost.example"],
    ["Press Office",                "press@ministry.example"],
    ["WordPress",                   "wordpress@blog.example"],
    ["AliExpress",                  "deals@aliexpress.example"],
    ["Opening Times",               "shop@corner.example"],
    ["Wei Sun",                     "wei.sun@university.example"],
    ["Emily Post",                  "emily@mail.example"],
    ["The Sun",                     "sun@mail.example"],
    ["Get your free gift card today", "a@mail.example"],
    ["Your News",                   "a@mail.example"],
    ["Canada Post",                 "parcel@carrier.example"],
    ["Server Monitor",              "root@host.example"],
    ["Health Monitor",              "app@watch.example"],
    ["Jane Roe",                    "jane.roe@parliament.example"],
    ["Daily Deals",                 "deals@shop.example"],
    ["Security Center",             "alert@bank.example"],
    ["Policy update",               "legal@app.example"],
    ["Community College",           "office@college.example"],
    ["",                            "sometimes@sometimes.example"],
    ["",                            "a@dailydeals.example"],
    ["",                            "a@newsletter-mail.example"],
    ["",                            ""],
  ];
  for (const [name, address] of cases) {
    test(`${name} <${address}>`, () => assert.equal(persona(name, address), null));
  }
});
