/** How to read the report, and what it cannot see. All of it our own text. */
import type { Coverage } from "../case/answer.ts";
import { type Html, html } from "./html.ts";
import { given } from "./html-blocks.ts";
import type { ReportModel } from "./model.ts";
import { packsWords, ruleGapSentences } from "./rule-words.ts";

export function methodHtml({ answer: { coverage } }: ReportModel): Html {
  return html`<p>Letterlock reads mail as bytes, states facts about each message, compares messages, and judges from that. It opened nothing, loaded nothing and asked nothing of any network while doing so.</p>
${rulesHtml(coverage)}<dl class="glossary">
<div><dt>tracked is not targeted</dt><dd>Most tracked mail is commercial. A message matters here only when tracking comes with something more: a sender who pretends, a value made for one reader that no known service explains, copies to several people of one circle.</dd></div>
<div><dt>remote load</dt><dd>Anything in a mail that makes the reader's program contact a server: a picture, a style sheet, a receipt. The contact alone tells the sender that, when and from where the mail was opened.</dd></div>
<div><dt>asked for by webmail, Thunderbird …</dt><dd>The kinds of mail program that usually make such a contact, once they may load remote content. Versions and settings differ: it is what is known in general, not what happened here.</dd></div>
<div><dt>token</dt><dd>A value in such an address that differs from reader to reader. <em>Decoded</em>: the reader's address was found inside. <em>Proven</em>: copies to different readers were compared. <em>Likely</em>: one copy only, so it merely looks like one.</dd></div>
<div><dt>suspicious, hostile</dt><dd><em>Hostile</em> rests on strong evidence of several kinds. <em>Suspicious</em> has signs, but not enough to be sure. <em>Tracked</em> is commercial. <em>Clear</em> is the rest.</dd></div>
<div><dt>possible, probable, confirmed</dt><dd>How sure a level of exposure is. Only independent evidence confirms, such as a log or a reply; a flag “seen” can also be set by a phone, a rule or a deputy.</dd></div>
<div><dt>likely, unlikely …</dt><dd>Words of estimation with fixed ranges, shown where they stand. Explanations are compared by what speaks against each; what fits all of them counts for nothing. The words are of our own weighing of the mail, not of an experiment.</dd></div>
<div><dt>bytes 4,112–4,230</dt><dd>The place in the original message, from the first byte up to, but not including, the last. Anyone with the original can check it.</dd></div>
<div><dt>SHA-256</dt><dd>The fingerprint of the whole original message: it names the message and shows that nobody changed it.</dd></div>
<div><dt>hxxp, [.], ⟨…⟩</dt><dd>Addresses are made dead so that nobody opens them by mistake. Characters that cannot be seen, or that turn text around, are spelled out.</dd></div>
</dl>`;
}

function rulesHtml({ rules, ...coverage }: Coverage): Html | null {
  const packs = packsWords(rules.packs);
  if (packs === "") return null;
  const gaps = ruleGapSentences({ ...coverage, rules });
  return html`<p>What it found it found by ${given(packs, 1_000)}. Each finding names its rule.${gaps.length === 0 ? "" : ` ${gaps.join(" ")}`}</p>
`;
}

export function limitsHtml(): Html {
  return html`<ul>
<li>It sees mail that is here. Deleted mail, other accounts, messengers and phones are out of sight.</li>
<li>A single copy seldom proves a token: the same mail in a second mailbox does.</li>
<li>What was disclosed is judged from the mailbox. Whether a picture really was loaded is known to the sender, and to the logs of your network, if they are kept.</li>
<li>It names nobody as the one behind a campaign unless a source that you gave ties a value of the campaign to a group. Technique alone is no evidence for that.</li>
<li>It judges by what is known today. Keep the case, so that it can be asked again.</li>
<li>It is no virus scanner and does not open attachments.</li>
</ul>`;
}
