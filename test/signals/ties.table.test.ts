/** Whether anything that a mail opens belongs to who sent it. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { carriersOf, isCarriersHost, isUntied, type Opened } from "../../src/signals/ties.ts";

interface Wish {
  readonly from?: string;
  readonly name?: string;
  readonly returnPath?: string;
  readonly signed?: string;
  readonly replyTo?: string;
  readonly links?: readonly string[];
  readonly loads?: readonly string[];
}

function opened({ from = "news@firm.test", name = "", returnPath = "", signed, replyTo, links, loads }: Wish): Opened {
  return {
    claims: {
      from: [{ name, address: from }],
      returnPath,
      dkimDomains: signed === undefined ? [] : [signed],
      messageIdDomain: "",
      replyTo: replyTo === undefined ? [] : [{ name: "", address: replyTo }],
    },
    linkHosts: links ?? ["gate.elsewhere.example"],
    loadHosts: loads ?? [],
  };
}

describe("ties of what a mail opens to its sender", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, wish: Wish, untied: boolean])[] = [
    ["a link elsewhere", {}, true],
    ["no link at all", { links: [] }, false],
    ["a link at home", { links: ["www.firm.test"] }, false],
    ["one of several at home", { links: ["gate.elsewhere.example", "firm.test"] }, false],
    ["a picture at home", { loads: ["img.firm.test"] }, false],
    ["where bounces go", { returnPath: "b@elsewhere.example" }, false],
    ["a provider's own service below its free mail", { from: "refer@reply.yahoo.com", links: ["news.yahoo.com"] }, false],
    ["an address of free mail", { from: "anna@yahoo.com", links: ["news.yahoo.com"] }, true],
    ["who signed", { signed: "elsewhere.example" }, false],
    ["where answers go", { replyTo: "a@elsewhere.example" }, false],
    ["a house's second domain", { from: "news@harbour-mail.test", links: ["harbour.example"] }, false],
    ["a short name inside another by chance", { from: "news@scat.test", links: ["cat.example"] }, true],
    ["the name that is shown", { name: "Elsewhere Post", links: ["elsewhere.example"] }, false],
    ["free mail is nobody's house", { from: "elsewhere@gmail.com", links: ["gmail.com"] }, true],
    ["a service that counts clicks", { links: ["firm.us1.list-manage.com"] }, false],
  ];
  for (const [what, wish, untied] of cases) test(what, () => assert.equal(isUntied(opened(wish)), untied));

  test("no mail is untied by more links at home", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 40 }), { maxLength: 8 }), (links) => {
        assert.equal(isUntied(opened({ links: ["www.firm.test", ...links] })), false);
      }),
    );
  });
});

describe("hosts of those who carry a mail", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [what: string, wish: Wish & { readonly passed?: string }, host: string, carried: boolean])[] = [
    ["who passed a check", { passed: "carrier.test" }, "click.carrier.test", true],
    ["a name that is part of the other", { passed: "carrier-send.test" }, "t.carrier.example", true],
    ["a house's second domain", { from: "news@harbour-mail.test" }, "www.harbour.example", true],
    ["elsewhere", { passed: "carrier.test" }, "gate.elsewhere.example", false],
    ["a signature that stands there", { signed: "elsewhere.example" }, "gate.elsewhere.example", false],
    ["a return path that stands there", { returnPath: "b@elsewhere.example" }, "gate.elsewhere.example", false],
    ["where answers go", { replyTo: "a@elsewhere.example" }, "gate.elsewhere.example", false],
    ["the name that is shown", { name: "Elsewhere Post" }, "elsewhere.example", false],
    ["free mail is nobody's house", { from: "anna@gmail.com" }, "gmail.com", false],
    ["a page where anybody puts one up", { from: "a@tools.web.app", passed: "tools.web.app" }, "other.web.app", false],
  ];
  for (const [what, wish, host, carried] of cases) {
    test(what, () =>
      assert.equal(
        isCarriersHost(host, carriersOf(opened(wish).claims, wish.passed === undefined ? [] : [wish.passed])),
        carried,
      ),
    );
  }
});
