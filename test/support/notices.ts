/**
 * What firms and services send to one reader once: notices, each from a stranger of its own, signed. Honest, and made of the very
 * words that phishing uses. Invented firms; addresses for documentation (RFC 5737).
 */

interface Notice {
  readonly subject: string;
  readonly body: string;
  readonly button: string;
  /** Answers go to the person on whose behalf it is sent. */
  readonly isOnBehalf?: boolean;
}

export const NOTICES: readonly Notice[] = [
  {
    subject: "Confirm your email address",
    body: "Please confirm your email address to finish creating your account. The link works for 24 hours. If you did not ask for this account, you can ignore this mail.",
    button: "Confirm email",
  },
  {
    subject: "Reset your password",
    body: "We received a request to reset the password for your account. Click the button below to choose a new one. If you did not make this request, your password stays as it is.",
    button: "Reset password",
  },
  {
    subject: "New sign-in to your account",
    body: "Your account was just used to sign in from a new device: a browser on a desktop computer in Tallport. If this was you, there is nothing to do. If not, secure your account.",
    button: "Check activity",
  },
  {
    subject: "Your statement is ready",
    body: "Your statement for April is ready. Sign in to your account to read it. For your safety we never ask for your password by mail.",
    button: "Sign in",
  },
  {
    subject: "Action needed: your card expires soon",
    body: "The card that you pay your subscription with expires this month. Please update your payment details so that your service is not interrupted.",
    button: "Update card",
  },
  {
    subject: "Your parcel arrives tomorrow",
    body: "Your parcel is on its way and should arrive tomorrow between 9 and 13 o'clock. You can choose another day or a neighbour.",
    button: "Track parcel",
  },
  {
    subject: "Invoice 4711",
    body: "Dear customer, your invoice for last month is ready. The amount of 64.00 EUR will be debited from your account on the 15th.",
    button: "See invoice",
  },
  {
    subject: "Your trial ends in 3 days",
    body: "Your free trial ends in three days. To keep your data, choose a plan now. You can cancel at any time.",
    button: "Choose a plan",
  },
  {
    subject: "Your document is waiting for your signature",
    body: "Nils Aas has sent you a document to review and sign: Lease for the meeting room.pdf. Do not share this mail: the link in it is yours alone.",
    button: "Review document",
    isOnBehalf: true,
  },
  {
    subject: 'Nils Aas shared "Budget draft" with you',
    body: "Nils Aas has shared a file with you: Budget draft.docx. “Here is the draft we talked about.”",
    button: "Open file",
    isOnBehalf: true,
  },
  {
    subject: "Mia Holm invites you to a meeting",
    body: "Mia Holm invites you to a meeting: Ferry timetable, Thursday 14:00 to 15:00. Meeting ID: 812 344 501.",
    button: "Join meeting",
    isOnBehalf: true,
  },
  { subject: "Tuesday's briefing", body: "The harbour plan is out, and what else the day brings.", button: "Read" },
];

/** How its links and pictures are counted: not at all, by a host of the firm's own, or by the service that carries the mail. */
export type Carried = "itself" | "own-host";

/** The mailbox as mboxrd, each notice in each way once, every one from a firm of its own. `hasResults`: its server writes what it found. */
export function noticesMailbox(reader: string, hasResults: boolean): string {
  let mailbox = "";
  for (const [index, notice] of NOTICES.entries()) {
    for (const carried of ["itself", "own-host"] as const) {
      const one = message(notice, `firm${index}`, carried, reader);
      mailbox += hasResults ? one : one.replace(/^Authentication-Results:.*\n(?: .*\n)*/m, "");
    }
  }
  return mailbox;
}

function message(
  { subject, body, button, isOnBehalf }: Notice,
  name: string,
  carried: Carried,
  reader: string,
): string {
  const firm = carried === "itself" ? `${name}.example` : `${name}-post.example`;
  const envelope = carried === "itself" ? `no-reply@${firm}` : `bounces@em.${firm}`;
  const token = Buffer.from(`${name} ${carried} for one reader alone`).toString("base64url");
  const link = carried === "itself" ? `https://www.${firm}/go?token=${token}` : `https://click.em.${firm}/c/${token}`;
  const pixel =
    carried === "itself" ? "" : `<img src="https://click.em.${firm}/o/${token}" width="1" height="1" alt="">`;
  return `From x Thu May  6 14:00:00 2021
Return-Path: <${envelope}>
Received: from mta.${firm} (mta.${firm} [203.0.113.9]) by mx.office.example with ESMTPS
 id ${name}${carried.length} for <${reader}>; Thu, 6 May 2021 14:00:00 +0000
Authentication-Results: mx.office.example; dkim=pass header.d=${firm} header.s=k1;
 spf=pass smtp.mailfrom=${envelope}; dmarc=pass header.from=${firm}
DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=${firm}; s=k1; h=from:to:subject:date; bh=AAAA; b=BBBB
From: The Firm <no-reply@${firm}>
To: ${reader}
Subject: ${subject}
Date: Thu, 6 May 2021 14:00:00 +0000
Message-ID: <${token}@${firm}>
${isOnBehalf === true ? "Reply-To: nils.aas@council.example\n" : ""}MIME-Version: 1.0
Content-Type: text/html; charset=utf-8

<html><body><p><img src="https://assets.${firm}/logo.png" width="140" height="40" alt="The Firm"></p>
<p>Hello,</p><p>${body}</p><p><a href="${link}">${button}</a></p>
<p>The Firm, 12 Quay Street, Tallport. <a href="https://www.${firm}/privacy">Privacy</a></p>${pixel}</body></html>

`;
}
