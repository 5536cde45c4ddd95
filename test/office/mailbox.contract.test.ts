import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { type OfficeFile, officeMailbox, officeMails, officeOwners, officeTruth } from "./mailbox.ts";
import { headerOf, type OpenedMessage, openFile, unquoted } from "./open-files.ts";

const files: readonly OfficeFile[] = [...officeMailbox()];
const opened: readonly OpenedMessage[] = files.flatMap(openFile);
const truth = officeTruth();
const byId = Map.groupBy(opened, ({ octets }) => headerOf(octets, "Message-ID"));

function digest(all: readonly OfficeFile[]): string {
  const hash = createHash("sha256");
  for (const { path, bytes } of all) hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  return hash.digest("hex");
}

function received(messageId: string, reader: string): OpenedMessage {
  const copies = (byId.get(messageId) ?? []).filter(({ octets }) => headerOf(octets, "Delivered-To") === reader);
  const [copy] = copies;
  assert.ok(copy !== undefined && copies.length === 1, `${copies.length} copies of ${messageId} for ${reader}`);
  return copy;
}

describe("the sample mailbox", () => {
  test("is the same on every run", () => {
    assert.equal(digest([...officeMailbox()]), digest(files));
  });

  test("has about 2,400 messages in all containers, in at most 15 MB", () => {
    assert.equal(opened.length, truth.messages);
    assert.ok(truth.messages > 2300 && truth.messages < 2550, `${truth.messages} messages`);
    const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
    assert.ok(bytes > 5_000_000 && bytes < 15_000_000, `${bytes} bytes`);
  });

  test("shows every form in which mail is handed over", () => {
    const forms = [
      /^member\/cur\/.*:2,[A-Z]*S/,
      /^member\/new\/[^:]+$/,
      /^member\/\.Sent\/cur\//,
      /^member\/\.Sent\/new\//,
    ];
    const more = [/^chief-of-staff\.mbox$/, /^press\/press-2016-2021\.mbox\.gz$/, /^scheduler\/2016\/inbox\/.*\.eml$/];
    for (const form of [...forms, ...more, /^adviser\.zip$/, /^member-personal\.mbox$/, /^README\.txt$/]) {
      assert.ok(
        files.some(({ path }) => form.test(path)),
        String(form),
      );
    }
  });

  test("paths are relative, distinct and safe", () => {
    assert.equal(new Set(files.map(({ path }) => path)).size, files.length);
    for (const { path } of files) assert.match(path, /^(?!\/)(?!.*\.\.)[A-Za-z0-9.,:=/_-]+$/);
  });

  test("mail spans 2016-01 to 2021-12", () => {
    const times = officeMails().map((mail) => mail.at);
    assert.equal(new Date(Math.min(...times)).toISOString().slice(0, 7), "2016-01");
    assert.equal(new Date(Math.max(...times)).toISOString().slice(0, 7), "2021-12");
  });

  test("only the stated duplicates lie there twice", () => {
    assert.equal(opened.length - new Set(opened.map(({ octets }) => octets)).size, truth.duplicates);
  });

  test("every ordinary message has the fields that mail has", () => {
    const odd = new Set(truth.oddities.map(({ messageId }) => messageId));
    for (const { octets } of opened) {
      if (odd.has(headerOf(octets, "Message-ID"))) continue;
      for (const name of ["Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type"]) {
        assert.notEqual(headerOf(octets, name), "", `${name} of\n${octets.slice(0, 600)}`);
      }
      for (const line of octets.split("\n")) assert.ok(line.length <= 998, "line of over 998 octets");
    }
  });

  test("the owners are five people at work and one at home", () => {
    assert.equal(officeOwners.filter((address) => address.endsWith("@parliament.example")).length, 5);
    assert.equal(officeOwners.filter((address) => address.endsWith("@mail.example")).length, 1);
    for (const address of officeOwners) assert.equal(address, address.toLowerCase());
  });
});

