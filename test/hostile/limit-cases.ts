/** All limits: rows that are run at and around them, and those that are tested elsewhere. */
import type { LimitCase, LimitName } from "./limit-case.ts";
import { claimLimits } from "./limit-rows-claims.ts";
import { mailLimits } from "./limit-rows-mail.ts";
import { mailboxLimits } from "./limit-rows-mailbox.ts";
import { outlookLimits } from "./limit-rows-outlook.ts";
import { partLimits } from "./limit-rows-parts.ts";
import { pstLimits } from "./limit-rows-pst.ts";
import { textLimits } from "./limit-rows-texts.ts";

export const limitCases: readonly LimitCase[] = [
  ...mailLimits,
  ...claimLimits,
  ...textLimits,
  ...outlookLimits,
  ...partLimits,
  ...pstLimits,
  ...mailboxLimits,
];

export interface TestedElsewhere {
  readonly limit: LimitName;
  readonly test: string;
  /** What the other test calls it, where that is not its own name. */
  readonly names?: string;
  /** Why no row: it needs a server or a pool, or nothing is missing beyond it. */
  readonly why: string;
}

const SERVER = "needs a mail server";
const MANY = "needs a case of many messages";
const GIVEN = "bounds what the user gives, not mail";
const RULES = "bounds rules, not mail";
const FOR_RULES = "bounds what a rule asks for: its answer is undetermined then, the record is whole";

