/**
 * Services that send mail for others: bulk and marketing (LK-01), political and advocacy platforms (LK-02), sales
 * outreach tools (LK-04), and relays for the mail of programs (LK-05, LK-09), with what their mail shows.
 *
 * Provenance: K, general engineering knowledge in our own words and selection (domains as the services publish them for
 * DNS set-up and allow-lists, header names as their mail carries them); no list was copied. Programs that anybody can
 * install (phpList, CiviCRM, listmonk) are left out: they are no service that knows its customer.
 *
 * Specific platforms stand before the relays they send through: where signs are equal the earlier entry wins.
 */
export type ServiceKind = "bulk" | "advocacy" | "sales" | "transactional";

export interface BulkService {
  readonly name: string;
  readonly kind: ServiceKind;
  /** Registered by the service, whatever the use: pixels, links, pictures, DKIM, return path, Message-ID, List-Id. */
  readonly domains: readonly string[];
  /** Lower-case extension field names; one that ends in `-` stands for all that begin so. */
  readonly headers: readonly string[];
  /** Shape of Feedback-ID, X-Mailer and URL paths (for customers' own domains); null where none is distinctive. */
  readonly feedback: RegExp | null;
  readonly mailer: RegExp | null;
  /** Against path and query of a load or unsubscribe address. */
  readonly path: RegExp | null;
}

interface Signs {
  readonly domains: string;
  readonly headers?: string;
  readonly feedback?: RegExp;
  readonly mailer?: RegExp;
  readonly path?: RegExp;
}

function service(name: string, kind: ServiceKind, signs: Signs): BulkService {
  return {
    name,
    kind,
    domains: words(signs.domains),
    headers: words(signs.headers ?? ""),
    feedback: signs.feedback ?? null,
    mailer: signs.mailer ?? null,
    path: signs.path ?? null,
  };
}

/** Words; `cmail[1-20].com` stands for twenty. */
function words(text: string): readonly string[] {
  return text.split(/\s+/).filter(Boolean).flatMap(numbered);
}

function numbered(word: string): readonly string[] {
  const match = /^(.*)\[(\d+)-(\d+)\](.*)$/.exec(word);
  if (match === null) return [word];
  const [, before = "", first = "0", last = "0", after = ""] = match;
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, i) => `${before}${Number(first) + i}${after}`);
}

