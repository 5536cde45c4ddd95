/**
 * The services that are known, one file each. Programs that anybody can install (phpList, CiviCRM, listmonk, Gophish) are
 * left out: they are no service that knows its customer.
 *
 * Specific platforms stand before the relays they send through: where signs are equal the earlier entry wins.
 */
import { acoustic } from "./acoustic.ts";
import { actionNetwork } from "./action-network.ts";
import { actionkit } from "./actionkit.ts";
import { activecampaign } from "./activecampaign.ts";
import { adestra } from "./adestra.ts";
import { adobeCampaign } from "./adobe-campaign.ts";
import { amazonSes } from "./amazon-ses.ts";
import { apollo } from "./apollo.ts";
import { aweber } from "./aweber.ts";
import { bananatag } from "./bananatag.ts";
import { beehiiv } from "./beehiiv.ts";
import { benchmark } from "./benchmark.ts";
import { blackbaud } from "./blackbaud.ts";
import { bounceIo } from "./bounce-io.ts";
import { braze } from "./braze.ts";
import { brevo } from "./brevo.ts";
import { calendly } from "./calendly.ts";
import { campaignMonitor } from "./campaign-monitor.ts";
import { cleverreach } from "./cleverreach.ts";
import { cofense } from "./cofense.ts";
import { constantContact } from "./constant-contact.ts";
import { cordial } from "./cordial.ts";
import { customerio } from "./customerio.ts";
import { dotdigital } from "./dotdigital.ts";
import { drip } from "./drip.ts";
import { elasticEmail } from "./elastic-email.ts";
import { eloqua } from "./eloqua.ts";
import { emailoctopus } from "./emailoctopus.ts";
import { emarsys } from "./emarsys.ts";
import { engagingNetworks } from "./engaging-networks.ts";
import { eventbrite } from "./eventbrite.ts";
import { everyaction } from "./everyaction.ts";
import { freshdesk } from "./freshdesk.ts";
import { front } from "./front.ts";
import { getresponse } from "./getresponse.ts";
import { gmass } from "./gmass.ts";
import { googleCalendar } from "./google-calendar.ts";
import { govdelivery } from "./govdelivery.ts";
import { helpScout } from "./help-scout.ts";
import { hubspot } from "./hubspot.ts";
import { hubspotSales } from "./hubspot-sales.ts";
import { icontact } from "./icontact.ts";
import { intercom } from "./intercom.ts";
import { inxmail } from "./inxmail.ts";
import { iterable } from "./iterable.ts";
import { keap } from "./keap.ts";
import { kit } from "./kit.ts";
import { klaviyo } from "./klaviyo.ts";
import { knowbe4 } from "./knowbe4.ts";
import { lemlist } from "./lemlist.ts";
import { listrak } from "./listrak.ts";
import { mailchimp } from "./mailchimp.ts";
import { mailerlite } from "./mailerlite.ts";
import { mailersend } from "./mailersend.ts";
import { mailgun } from "./mailgun.ts";
import { mailjet } from "./mailjet.ts";
import { mailtrack } from "./mailtrack.ts";
import { mailup } from "./mailup.ts";
import { mandrill } from "./mandrill.ts";
import { marketo } from "./marketo.ts";
import { microsoftTeams } from "./microsoft-teams.ts";
import { mixmax } from "./mixmax.ts";
import { mobilize } from "./mobilize.ts";
import { nationbuilder } from "./nationbuilder.ts";
import { newsletter2go } from "./newsletter2go.ts";
import { omnisend } from "./omnisend.ts";
import { optimizely } from "./optimizely.ts";
import { outreach } from "./outreach.ts";
import { pardot } from "./pardot.ts";
import { postmark } from "./postmark.ts";
import { proofpointThreatsim } from "./proofpoint-threatsim.ts";
import { rapidmail } from "./rapidmail.ts";
import { responsys } from "./responsys.ts";
import { sailthru } from "./sailthru.ts";
import { salesforceMarketingCloud } from "./salesforce-marketing-cloud.ts";
import { salesloft } from "./salesloft.ts";
import { salsa } from "./salsa.ts";
import { selligent } from "./selligent.ts";
import { sendgrid } from "./sendgrid.ts";
import { sendpulse } from "./sendpulse.ts";
import type { Service } from "./service.ts";
import { smtp2go } from "./smtp2go.ts";
import { sparkpost } from "./sparkpost.ts";
import { streak } from "./streak.ts";
import { substack } from "./substack.ts";
import { superhuman } from "./superhuman.ts";
import { unisender } from "./unisender.ts";
import { webex } from "./webex.ts";
import { yamm } from "./yamm.ts";
import { yesware } from "./yesware.ts";
import { zendesk } from "./zendesk.ts";
import { zohoCampaigns } from "./zoho-campaigns.ts";
import { zoom } from "./zoom.ts";

export const services: readonly Service[] = [
  mailchimp,
  klaviyo,
  brevo,
  cleverreach,
  inxmail,
  getresponse,
  rapidmail,
  newsletter2go,
  optimizely,
  emarsys,
  selligent,
  hubspot,
  substack,
  beehiiv,
  constantContact,
  campaignMonitor,
  braze,
  iterable,
  salesforceMarketingCloud,
  pardot,
  marketo,
  adobeCampaign,
  responsys,
  eloqua,
  acoustic,
  activecampaign,
  kit,
  mailerlite,
  customerio,
  drip,
  aweber,
  keap,
  emailoctopus,
  dotdigital,
  adestra,
  zohoCampaigns,
  sailthru,
  listrak,
  icontact,
  benchmark,
  mailup,
  sendpulse,
  unisender,
  govdelivery,
  omnisend,
  cordial,
  nationbuilder,
  everyaction,
  actionNetwork,
  mobilize,
  blackbaud,
  bounceIo,
  engagingNetworks,
  actionkit,
  salsa,
  yesware,
  mailtrack,
  streak,
  outreach,
  salesloft,
  hubspotSales,
  superhuman,
  mixmax,
  apollo,
  lemlist,
  gmass,
  yamm,
  bananatag,
  zendesk,
  intercom,
  front,
  freshdesk,
  helpScout,
  zoom,
  googleCalendar,
  microsoftTeams,
  webex,
  calendly,
  eventbrite,
  knowbe4,
  cofense,
  proofpointThreatsim,
  mandrill,
  sendgrid,
  mailgun,
  mailjet,
  amazonSes,
  sparkpost,
  postmark,
  mailersend,
  elasticEmail,
  smtp2go,
];
