/** The fixtures of all services, one file each. */

import { fixture as acoustic } from "./acoustic.fixture.ts";
import { fixture as actionNetwork } from "./action-network.fixture.ts";
import { fixture as actionkit } from "./actionkit.fixture.ts";
import { fixture as activecampaign } from "./activecampaign.fixture.ts";
import { fixture as adestra } from "./adestra.fixture.ts";
import { fixture as adobeCampaign } from "./adobe-campaign.fixture.ts";
import { fixture as amazonSes } from "./amazon-ses.fixture.ts";
import { fixture as apollo } from "./apollo.fixture.ts";
import { fixture as aweber } from "./aweber.fixture.ts";
import { fixture as bananatag } from "./bananatag.fixture.ts";
import { fixture as beehiiv } from "./beehiiv.fixture.ts";
import { fixture as benchmark } from "./benchmark.fixture.ts";
import { fixture as blackbaud } from "./blackbaud.fixture.ts";
import { fixture as bounceIo } from "./bounce-io.fixture.ts";
import { fixture as braze } from "./braze.fixture.ts";
import { fixture as brevo } from "./brevo.fixture.ts";
import { fixture as calendly } from "./calendly.fixture.ts";
import { fixture as campaignMonitor } from "./campaign-monitor.fixture.ts";
import { fixture as cleverreach } from "./cleverreach.fixture.ts";
import { fixture as cofense } from "./cofense.fixture.ts";
import { fixture as constantContact } from "./constant-contact.fixture.ts";
import { fixture as cordial } from "./cordial.fixture.ts";
import { fixture as customerio } from "./customerio.fixture.ts";
import { fixture as dotdigital } from "./dotdigital.fixture.ts";
import { fixture as drip } from "./drip.fixture.ts";
import { fixture as elasticEmail } from "./elastic-email.fixture.ts";
import { fixture as eloqua } from "./eloqua.fixture.ts";
import { fixture as emailoctopus } from "./emailoctopus.fixture.ts";
import { fixture as emarsys } from "./emarsys.fixture.ts";
import { fixture as engagingNetworks } from "./engaging-networks.fixture.ts";
import { fixture as eventbrite } from "./eventbrite.fixture.ts";
import { fixture as everyaction } from "./everyaction.fixture.ts";
import type { ServiceFixture } from "./fixture.ts";
import { fixture as freshdesk } from "./freshdesk.fixture.ts";
import { fixture as front } from "./front.fixture.ts";
import { fixture as getresponse } from "./getresponse.fixture.ts";
import { fixture as gmass } from "./gmass.fixture.ts";
import { fixture as googleCalendar } from "./google-calendar.fixture.ts";
import { fixture as govdelivery } from "./govdelivery.fixture.ts";
import { fixture as helpScout } from "./help-scout.fixture.ts";
import { fixture as hubspot } from "./hubspot.fixture.ts";
import { fixture as hubspotSales } from "./hubspot-sales.fixture.ts";
import { fixture as icontact } from "./icontact.fixture.ts";
import { fixture as intercom } from "./intercom.fixture.ts";
import { fixture as inxmail } from "./inxmail.fixture.ts";
import { fixture as iterable } from "./iterable.fixture.ts";
import { fixture as keap } from "./keap.fixture.ts";
import { fixture as kit } from "./kit.fixture.ts";
import { fixture as klaviyo } from "./klaviyo.fixture.ts";
import { fixture as knowbe4 } from "./knowbe4.fixture.ts";
import { fixture as lemlist } from "./lemlist.fixture.ts";
import { fixture as listrak } from "./listrak.fixture.ts";
import { fixture as mailchimp } from "./mailchimp.fixture.ts";
import { fixture as mailerlite } from "./mailerlite.fixture.ts";
import { fixture as mailersend } from "./mailersend.fixture.ts";
import { fixture as mailgun } from "./mailgun.fixture.ts";
import { fixture as mailjet } from "./mailjet.fixture.ts";
import { fixture as mailtrack } from "./mailtrack.fixture.ts";
import { fixture as mailup } from "./mailup.fixture.ts";
import { fixture as mandrill } from "./mandrill.fixture.ts";
import { fixture as marketo } from "./marketo.fixture.ts";
import { fixture as microsoftTeams } from "./microsoft-teams.fixture.ts";
import { fixture as mixmax } from "./mixmax.fixture.ts";
import { fixture as mobilize } from "./mobilize.fixture.ts";
import { fixture as nationbuilder } from "./nationbuilder.fixture.ts";
import { fixture as newsletter2go } from "./newsletter2go.fixture.ts";
import { fixture as omnisend } from "./omnisend.fixture.ts";
import { fixture as optimizely } from "./optimizely.fixture.ts";
import { fixture as outreach } from "./outreach.fixture.ts";
import { fixture as pardot } from "./pardot.fixture.ts";
import { fixture as postmark } from "./postmark.fixture.ts";
import { fixture as proofpointThreatsim } from "./proofpoint-threatsim.fixture.ts";
import { fixture as rapidmail } from "./rapidmail.fixture.ts";
import { fixture as responsys } from "./responsys.fixture.ts";
import { fixture as sailthru } from "./sailthru.fixture.ts";
import { fixture as salesforceMarketingCloud } from "./salesforce-marketing-cloud.fixture.ts";
import { fixture as salesloft } from "./salesloft.fixture.ts";
import { fixture as salsa } from "./salsa.fixture.ts";
import { fixture as selligent } from "./selligent.fixture.ts";
import { fixture as sendgrid } from "./sendgrid.fixture.ts";
import { fixture as sendpulse } from "./sendpulse.fixture.ts";
import { fixture as smtp2go } from "./smtp2go.fixture.ts";
import { fixture as sparkpost } from "./sparkpost.fixture.ts";
import { fixture as streak } from "./streak.fixture.ts";
import { fixture as substack } from "./substack.fixture.ts";
import { fixture as superhuman } from "./superhuman.fixture.ts";
import { fixture as unisender } from "./unisender.fixture.ts";
import { fixture as webex } from "./webex.fixture.ts";
import { fixture as yamm } from "./yamm.fixture.ts";
import { fixture as yesware } from "./yesware.fixture.ts";
import { fixture as zendesk } from "./zendesk.fixture.ts";
import { fixture as zohoCampaigns } from "./zoho-campaigns.fixture.ts";
import { fixture as zoom } from "./zoom.fixture.ts";

export const fixtures: readonly ServiceFixture[] = [
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
