/** Every query uses the index it names: asked of the planner, on tables that it knows nothing about. */
import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { describe, test } from "node:test";
import {
  GONE_MESSAGES,
  JOINED_COUNTS,
  MESSAGE_COUNTS,
  SENDERS,
  UNFINISHED_SOURCES,
} from "../../src/store/sqlite/case-counts.ts";
import { IDS_BY_PREFIX } from "../../src/store/sqlite/case-reader.ts";
import {
  GONE_LOCATIONS_OF_MESSAGE,
  LOCATIONS_OF_MESSAGE,
  MESSAGE_BY_ID,
} from "../../src/store/sqlite/message-loader.ts";
import {
  DATED,
  JUDGED_DATED,
  JUDGED_UNDATED,
  LOOSE_DATED,
  LOOSE_UNDATED,
  OF_ADDRESS,
  OF_CAMPAIGN,
  UNDATED,
} from "../../src/store/sqlite/message-queries.ts";
import { USE_COUNTS, USES } from "../../src/store/sqlite/observable-queries.ts";
import { OUTLINE_SAMPLE, OUTLINES, PLACE_OF_WANTED, RECORD_OF, RECORDS } from "../../src/store/sqlite/passes.ts";
import { JOINED_KEYS, JOINED_WITH_PIECE, PLACES_OF_MESSAGE, RECORD_BY_ID } from "../../src/store/sqlite/pieces.ts";
import { MIGRATIONS } from "../../src/store/sqlite/schema.ts";
import { COPIES_OF_HEAD, CRLF_FORM, HEAD_OF_COPY, LF_FORM } from "../../src/store/sqlite/second-copies.ts";
import { FILE_BY_KEY, SLICES_OF_SOURCE, SOURCE_BY_PATH } from "../../src/store/sqlite/source-memory.ts";
import { ADDRESS_INDEX, HOST_INDEX } from "../../src/store/sqlite/use-index.ts";

const database = new DatabaseSync(":memory:");
for (const step of MIGRATIONS) database.exec(step);

function planOf(sql: string): string {
  const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all();
  return steps.map((step) => String(step["detail"])).join("\n");
}

