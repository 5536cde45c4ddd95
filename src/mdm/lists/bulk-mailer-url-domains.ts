/** Registrable domains in links that services for bulk mail write. Our own selection from general knowledge, November 2026; not complete. */
export const bulkMailerUrlDomains = `
acemlna.com actionkit.com actionnetwork.org activehosted.com amazonses.com aweber.com awstrack.me
beehiiv.com benchmarkemail.com blackbaud.com bmetrack.com braze.com brevo.com cheetahmail.com ck.page
cleverreach.com cmail19.com cmail20.com cmail29.com constantcontact.com convertkit-mail.com
convertkit-mail2.com createsend.com createsend1.com crsend.com ctctcdn.com customer.io customeriomail.com
dmtrk.net dotdigital.com drip.com dripemail2.com elasticemail.com eloqua.com elqtrk.com emarsys.net
emlnk.com emltrk.com emsecure.net en25.com esputnik.com everyaction.com exacttarget.com exct.net
getresponse.com govdelivery.com gr8.com granicus.com hs-sites.com hubspotemail.net hubspotlinks.com
hubspotstarter.net icontact.com icptrack.com intercom-clicks.com intercom-mail.com inxmail.com iterable.com
klaviyomail.com klclick.com klclick1.com klclick2.com klclick3.com links.iterable.com list-manage.com
mailchimp.com mailerlite.com mailgun.net mailgun.org mailjet.com mailup.com mandrillapp.com marketo.com
mcsv.net mjt.lu mktoresp.com mktoweb.com mlsend.com nationbuilder.com ngpvan.com omeda.com pardot.com
postmarkapp.com pstmrk.it rapidmail.com responsys.net rs6.net rsys2.net salsalabs.org selligent.com
sendgrid.net sendinblue.com sendpulse.com sfmc-content.com sibautomation.com sibforms.com sparkpostmail.com
sptrk.com substack.com unisender.com verticalresponse.com vresp.com
`;
