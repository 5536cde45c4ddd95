/**
 * Forty more passages, invented, that nobody had run before. Their first reading is kept as it was: the last column is `right`, `partly` (a party, a time or
 * one of several statements is wrong), `wrong` or `missed`, by hand; where it is not `right`, what is read today stands
 * here, not what should be. 15 are right, 14 partly, 2 wrong, 9 missed then; the grammar was changed since, but not for them.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fullFramesOf } from "../support/frames.ts";

type Judged = readonly [passage: string, frames: string, verdict: "right" | "partly" | "wrong" | "missed"];

const rows: readonly Judged[] = [
  [
    "Denmark's intelligence service accused a Russian-backed group of a destructive attack on a water utility.",
    "accusation: intelligence service of Denmark > group of Russia @ water utility",
    "partly",
  ],
  [
    "The attack, which the Dutch government attributed to Russia, disrupted a port for two days.",
    "accusation: NL > RU; when for two days | impact: - > - @ port; when for two days",
    "partly",
  ],
  [
    "Ankara rejected as baseless a report that its officials had hacked exiled journalists.",
    "incident: - > - @ exiled journalists",
    "wrong",
  ],
  [
    "Brightmoor, a cybersecurity firm in Tallinn, linked the emails to a group that it tracks as GreyHeron.",
    "accusation: Brightmoor > GreyHeron",
    "partly",
  ],
  [
    "The hackers spent five months inside the ministry's network before they were noticed in May 2022, according to an internal report.",
    "accusation: report > hackers @ ministry; when five months",
    "missed",
  ],
  ["Three men were jailed in Riga for helping Russian military intelligence to spy on a shipyard.", "none", "missed"],
  [
    "Washington has offered up to $5 million for information on two Iranian hackers.",
    "reward: US > two hackers of Iran",
    "missed",
  ],
  ["No ransom was paid, the hospital said.", "none", "right"],
  [
    "Iceland said it had seen no signs that the attackers had reached its voter register.",
    "not impact: IS > - @ voter",
    "partly",
  ],
  ["The president's office declined to comment on the claims.", "none", "right"],
  [
    "His Majesty's Government assesses that it is highly likely that the GRU carried out the attack on the broadcaster.",
    "accusation: government > Main Intelligence Directorate (GRU) @ broadcaster; conf highly likely",
    "partly",
  ],
  [
    "The Treasury Department's Office of Foreign Assets Control today sanctioned a technology company in Wuhan and two of its employees.",
    "sanction: Office of Foreign Assets Control > technology company",
    "partly",
  ],
  [
    "The United Kingdom stands with Poland in condemning Belarus's malicious cyber activity.",
    "policy: GB > BY",
    "right",
  ],
  [
    "A federal grand jury returned an indictment charging two Belarusian nationals with breaking into mail servers of a newspaper.",
    "charge: federal grand jury > two nationals of Belarus @ newspaper",
    "partly",
  ],
  [
    "Today the Council decided to impose restrictive measures on six individuals responsible for cyber-attacks against Estonia.",
    "sanction: Council > six individuals @ EE",
    "missed",
  ],
  ["The Ministry will summon the ambassador tomorrow.", "policy: Ministry > -", "right"],
  ["We have informed all members whose mailboxes were accessed.", "notification: - > - @ members", "right"],
  [
    "This activity is part of a pattern of hostile behaviour by Russia against democratic institutions in Europe.",
    "none",
    "missed",
  ],
  ["The Federal Prosecutor has opened an investigation into suspected espionage.", "none", "right"],
  [
    "The threat actors gained initial access by exploiting an unpatched VPN appliance at a regional hospital.",
    "incident: - > threat actors",
    "partly",
  ],
  [
    "Since March 2023 the group has used compromised home routers to send phishing emails to diplomats.",
    "incident: - > group @ diplomats; when Since March 2023",
    "right",
  ],
  [
    "The FBI and its partners recommend that network owners replace end-of-life devices.",
    "advice: Federal Bureau of Investigation > - @ network owners",
    "partly",
  ],
  ["Disable remote administration unless it is needed.", "none", "missed"],
  ["Table 3: Accounts used by the attackers", "none", "right"],
  [
    "The agencies believe the same actors are responsible for intrusions at two airports.",
    "accusation: agencies > same actors @ two airports",
    "partly",
  ],
  ["Organizations that detect this activity should report it to the FBI.", "advice: - > - @ organizations", "right"],
  ["The script enumerates local users and writes the results to a text file.", "none", "right"],
  [
    "The Commission told the Committee that 14 of its accounts had been compromised in 2020.",
    "incident: Commission > - @ accounts; when in 2020",
    "partly",
  ],
  ["I was never told that I had been a target, the witness said.", "none", "missed"],
  ["Both ministers declined to say which state they suspected.", "none", "right"],
  ["The Committee concludes that the government should have warned members sooner.", "none", "wrong"],
  [
    "Russia's embassy in Vienna dismissed the allegations as another example of Russophobia.",
    "denial: Embassy of Russia in Vienna > Embassy of Russia in Vienna",
    "right",
  ],
  [
    "Iran has no connection whatsoever with the hacking of the Albanian registry, the spokesman added.",
    "none",
    "missed",
  ],
  [
    "China firmly opposes groundless accusations and urges the Dutch side to adopt a professional attitude.",
    "policy: CN > -",
    "partly",
  ],
  ["It is the United States that is the biggest source of cyber attacks, the ministry said.", "none", "missed"],
  ["We reject these insinuations in the strongest terms.", "denial: - > -", "right"],
  [
    "Kimsuky impersonated journalists to approach experts on North Korea. They also sent forms that harvested passwords of two think tanks.",
    "incident: - > Kimsuky @ journalists, approach experts | incident: - > - @ two think tanks",
    "partly",
  ],
  [
    "With low confidence, we attribute this cluster to a contractor of the Chinese Ministry of State Security.",
    "accusation: - > contractor of Ministry of State Security, cluster",
    "partly",
  ],
  [
    "Analysts at Quarrystone observed OilRig deploying a new backdoor against a telecommunications provider in Iraq in late 2022.",
    "accusation: analysts of Quarrystone > OilRig @ telecommunications provider; when in late 2022",
    "right",
  ],
  [
    "Victims included two ministries, a bank and a human rights organisation.",
    "incident: - > - @ two ministries, bank, human rights organisation",
    "right",
  ],
];

describe("forty passages, as read at first sight", () => {
  for (const [passage, frames, verdict] of rows)
    test(`${verdict}: ${passage}`, () => assert.equal(fullFramesOf(passage), frames));
});