describe("query plans", () => {
  // biome-ignore format: a table reads by column
  const cases: readonly (readonly [name: string, sql: string, uses: RegExp])[] = [
    ["UNDATED",        UNDATED,        /^SEARCH m USING COVERING INDEX messages_by_date \(date=\?\)/],
    ["DATED",          DATED,          /^SEARCH m USING COVERING INDEX messages_by_date \(date>\? AND date<\?\)/],
    ["JUDGED_UNDATED", JUDGED_UNDATED, /^SEARCH j USING COVERING INDEX judgements_by_date \(date=\?\)/],
    ["JUDGED_DATED",   JUDGED_DATED,   /^SEARCH j USING COVERING INDEX judgements_by_date \(date>\? AND date<\?\)/],
    ["OF_CAMPAIGN",    OF_CAMPAIGN,    /^SEARCH j USING INDEX judgements_by_campaign \(campaign=\?\)/],
    ["LOOSE_UNDATED",  LOOSE_UNDATED,  /^SEARCH j USING INDEX judgements_by_date \(date=\?\)/],
    ["LOOSE_DATED",    LOOSE_DATED,    /^SEARCH j USING INDEX judgements_by_date \(date>\? AND date<\?\)/],
    ["UNFINISHED",     UNFINISHED_SOURCES, /SEARCH l USING PRIMARY KEY \(source=\?\)/],
    ["OUTLINES",       OUTLINES,       /^SCAN m USING COVERING INDEX messages_by_date\n.*\nSEARCH second_copies USING INTEGER PRIMARY KEY.*\nSEARCH o USING INTEGER PRIMARY KEY/],
    ["OUTLINE_SAMPLE", OUTLINE_SAMPLE, /^SCAN m USING INDEX messages_by_sha256\n.*\nSEARCH second_copies USING INTEGER PRIMARY KEY.*\nSEARCH o USING INTEGER PRIMARY KEY/],
    ["RECORDS",        RECORDS,        /^SCAN messages USING INDEX messages_by_date/],
    ["IDS_BY_PREFIX",  IDS_BY_PREFIX,  /^SEARCH messages USING COVERING INDEX messages_by_sha256 \(sha256>\? AND sha256<\?\)/],
    ["MESSAGE_BY_ID",  MESSAGE_BY_ID,  /^SEARCH m USING INTEGER PRIMARY KEY[^\n]*\nSEARCH j USING INTEGER PRIMARY KEY/],
    ["LOCATIONS",      LOCATIONS_OF_MESSAGE, /^SEARCH l USING INDEX locations_by_message \(message=\?\)/],
    ["GONE_LOCATIONS", GONE_LOCATIONS_OF_MESSAGE, /^SEARCH g USING PRIMARY KEY \(message=\?\)/],
    ["MESSAGE_COUNTS", MESSAGE_COUNTS, /^SCAN messages USING COVERING INDEX messages_by_date/],
    ["GONE_MESSAGES",  GONE_MESSAGES,  /SEARCH l USING COVERING INDEX locations_by_message \(message=\?\)/],
    ["HEAD_OF_COPY",   HEAD_OF_COPY,   /^SEARCH second_copies USING INTEGER PRIMARY KEY/],
    ["COPIES_OF_HEAD", COPIES_OF_HEAD, /^SEARCH c USING COVERING INDEX second_copies_by_head \(head=\?\)\nSEARCH m USING INTEGER PRIMARY KEY/],
    ["CRLF_FORM",      CRLF_FORM,      /^SEARCH f USING COVERING INDEX line_forms_by_hash \(line_sha256=\?\)\nSEARCH m USING INTEGER PRIMARY KEY/],
    ["LF_FORM",        LF_FORM,        /^SEARCH messages USING INDEX messages_by_sha256 \(sha256=\?\)/],
    ["JOINED_COUNTS",  JOINED_COUNTS,  /SEARCH locations USING PRIMARY KEY \(source=\?\).*SEARCH c USING INTEGER PRIMARY KEY.*SEARCH c USING COVERING INDEX second_copies_by_head \(head=\?\)/s],
    ["RECORD_BY_ID",   RECORD_BY_ID,   /^SEARCH messages USING INTEGER PRIMARY KEY/],
    ["JOINED_KEYS",    JOINED_KEYS,    /^SEARCH locations USING PRIMARY KEY \(source=\?\)/],
    ["SENDERS",        SENDERS,        /^SEARCH sender_tallies USING PRIMARY KEY \(class=\?\)/],
    ["SOURCE_BY_PATH", SOURCE_BY_PATH, /^SEARCH sources USING INDEX sqlite_autoindex_sources_1 \(path=\?\)/],
    ["SLICES",         SLICES_OF_SOURCE, /^SEARCH slices USING PRIMARY KEY \(source=\?\)/],
    ["FILE_BY_KEY",    FILE_BY_KEY,    /^SEARCH locations USING PRIMARY KEY \(source=\? AND key=\?\)/],
    ["find address",   ADDRESS_INDEX.find, /^SEARCH addresses USING COVERING INDEX sqlite_autoindex_addresses_1 \(address=\?\)/],
    ["find addresses", ADDRESS_INDEX.findMany, /SEARCH k USING COVERING INDEX sqlite_autoindex_addresses_1 \(address=\?\)/],
    ["find hosts",     HOST_INDEX.findMany, /SEARCH k USING COVERING INDEX sqlite_autoindex_hosts_1 \(labels=\?\)/],
    ["find host",      HOST_INDEX.find, /^SEARCH hosts USING COVERING INDEX sqlite_autoindex_hosts_1 \(labels=\?\)/],
    ["wanted place",   PLACE_OF_WANTED, /^SEARCH messages USING INDEX messages_by_sha256 \(sha256=\?\)/],
    ["wanted record",  RECORD_OF,      /^SEARCH messages USING INTEGER PRIMARY KEY \(rowid=\?\)/],
    ["USES host",      USES.host,      /SEARCH t USING COVERING INDEX sqlite_autoindex_hosts_1 \(labels=\?\)[\s\S]*SEARCH u USING PRIMARY KEY \(host=\?\)/],
    ["USES address",   USES.address,   /SEARCH t USING COVERING INDEX sqlite_autoindex_addresses_1 \(address=\?\)[\s\S]*SEARCH u USING PRIMARY KEY \(address=\?\)/],
    ["count address",  USE_COUNTS.address, /SEARCH t USING COVERING INDEX sqlite_autoindex_addresses_1 \(address=\?\)[\s\S]*SEARCH u USING PRIMARY KEY \(address=\?\)/],
    ["remove address", ADDRESS_INDEX.removeRecent, /^SEARCH recent_address_uses USING PRIMARY KEY \(message=\?\)/],
    ["remove host",    HOST_INDEX.removeRecent, /^SEARCH recent_host_uses USING PRIMARY KEY \(message=\?\)/],
  ];
  for (const [name, sql, uses] of cases) {
    test(`${name} uses its index and sorts nothing`, () => {
      assert.match(planOf(sql), uses);
      if (name !== "GONE_MESSAGES") assert.doesNotMatch(planOf(sql), /TEMP B-TREE FOR ORDER BY|AUTOMATIC/);
    });
  }

  test("the few places of a piece, and the few joined messages with it, are found by their index and sorted", () => {
    assert.match(planOf(PLACES_OF_MESSAGE), /^SEARCH l USING INDEX locations_by_message \(message=\?\)/);
    assert.match(planOf(JOINED_WITH_PIECE), /^SEARCH l USING PRIMARY KEY \(source=\?\)/);
    assert.match(planOf(JOINED_WITH_PIECE), /SEARCH m USING INTEGER PRIMARY KEY/);
    assert.match(planOf(JOINED_WITH_PIECE), /SEARCH second_copies USING INTEGER PRIMARY KEY/);
  });

  test("OF_ADDRESS searches the index, reads the recent uses, and sorts", () => {
    const plan = planOf(OF_ADDRESS);
    assert.match(plan, /SEARCH address_uses USING PRIMARY KEY \(address=\?\)/);
    assert.match(plan, /SCAN recent_address_uses/);
    assert.match(plan, /SEARCH m USING INTEGER PRIMARY KEY/);
    assert.match(plan, /SEARCH j USING INTEGER PRIMARY KEY/);
    assert.match(plan, /USE TEMP B-TREE FOR ORDER BY/);
  });
});