describe("the planted campaign", () => {
  const { messages, senderDomain, forwards } = truth.campaign;

  test("is 17 messages to 3 readers in three waves", () => {
    assert.equal(messages.length, 17);
    assert.equal(new Set(messages.map(({ reader }) => reader)).size, 3);
    assert.deepEqual(
      [1, 2, 3].map((wave) => messages.filter((one) => one.wave === wave).length),
      [6, 5, 6],
    );
    assert.equal(new Set(messages.map(({ messageId }) => messageId)).size, 17);
    for (const { reader } of messages) assert.ok(officeOwners.includes(reader));
  });

  test("every message lies in its reader's mailbox, read or unread as said, between 2021-01-19 and 2021-02-04", () => {
    for (const { messageId, reader, opened: seen } of messages) {
      const copy = received(messageId, reader);
      assert.equal(copy.seen, seen, `${messageId} for ${reader}`);
      const day = new Date(headerOf(copy.octets, "Date")).toISOString().slice(0, 10);
      assert.ok(day >= "2021-01-19" && day <= "2021-02-04", day);
    }
    assert.equal(new Set(messages.filter((one) => one.opened).map(({ reader }) => reader)).size, 2);
  });

  test("tokens stand in the loads, differ by reader and hold within a wave", () => {
    for (const { messageId, reader, token } of messages) {
      const loads = unquoted(received(messageId, reader).octets).match(/<img[^>]*>|url\([^)]*\)/g) ?? [];
      assert.ok(
        loads.some((load) => load.includes(token)),
        `${token} in ${messageId}`,
      );
      const others = messages.filter((one) => one.reader !== reader).map((one) => one.token);
      for (const other of others) assert.ok(!loads.some((load) => load.includes(other)), `${other} in ${messageId}`);
    }
    for (const group of Map.groupBy(messages, ({ wave, reader }) => `${wave} ${reader}`).values()) {
      assert.equal(new Set(group.map(({ token }) => token)).size, 1);
    }
    assert.equal(new Set(messages.map(({ token }) => token)).size, 9);
  });

  test("wave 2 carries the address itself", () => {
    for (const { reader, token } of messages.filter(({ wave }) => wave === 2)) {
      assert.equal(Buffer.from(token, "base64url").toString(), reader);
    }
  });

  test("copies of one lure show the same text", () => {
    for (const group of Map.groupBy(messages, ({ article }) => article).values()) {
      const shown = group.map(({ messageId, reader }) =>
        unquoted(received(messageId, reader).octets)
          .replace(/^[\s\S]*?<html>/, "")
          .replace(/<[^>]*>|--.*--/g, "")
          .trim(),
      );
      assert.equal(new Set(shown).size, 1);
    }
  });

  test("passes authentication, comes from a new domain and offers no way out", () => {
    for (const { messageId, reader } of messages) {
      const { octets } = received(messageId, reader);
      assert.match(headerOf(octets, "From"), new RegExp(`@${senderDomain}>$`));
      assert.match(headerOf(octets, "Authentication-Results"), /dkim=pass.*spf=pass.*dmarc=pass/);
      assert.equal(headerOf(octets, "List-Unsubscribe"), "");
      assert.doesNotMatch(unquoted(octets), /unsubscribe|preferences\./i);
    }
    const before = opened.filter(({ octets }) => new Date(headerOf(octets, "Date")) < new Date("2021-01-19T00:00:00Z"));
    assert.ok(before.length > 1500);
    assert.ok(!before.some(({ octets }) => octets.includes(senderDomain)));
  });

  test("wave 3 uses the service of honest newsletters", () => {
    for (const { messageId, reader } of messages.filter(({ wave }) => wave === 3)) {
      assert.match(unquoted(received(messageId, reader).octets), /<img src="https:\/\/track\.mailwing\.example\//);
    }
    assert.ok(truth.commercialSenders.filter(({ service }) => service === "Mailwing").length >= 2);
  });

  test("one message was passed on, with its reader's token", () => {
    const [forward, ...more] = forwards;
    assert.ok(forward !== undefined && more.length === 0);
    const source = messages.find(({ messageId }) => messageId === forward.forwards);
    assert.ok(source !== undefined);
    const copy = (byId.get(forward.messageId) ?? []).find(({ mailbox }) => mailbox === "press");
    assert.ok(copy !== undefined && unquoted(copy.octets).includes(source.token));
  });
});

describe("what surrounds the campaign", () => {
  test("two lone mails: a receipt to a third domain and an image on a file share", () => {
    const found = truth.lone.map(({ messageId, reader }) => received(messageId, reader).octets);
    assert.deepEqual(truth.lone.map(({ vector }) => vector).sort(), ["RL-31", "RL-40"]);
    const receipt = found.find((octets) => headerOf(octets, "Disposition-Notification-To") !== "");
    assert.match(receipt ?? "", /^Disposition-Notification-To: <[^@]+@reading-desk\.test>$/m);
    assert.ok(found.some((octets) => unquoted(octets).includes('src="file://203.0.113.77/')));
    assert.ok(found.some((octets) => unquoted(octets).includes('src="\\\\files.harbour-forum.test\\')));
  });

  test("commercial senders have years of history, a way out, aligned passes and one token a reader", () => {
    for (const { domain, messages } of truth.commercialSenders) {
      const mails = opened.filter(
        ({ octets }) => headerOf(octets, "From").endsWith(`@${domain}>`) && headerOf(octets, "List-Unsubscribe") !== "",
      );
      assert.equal(mails.length, messages, domain);
      const years = new Set(mails.map(({ octets }) => new Date(headerOf(octets, "Date")).getUTCFullYear()));
      assert.equal(years.size, 6, domain);
      for (const { octets } of mails) {
        assert.match(
          headerOf(octets, "Authentication-Results"),
          new RegExp(`dkim=pass header\\.d=${domain}.*dmarc=pass`),
        );
        assert.match(unquoted(octets), /<a href="https:\/\/preferences\./);
      }
    }
  });

  test("every class of look-alike that is planted has its mail", () => {
    const planned = [
      "LK-01",
      "LK-02",
      "LK-03",
      "LK-04",
      "LK-05",
      "LK-06",
      "LK-07",
      "LK-08",
      "LK-09",
      "LK-12",
      "LK-16",
      "LK-17",
    ];
    assert.deepEqual([...truth.lookAlikes.keys()].sort(), planned);
    for (const ids of truth.lookAlikes.values()) for (const id of ids) assert.ok(byId.has(id), id);
  });

  test("some ordinary mail is broken", () => {
    const kinds = new Set(truth.oddities.map(({ oddity }) => oddity));
    assert.ok(kinds.size >= 12);
    for (const { messageId } of truth.oddities) assert.equal(byId.get(messageId)?.length, 1, messageId);
  });
});