export const bulkServices: readonly BulkService[] = [
  // Bulk and marketing
  service("Mailchimp", "bulk", {
    domains:
      "list-manage.com list-manage1.com list-manage2.com mcsv.net mcdlv.net rsgsv.net mailchimp.com mailchimpapp.com " +
      "mailchimpapp.net mcusercontent.com campaign-archive.com campaign-archive1.com eepurl.com mailchi.mp",
    headers: "x-mc-user",
    feedback: /:mc$/,
    mailer: /^mailchimp/i,
    path: /\/track\/open\.php\?u=[0-9a-f]{20,}&id=[0-9a-f]{10}/,
  }),
  service("Klaviyo", "bulk", {
    domains: "klaviyo.com klaviyomail.com klclick.com klclick[1-3].com kmail-lists.com klaviyodns.com",
    headers: "x-kmail-",
  }),
  service("Brevo (Sendinblue)", "bulk", {
    domains:
      "sendinblue.com mailinblue.com brevo.com brevosend.com mailin.fr sendibm[1-4].com sendibt[1-4].com sendib.com sender-sib.com " +
      "sib-mail.com sp1-brevo.net brevomail.net",
    headers: "x-sib-id x-mailin-",
    feedback: /(?:sendinblue|brevo)$/i,
    mailer: /^sendinblue|^brevo/i,
    path: /^\/(?:tr|mk)\/(?:op|cl|un|mr)\/[\w-]{30,}/,
  }),
  service("CleverReach", "bulk", { domains: "cleverreach.com cleverreach.de crsend.com crmta.de" }),
  service("Inxmail", "bulk", {
    domains: "inxmail.com inxmail.de inxserver.com inxserver.de inxshare.com",
    feedback: /^xpro-\d+/,
    mailer: /^inxmail/i,
    path: /^\/d(?:\/d\.gif)?\?[a-z0-9]{40,}/,
  }),
  service("GetResponse", "bulk", {
    domains: "getresponse.com getresponse360.com getresponse360.pl getresponse-mail.com gr-cdn.com gr-mailing.com",
    headers: "x-getresponse-",
    mailer: /^getresponse/i,
    path: /^\/(?:open|view|one_click_unsubscribe|unsubscribe|click)\.html\?x=\w+&(?:\w+=\w+&){2,}/,
  }),
  service("rapidmail", "bulk", {
    domains: "rapidmail.com rapidmail.de emailsys1a.net emailsys2a.net emailsys1c.net",
    headers: "x-rapidmail-",
    mailer: /^rapidmail/i,
  }),
  service("Newsletter2Go", "bulk", { domains: "newsletter2go.com newsletter2go.de nl2go.com", headers: "x-nl2go-" }),
  service("Optimizely Campaign (Episerver)", "bulk", {
    domains: "srv2.de optivo.com optivo.de broadmail.de episerver.net",
    mailer: /^(?:optivo )?broadmail|^episerver/i,
  }),
  service("Emarsys", "bulk", { domains: "emarsys.net emarsys.com", headers: "x-emarsys-" }),
  service("Selligent", "bulk", {
    domains: "slgnt.eu slgnt.us emsecure.net selligent.com",
    path: /\/optiext\/optiextension\.dll\?id=/i,
  }),
  service("HubSpot", "bulk", {
    domains:
      "hubspot.com hubspot.net hubspotemail.net hubspotlinks.com hubspotstarter.net hubspotfree.net hs-sites.com " +
      "hubspotusercontent-na1.net hubspotusercontent-eu1.net",
    headers: "x-hubspot- x-hs-",
    feedback: /hubspot/i,
    path: /^\/(?:Cto|e3t\/(?:Cto|Btc|Ctc))\/[\w+*-]{20,}/,
  }),
  service("Substack", "bulk", { domains: "substack.com substackcdn.com substackmail.com" }),
  service("beehiiv", "bulk", { domains: "beehiiv.com beehiiv.net", headers: "x-beehiiv-" }),
  service("Constant Contact", "bulk", {
    domains: "constantcontact.com ctctcdn.com ccsend.com rs6.net roving.com confirmsubscription.com",
    headers: "x-roving- x-ctct-",
    mailer: /constant contact/i,
    path: /\/(?:tn|on)\.jsp\?(?:f|ca)=/,
  }),
  service("Campaign Monitor", "bulk", {
    domains: "createsend.com createsend[1-9].com cmail[1-20].com cmhost.com forwardtomyfriend.com updatemyprofile.com",
    headers: "x-cmail-",
    path: /^\/t\/[a-z]-[a-z]-[a-z]{6,10}-[a-z]{6,}-[a-z]+\//,
  }),
  service("Braze", "bulk", {
    domains: "braze.com braze.eu appboy.com braze-images.com appboy-images.com",
    headers: "x-braze-",
  }),
  service("Iterable", "bulk", {
    domains: "iterable.com",
    headers: "x-iterable-",
    feedback: /iterable/i,
    path: /^\/e\/(?:eo|eh|encryptedUnsubscribe)\?_t=[0-9a-f]{16,}/,
  }),
  service("Salesforce Marketing Cloud", "bulk", {
    domains: "exct.net exacttarget.com sfmc-content.com mc.salesforce.com salesforce-experience.com",
    headers: "x-sfmc-",
    path: /^\/open\.aspx\?f[a-z0-9]{4,}-[a-z0-9]+-/,
  }),
  service("Salesforce Account Engagement (Pardot)", "bulk", {
    domains: "pardot.com",
    headers: "x-pardot-",
    path: /^\/r\/\d+\/1\/\d+\/open\/1/,
  }),
  service("Marketo", "bulk", {
    domains: "marketo.com marketo.net mktomail.com mktdns.com mktoweb.com",
    headers: "x-marketoid x-mktarchive x-mktmaildkim",
    path: /^\/trk\?t=1&mid=/,
  }),
  service("Adobe Campaign", "bulk", {
    domains: "neolane.net campaign.adobe.com adobe-campaign.com",
    mailer: /^nlserver/i,
    path: /^\/r\/\?id=h[0-9a-f]+,[0-9a-f]+,/,
  }),
  service("Oracle Responsys", "bulk", {
    domains: "responsys.net rsys[1-5].net rsys2.com",
    headers: "x-rext x-sgxh1",
    path: /^\/pub\/(?:cc|as|sf|acc|rf)\?_ri_=/,
  }),
  service("Oracle Eloqua", "bulk", {
    domains: "eloqua.com en25.com",
    headers: "x-elq-",
    path: /\/e\/FooterImages\/FooterImage\d\?elq=/i,
  }),
  service("Acoustic (Silverpop)", "bulk", {
    domains: "silverpop.com goacoustic.com pages0[1-9].net mkt[40-99].com",
    path: /^\/eos\/v1\/[\w%-]{20,}/,
  }),
  service("ActiveCampaign", "bulk", {
    domains:
      "activecampaign.com activehosted.com emlnk.com emlnk[1-9].com acems[1-4].com acemlna.com acemlnb.com acemlnc.com " +
      "acemlnd.com acemsrva.com acemsrvb.com acemsrvc.com acemsrvd.com",
    headers: "x-ac-",
    path: /^\/lt\.php\?.*\bl=open\b/,
  }),
  service("Kit (ConvertKit)", "bulk", {
    domains: "convertkit.com convertkit-mail.com convertkit-mail[2-6].com convertkitcdn.com ck.page kit-mail[1-6].com",
    headers: "x-convertkit-",
  }),
  service("MailerLite", "bulk", {
    domains: "mailerlite.com mailerlite.net mlsend.com mlsend[1-4].com mlcdn.com",
    headers: "x-mailerlite-",
    mailer: /mailerlite/i,
  }),
  service("Customer.io", "bulk", { domains: "customer.io customeriomail.com customerio.email", headers: "x-cio-" }),
  service("Drip", "bulk", { domains: "getdrip.com dripemail[1-3].com", headers: "x-drip-" }),
  service("AWeber", "bulk", {
    domains: "aweber.com aweber-static.com aweber-mail.com",
    headers: "x-aweber-",
    mailer: /aweber/i,
  }),
  service("Keap (Infusionsoft)", "bulk", {
    domains: "infusionsoft.com infusionmail.com keap.com keap-link00[1-9].com",
    headers: "x-inf- x-infusion-",
    mailer: /infusion/i,
  }),
  service("EmailOctopus", "bulk", { domains: "emailoctopus.com eomail[1-7].com eocampaign[1-4].com eocampaign.com" }),
  service("Dotdigital", "bulk", {
    domains: "dotdigital.com dotmailer.com dotdigital-email.com dmtrk.net trackedlink.net",
    headers: "x-dotmailer-",
  }),
  service("Adestra (Upland)", "bulk", { domains: "msgfocus.com adestra.com", headers: "x-msgfocus-" }),
  service("Zoho Campaigns", "bulk", {
    domains: "zohocampaigns.com zcsend.net maillist-manage.com maillist-manage.eu campaign-image.com campaign-image.eu",
    headers: "x-zcsend-",
  }),
  service("Sailthru", "bulk", { domains: "sailthru.com sailthru.net", headers: "x-sailthru-", mailer: /sailthru/i }),
  service("Listrak", "bulk", { domains: "listrak.com listrakbi.com lstrk.net", headers: "x-listrak-" }),
  service("iContact", "bulk", { domains: "icontact.com icptrack.com icpbounce.com", headers: "x-icpinfo" }),
  service("Benchmark", "bulk", { domains: "benchmarkemail.com bmetrack.com bmsend.com bmeurl.co" }),
  service("MailUp", "bulk", { domains: "mailup.com mailupclient.com musvc[1-6].net musvc[1-6].com" }),
  service("SendPulse", "bulk", { domains: "sendpulse.com sendpul.se", headers: "x-sendpulse-" }),
  service("UniSender", "bulk", { domains: "unisender.com unisender.ru unimail.link", headers: "x-unisender-" }),
  service("GovDelivery (Granicus)", "bulk", {
    domains: "govdelivery.com granicus.com",
    headers: "x-govdelivery- x-accountcode",
  }),

  // Political and advocacy platforms
  service("NationBuilder", "advocacy", { domains: "nationbuilder.com", headers: "x-nationbuilder- x-nb-" }),
  service("EveryAction (NGP VAN)", "advocacy", {
    domains: "everyaction.com ngpvan.com myngp.com ngpweb.com ngpvanhost.com",
    headers: "x-ngpvan- x-van-",
  }),
  service("Action Network", "advocacy", { domains: "actionnetwork.org", headers: "x-actionnetwork-" }),
  service("Mobilize", "advocacy", { domains: "mobilize.us mobilizeamerica.io" }),
  service("Blackbaud", "advocacy", {
    domains: "blackbaud.com convio.net convio.com luminateonline.com blackbaudhosting.com",
  }),
  service("Engaging Networks", "advocacy", { domains: "engagingnetworks.app engagingnetworks.net e-activist.com" }),
  service("ActionKit", "advocacy", { domains: "actionkit.com client-actionkit.net", headers: "x-actionkit-" }),
  service("Salsa", "advocacy", { domains: "salsalabs.com salsalabs.org", headers: "x-salsa-" }),

  // Sales outreach and single-mail tracking
  service("Yesware", "sales", { domains: "yesware.com yesware.io", headers: "x-yesware-" }),
  service("Mailtrack", "sales", {
    domains: "mailtrack.io mltrk.io mailsuite.com",
    headers: "x-mailtrack-",
    path: /^\/trace\/mail\/[0-9a-f]{20,}\.png/,
  }),
  service("Streak", "sales", { domains: "streak.com streak-link.com mailfoogae.appspot.com", headers: "x-streak-" }),
  service("Outreach", "sales", {
    domains: "outreach.io outrch.com",
    headers: "x-outreach-",
    path: /^\/api\/mailings\/opened\//,
  }),
  service("Salesloft", "sales", { domains: "salesloft.com salesloftlinks.com", headers: "x-salesloft-" }),
  service("HubSpot Sales", "sales", {
    domains: "getsidekick.com sidekickopen[10-99].com sidekickopen0[1-9].com hubspotsales.com",
  }),
  service("Superhuman", "sales", { domains: "superhuman.com", mailer: /^superhuman/i }),
  service("Mixmax", "sales", { domains: "mixmax.com mixmaxusercontent.com", headers: "x-mixmax-" }),
  service("Apollo", "sales", { domains: "apollo.io", headers: "x-apollo-" }),
  service("lemlist", "sales", { domains: "lemlist.com", headers: "x-lemlist-" }),
  service("GMass", "sales", { domains: "gmass.co gmass.email", headers: "x-gmass-" }),
  service("Yet Another Mail Merge", "sales", {
    domains: "yamm.com yamm-track.appspot.com talarian.com",
    headers: "x-yamm-",
  }),
  service("Bananatag (Staffbase)", "sales", { domains: "bananatag.com bl-1.com", headers: "x-bananatag-" }),

  // Relays for programs' mail; platforms above send through them too
  service("Zendesk", "transactional", {
    domains: "zendesk.com zdsys.com zdusercontent.com",
    headers: "x-zendesk-",
    mailer: /^zendesk/i,
  }),
  service("Intercom", "transactional", {
    domains: "intercom.io intercom-mail.com intercom-clicks.com intercomcdn.com",
    headers: "x-intercom-",
  }),
  service("Mandrill (Mailchimp)", "transactional", {
    domains: "mandrillapp.com mandrill.com",
    headers: "x-mandrill-",
    feedback: /:md$/,
  }),
  service("SendGrid", "transactional", {
    domains: "sendgrid.net sendgrid.com sendgrid.info",
    headers: "x-sg-eid x-sg-id",
    feedback: /sendgrid/i,
    path: /^\/(?:wf\/open|ls\/click|asm\/(?:unsubscribe|\?))\??(?:upn|user_id)=/,
  }),
  service("Mailgun", "transactional", {
    domains: "mailgun.org mailgun.net mailgun.com",
    headers: "x-mailgun-",
    path: /^\/[oc]\/eJ[\w-]{30,}/,
  }),
  service("Mailjet", "transactional", {
    domains: "mailjet.com mjt.lu mailjet.org",
    headers: "x-mj-",
    feedback: /:mj$/i,
    path: /^\/(?:oo|lnk|unsub2)\/[A-Za-z0-9]{10,}\//,
  }),
  service("Amazon SES", "transactional", {
    domains: "amazonses.com awstrack.me",
    headers: "x-ses-",
    feedback: /amazonses$/i,
  }),
  service("SparkPost", "transactional", {
    domains: "sparkpostmail.com sparkpostmail1.com sparkpostelite.com sparkpost.com spgo.io",
    headers: "x-msfbl",
    path: /^\/(?:q|f\/a|p\/us)\/[\w~-]{15,}~~\//,
  }),
  service("Postmark", "transactional", {
    domains: "mtasv.net pstmrk.it postmarkapp.com",
    headers: "x-pm-message-id x-pm-rcpt x-pm-message-options x-pm-mtasv-",
  }),
  service("MailerSend", "transactional", { domains: "mailersend.com mailersend.net", headers: "x-mailersend-" }),
];
