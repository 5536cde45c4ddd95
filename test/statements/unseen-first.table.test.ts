/**
 * Sixty passages as agencies, governments, advisories, parliaments, embassies and vendors write them, invented, with what they state; written before
 * the grammar was read, where 21 of 60 were right at first sight (names of parties follow our own wording since). `kind: by > against @ targets via reporter`, then `; when …` for the time of the act and `; conf …` for words of estimation.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fullFramesOf, type Row } from "../support/frames.ts";

function check(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    for (const [passage, frames] of rows) test(passage, () => assert.equal(fullFramesOf(passage), frames));
  });
}

check("news agencies", [
  [
    "The hackers, whom Norway linked to Russian military intelligence, stole thousands of emails from two ministries in 2022.",
    "accusation: NO > military intelligence of Russia, hackers; when in 2022 | incident: - > hackers @ two ministries; when in 2022",
  ],
  [
    "Lisbon on Friday publicly blamed Minsk for a string of intrusions at Portuguese newspapers.",
    "accusation: PT > BY @ newspapers of Portugal",
  ],
  [
    "Examplesoft, a security company based in Oslo, said hackers working for Iran had broken into the mailboxes of aid workers.",
    "accusation: Examplesoft > hackers of Iran @ aid workers",
  ],
  [
    "The breach, first reported by Reuters, exposed the records of about 2 million voters.",
    "impact: - > - @ 2 million voters",
  ],
  [
    "Two people familiar with the matter said that the intruders were believed to be working for China.",
    "accusation: two people > CN, intruders of China; conf believed",
  ],
  [
    "Slovenia's government on Monday expelled a Russian diplomat over what it called a campaign of espionage.",
    "policy: SI > diplomat of Russia",
  ],
  [
    "Moscow, which has repeatedly denied meddling in foreign elections, did not immediately respond to a request for comment.",
    "denial: RU > RU",
  ],
  [
    "Hackers believed to be linked to North Korea stole $40 million from a cryptocurrency exchange, police in Seoul said.",
    "accusation: police > hackers of North Korea @ cryptocurrency exchange; conf believed",
  ],
  [
    "The parliament's speaker said none of the members whose accounts were attacked had been informed by the authorities.",
    "incident: - > - @ accounts | not notification: authorities > - @ members via parliament speaker",
  ],
  ["A court in Rotterdam convicted a Russian national of spying for Moscow.", "incident: - > national of Russia"],
  ["Beijing hit back on Tuesday, saying the allegations were a political farce.", "denial: CN > CN"],
  [
    "Croatia joined 14 other countries in condemning the attack, which officials in Zagreb attribute to a Russian group.",
    "policy: HR > - | accusation: officials > group of Russia",
  ],
]);

check("government press releases", [
  [
    "The Government of Canada today announced sanctions on three individuals and two entities for their involvement in malicious cyber activity against Ukraine.",
    "sanction: CA > three individuals, two entities @ UA",
  ],
  [
    "We hold the Russian Federation accountable for the attacks on our electoral infrastructure.",
    "accusation: - > RU @ electoral infrastructure",
  ],
  [
    "The Minister for Foreign Affairs summoned the chargé d'affaires of Iran to protest against the targeting of exiled journalists.",
    "policy: minister > -",
  ],
  [
    "An indictment was unsealed today in the District of Columbia charging six officers of the GRU with conspiracy to commit computer fraud.",
    "charge: indictment > six officers of Main Intelligence Directorate (GRU)",
  ],
  [
    "According to court documents, between March 2019 and May 2021 the defendants sent spearphishing emails to employees of a think tank.",
    "accusation: court documents > defendants @ employees, think tank; when between March 2019 and May 2021",
  ],
  [
    "The Department of State is offering a reward of up to $10 million for information leading to the identification of members of the group.",
    "reward: Department of State > members, group",
  ],
  [
    "The National Cyber Security Centre assesses that the actor is almost certainly affiliated with the Chinese state.",
    "accusation: National Cyber Security Centre > CN, actor; conf almost certainly",
  ],
  [
    "The European Union and its Member States strongly condemn the malicious cyber campaign conducted by the group Example Bear against Germany.",
    "policy: EU, member states > group",
  ],
  [
    "Today's action designates four members of the group pursuant to the executive order.",
    "sanction: - > four members",
  ],
  [
    "Estonia attributes the 2020 cyberattacks against its ministries to Unit 29155 of the Russian military intelligence service.",
    "accusation: EE > military intelligence service of Russia @ ministries; when 2020",
  ],
  ["There is currently no indication that the compromise affected the conduct of the vote.", "not impact: - > -"],
  [
    "The Czech Republic has formally attributed the intrusion into its foreign ministry's unclassified network to APT31.",
    "accusation: CZ > APT31 @ Foreign Ministry (Czech Republic)",
  ],
]);

check("advisories", [
  [
    "CISA and the FBI are aware of an Iranian actor that targets election websites to obtain voter registration data.",
    "accusation: Cybersecurity and Infrastructure Security Agency, Federal Bureau of Investigation > actor of Iran @ election websites",
  ],
  [
    "The actors exploited a known vulnerability in the web server to gain access to the network of a city government.",
    "incident: - > actors @ city government",
  ],
  ["Initial Access", "none"],
  ["Mitigations for compromised accounts", "none"],
  ["The following command lists all scheduled tasks on the compromised host.", "none"],
  ["Attackers can use this technique to collect credentials.", "none"],
  [
    "The authoring agencies strongly encourage operators of critical infrastructure to apply the recommendations in this advisory.",
    "advice: authoring agencies > - @ operators",
  ],
  [
    "FBI has observed this actor targeting personal accounts of journalists since late 2020.",
    "accusation: Federal Bureau of Investigation > actor @ journalists; when since late 2020",
  ],
  ["The authoring agencies have no evidence that voter data was altered.", "not impact: authoring agencies > -"],
  ["Validate that all inputs are sanitised to prevent injection attacks.", "advice: - > -"],
  ["It is recommended that administrators rotate all credentials that were exposed.", "advice: - > - @ administrators"],
  ["Review logs for connections to the addresses listed in Table 2.", "advice: - > -"],
]);

check("parliamentary evidence", [
  [
    "The Committee heard that eight of its members had been targeted in the course of 2021.",
    "incident: Committee > - @ eight members; when 2021",
  ],
  [
    "We were not informed by the security service until two years after the attack.",
    "not notification: security service > -; when two years",
  ],
  [
    "In written evidence, the Electoral Commission told us that the hostile actors had had access to its servers since August 2021.",
    "accusation: Electoral Commission > hostile actors @ servers; when since August 2021",
  ],
  ["Members received an email purporting to come from a news outlet.", "incident: - > - @ members"],
  [
    "The Deputy Prime Minister told the House that Chinese state-affiliated actors were responsible for two malicious campaigns.",
    "accusation: Deputy Prime Minister > state-affiliated actors of China",
  ],
  [
    "The Committee recommends that the government inform every member who was targeted.",
    "advice: Committee > - @ government",
  ],
  ["The witness said she had first learned of the attack from the press.", "none"],
  ["The Director could not say whether any data had been taken.", "none"],
]);

check("embassies and ministries that answer", [
  [
    "The so-called cyber attacks by China against the UK are completely fabricated and malicious slander.",
    "denial: - > CN",
  ],
  ["China has never supported or encouraged hackers in any form.", "denial: CN > CN"],
  [
    "The Embassy of the Russian Federation in Canada categorically rejects the unfounded accusations of involvement in the attack on the pipeline.",
    "denial: Embassy of Russia in Canada > Embassy of Russia in Canada",
  ],
  ["We urge the relevant parties to stop spreading disinformation.", "advice: - > - @ relevant parties"],
  [
    "Iran itself has been the victim of cyberattacks by Israel, the ministry's spokesperson said.",
    "accusation: ministry > IL @ IR",
  ],
  [
    "The spokesperson stressed that China has always opposed and cracked down on all forms of cyber attacks in accordance with law.",
    "policy: CN > - via spokesperson",
  ],
  ["Such claims have nothing to do with reality, the Kremlin said.", "denial: RU > RU"],
  [
    "The embassy described the report as groundless and called on Norway to provide evidence.",
    "denial: embassy > embassy | policy: embassy > -",
  ],
]);

check("vendors", [
  [
    "We assess with moderate confidence that TidyHeron operates on behalf of the Iranian government.",
    "accusation: - > IR, TidyHeron; conf with moderate confidence",
  ],
  [
    "Researchers at Examplesec attributed the campaign to TidyHeron, a group that they believe is based in Belarus.",
    "accusation: researchers of Examplesec > TidyHeron",
  ],
  [
    "In May 2023, APT31 sent messages with tracking pixels to members of several European parliaments.",
    "incident: - > APT31 @ members of Parliament; when In May 2023",
  ],
  ["The group's infrastructure overlaps with that of APT28.", "none"],
  ["The malware collects the host name and sends it to a remote server.", "none"],
  [
    "Turla has compromised at least 30 embassies. It also targeted defence contractors in 2019.",
    "incident: - > Turla @ 30 embassies | incident: - > Turla @ defence contractors; when in 2019",
  ],
  [
    "Microsoft has notified customers that were targeted or compromised.",
    "notification: Microsoft > - @ customers | incident: - > - @ customers",
  ],
  [
    "Targets likely included dissidents, diplomats and religious minorities in Central Asia.",
    "incident: - > - @ dissidents, diplomats, religious minorities; conf likely",
  ],
]);