// biome-ignore format: a table reads by column
export const testedElsewhere: readonly TestedElsewhere[] = [
  { limit: "imapLiteralBytesMax",  test: "test/mailbox/imap.attack.test.ts", names: "a literal of 4 GiB", why: SERVER },
  { limit: "imapResponseBytesMax", test: "test/mailbox/imap.attack.test.ts", names: "many literals that fill memory", why: SERVER },
  { limit: "imapLineBytesMax",     test: "test/mailbox/imap.attack.test.ts", names: "an endless line", why: SERVER },
  { limit: "imapTokensMax",        test: "test/mailbox/imap.attack.test.ts", names: "a line of a million words", why: SERVER },
  { limit: "imapCommandMsMax",     test: "test/mailbox/imap.attack.test.ts", names: "the deadline of the command ends it", why: SERVER },
  { limit: "imapFoldersMax",       test: "test/mailbox/imap.attack.test.ts", why: SERVER },
  { limit: "imapMessagesMax",      test: "test/mailbox/imap.attack.test.ts", why: SERVER },
  { limit: "imapConnectionsMax",   test: "test/cli/imap.e2e.test.ts", names: "--workers", why: "bounds what we do, not what we read" },
  { limit: "pieceNumberMax",       test: "test/pipeline/join-limits.test.ts", why: MANY },
  { limit: "piecesMax",            test: "test/pipeline/join-limits.test.ts", why: MANY },
  { limit: "joinedPerIdMax",       test: "test/cluster/piece-sets.table.test.ts", why: MANY },
  { limit: "joinedMax",            test: "test/pipeline/join-limits.test.ts", why: MANY },
  { limit: "joinedBytesMax",       test: "test/pipeline/join-limits.test.ts", why: MANY },
  { limit: "joinedTotalBytesMax",  test: "test/pipeline/join-limits.test.ts", why: MANY },
  { limit: "pieceLevelsMax",       test: "test/pipeline/join-pieces.test.ts", why: MANY },
  { limit: "messageMsMax",         test: "test/queue/pool.test.ts", why: "ended from outside, by a clock" },
  { limit: "problemsPerCodeMax",   test: "test/mail/trace.attack.test.ts", why: "the first ones are the record's, the code is told" },
  { limit: "messageIdsMax",        test: "test/mail/message-id.table.test.ts", why: "nobody asks for more than the first" },
  { limit: "linkTextCharsMax",     test: "test/html/visible-text.table.test.ts", why: "how a text is shown; the link is kept whole" },
  { limit: "labelCharsMax",        test: "test/signals/read-state.table.test.ts", why: "how a name is shown; the label is kept" },
  { limit: "dkimChecksMax",        test: "test/auth/dkim.table.test.ts", why: "not part of the ordinary reading; its own result says so" },
  { limit: "worldEventsMax",       test: "test/assessment/world-events.table.test.ts", why: "a file that the user gives, not mail" },
  { limit: "dnsAnswersMax",        test: "test/auth/dns-snapshot.table.test.ts", why: "a file that the user gives, not mail" },
  { limit: "tokenReadersMax",      test: "test/pipeline/limits.test.ts", why: "what so many know is no secret; ordinary mail has more" },
  { limit: "tokenLayersMax",       test: "test/pipeline/limits.test.ts", why: "how deep is looked; whether more is there cannot be told from chance" },
  { limit: "ruleAnswersMax",       test: "test/rules/rule-desk.table.test.ts", why: RULES },
  { limit: "ruleFileBytesMax",     test: "test/rules/rule-file.attack.test.ts", why: RULES },
  { limit: "givenFileBytesMax",    test: "test/cli/given-files.table.test.ts", why: "bounds what the user gives, not mail" },
  { limit: "rosterPeopleMax",      test: "test/people/roster-limits.test.ts", why: GIVEN },
  { limit: "rosterProblemsMax",    test: "test/people/roster-limits.test.ts", why: GIVEN },
  { limit: "rosterDepthMax",       test: "test/people/roster.table.test.ts", why: GIVEN },
  { limit: "logLineCharsMax",      test: "test/logs/log-search.table.test.ts", why: GIVEN },
  { limit: "logBytesMax",          test: "test/cli/log-files.test.ts", names: "a log larger than any", why: GIVEN },
  { limit: "logSightingsMax",      test: "test/logs/log-limits.test.ts", why: GIVEN },
  { limit: "logSightingsPerNameMax", test: "test/logs/log-search.table.test.ts", why: GIVEN },
  { limit: "ownAnswersMax",        test: "test/exposure/own-mail-limits.test.ts", why: MANY },
  { limit: "countedHostsMax",      test: "test/pipeline/people-limits.test.ts", why: MANY },
  { limit: "aliasCandidatesMax",   test: "test/people/roster-limits.test.ts", why: MANY },
  { limit: "sensitiveCharsMax",    test: "test/mdm/sensitive.table.test.ts", why: FOR_RULES },
  { limit: "sensitiveFindsMax",    test: "test/mdm/sensitive.table.test.ts", why: FOR_RULES },
  { limit: "signatureBytesMax",    test: "test/cli/given-files.table.test.ts", why: FOR_RULES },
  { limit: "signatureMatchesMax",  test: "test/cli/given-files.table.test.ts", why: FOR_RULES },
  { limit: "ruleFileDepthMax",     test: "test/rules/rule-file.attack.test.ts", why: RULES },
  { limit: "ruleProblemsMax",      test: "test/mql/parser.attack.test.ts", why: RULES },
  { limit: "ruleCharsMax",         test: "test/mql/parser.attack.test.ts", why: RULES },
  { limit: "ruleTokensMax",        test: "test/mql/parser.attack.test.ts", why: RULES },
  { limit: "ruleDepthMax",         test: "test/mql/parser.attack.test.ts", why: RULES },
  { limit: "explodeDepthMax",       test: "test/mdm/files.limits.test.ts", why: FOR_RULES },
  { limit: "explodeNodesMax",       test: "test/mdm/files.limits.test.ts", why: FOR_RULES },
  { limit: "explodeBytesMax",       test: "test/mdm/files.limits.test.ts", why: FOR_RULES },
  { limit: "explodeRatioMax",       test: "test/mdm/files.limits.test.ts", why: FOR_RULES },
  { limit: "explodeFreeBytes",      test: "test/mdm/files.limits.test.ts", why: FOR_RULES },
  { limit: "explodeTotalBytesMax",  test: "test/mdm/files.limits.test.ts", why: FOR_RULES },
  { limit: "fileTextBytesMax",      test: "test/mdm/files.limits.test.ts", why: FOR_RULES },
  { limit: "fileStringsMax",        test: "test/mdm/files.limits.test.ts", why: FOR_RULES },
  { limit: "fileFactsMax",          test: "test/mdm/files.limits.test.ts", why: FOR_RULES },
  { limit: "scriptCharsMax",        test: "test/mdm/files.limits.test.ts", why: FOR_RULES },
  { limit: "scriptWordsMax",        test: "test/mdm/files.limits.test.ts", why: FOR_RULES },
  { limit: "picturePixelsMax",      test: "test/mdm/files.limits.test.ts", why: FOR_RULES },
  { limit: "pictureTotalPixelsMax", test: "test/mdm/files.limits.test.ts", why: FOR_RULES },
  { limit: "macroBytesMax",         test: "test/mdm/files.limits.test.ts", why: FOR_RULES },
  { limit: "htmlTreeCharsMax",      test: "test/mdm/xpath.table.test.ts", why: FOR_RULES },
  { limit: "htmlTreeElementsMax",   test: "test/mdm/xpath.table.test.ts", why: FOR_RULES },
  { limit: "htmlTreeDepthMax",      test: "test/mdm/xpath.table.test.ts", why: FOR_RULES },
  { limit: "xpathStepsMax",         test: "test/mdm/xpath.table.test.ts", why: FOR_RULES },
  { limit: "xpathQueryCharsMax",    test: "test/mdm/xpath.table.test.ts", why: FOR_RULES },
  { limit: "mqlStepsMax",            test: "test/mql/evaluate.attack.test.ts", why: RULES },
  { limit: "mqlMessageStepsMax",     test: "test/mql/evaluate.attack.test.ts", why: RULES },
  { limit: "mqlMatchesMax",          test: "test/mql/evaluate.attack.test.ts", why: RULES },
  { limit: "mqlMatchStepsMax",       test: "test/mql/evaluate.attack.test.ts", why: RULES },
  { limit: "mqlPatternCharsMax",     test: "test/mql/evaluate.attack.test.ts", why: RULES },
  { limit: "mqlPatternsMax",         test: "test/mql/evaluate.attack.test.ts", why: RULES },
  { limit: "mqlLevenshteinStepsMax", test: "test/mql/evaluate.attack.test.ts", why: RULES },
  { limit: "mqlTextCharsMax",        test: "test/mql/evaluate.attack.test.ts", why: RULES },
  { limit: "csvCellsMax",           test: "test/base/csv.attack.test.ts", why: GIVEN },
  { limit: "csvCellCharsMax",       test: "test/base/csv.attack.test.ts", why: GIVEN },
  { limit: "csvProblemsMax",        test: "test/base/csv.attack.test.ts", why: GIVEN },
  { limit: "intelFileBytesMax",     test: "test/intel/read-intel.table.test.ts", why: GIVEN },
  { limit: "indicatorsMax",         test: "test/intel/read-intel.table.test.ts", why: GIVEN },
  { limit: "unusableListedMax",     test: "test/intel/read-intel.table.test.ts", why: GIVEN },
  { limit: "indicatorCharsMax",     test: "test/intel/read-intel.table.test.ts", why: GIVEN },
  { limit: "statementsMax",         test: "test/intel/ledger/statement-file.table.test.ts", why: GIVEN },
  { limit: "ledgerConflictsMax",    test: "test/intel/ledger/ledger-view.test.ts", why: GIVEN },
  { limit: "ledgerStatementsMax",   test: "test/intel/ledger/ledger-view.test.ts", why: GIVEN },
  { limit: "patternCharsMax",       test: "test/intel/pattern.table.test.ts", why: GIVEN },
  { limit: "patternDepthMax",       test: "test/intel/pattern.table.test.ts", why: GIVEN },
  { limit: "patternStepsMax",       test: "test/intel/pattern.table.test.ts", why: GIVEN },
  { limit: "patternRepeatsMax",     test: "test/intel/pattern.table.test.ts", why: GIVEN },
  { limit: "patternMessagesMax",    test: "test/pipeline/hunt.test.ts", why: MANY },
  { limit: "sightingsMax",          test: "test/pipeline/hunt.test.ts", why: MANY },
  { limit: "mqlJoinedCharsMax",     test: "test/mql/element-literals.test.ts", why: RULES },
  { limit: "mqlResidualCharsMax",   test: "test/mql/residual.property.test.ts", why: RULES },
];
