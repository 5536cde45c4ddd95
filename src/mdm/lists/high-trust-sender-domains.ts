/** Registrable domains of large senders whose mail is not to be called hostile for its look alone, as long as it is authenticated. Our own selection from general knowledge, November 2026; not complete. */
export const highTrustSenderDomains = `
1password.com 8x8.com aa.com abnamro.nl adobe.com adobesign.com adp.com aexp.com airbnb.com airfrance.fr
airtable.com akamai.com alibaba.com aliexpress.com amazon.ca amazon.co.jp amazon.co.uk amazon.com amazon.de
amazon.es amazon.fr amazon.in amazon.it amazonaws.com amd.com americanexpress.com anydesk.com apple.com
asana.com atlassian.com atlassian.net att.com auspost.com.au auth0.com aws.com bankofamerica.com
barclays.co.uk barclays.com barracuda.com bbc.co.uk bbc.com bbva.com bestbuy.com bill.com binance.com
bitbucket.org bitwarden.com bloomberg.com bnpparibas.com booking.com box.com britishairways.com broadcom.com
bt.com caixabank.com calendly.com canadapost.ca canva.com capitalone.com chase.com cisco.com citi.com
citibank.com citrix.com cloudflare.com cnn.com coinbase.com comcast.com commerzbank.de concur.com costco.com
coursera.org credit-agricole.fr crowdstrike.com dashlane.com databricks.com datadoghq.com dell.com delta.com
deutsche-bank.de dhl.com dhl.de digitalocean.com discord.com discordapp.com discover.com disney.com
disneyplus.com dkb.de docker.com docusign.com docusign.net doordash.com dpd.co.uk dpd.com dropbox.com
dropboxmail.com duo.com duolingo.com duosecurity.com ebay.co.uk ebay.com ebay.de echosign.com economist.com
edx.org egnyte.com elastic.co etrade.com etsy.com eventbrite.com evernote.com expedia.com expensify.com
facebook.com facebookmail.com fastly.com fastmail.com fedex.com fidelity.com figma.com force.com
fortinet.com ft.com gandi.net github.com gitlab.com glassdoor.com gls-group.eu godaddy.com goldmansachs.com
google.com gotomeeting.com grammarly.com greenhouse.io grubhub.com gusto.com heroku.com hilton.com
hmrc.gov.uk homedepot.com hp.com hsbc.co.uk hsbc.com hubspot.com hulu.com hyatt.com ibm.com icloud.com id.me
ihg.com ikea.com indeed.com ing.com ing.de ing.nl instacart.com instagram.com intel.com intercom.com
intesasanpaolo.com intuit.com irs.gov jetbrains.com jotform.com jpmorgan.com kaspersky.com klarna.com
klm.com knowbe4.com kraken.com laposte.fr lastpass.com lenovo.com lever.co lg.com linkedin.com
lloydsbank.co.uk login.gov logmein.com loom.com lowes.com lufthansa.com lyft.com mailchimp.com
malwarebytes.com marriott.com mastercard.com mcafee.com medium.com meetup.com meta.com microsoft.com
microsoftonline.com mimecast.com miro.com monday.com mongodb.com monster.com morganstanley.com mozilla.org
myworkday.com namecheap.com natwest.com netflix.com newrelic.com nhs.net nhs.uk norton.com notion.so
npmjs.com npr.org nvidia.com nytimes.com office.com office365.com okta.com oracle.com orange.fr outlook.com
pagerduty.com paloaltonetworks.com paychex.com paypal.co.uk paypal.com paypal.de pinterest.com pnc.com
proofpoint.com proton.me protonmail.com quickbooks.com rabobank.nl rakuten.com reddit.com redditmail.com
redhat.com reuters.com revolut.com ringcentral.com royalmail.com ryanair.com salesforce.com samsung.com
santander.co.uk sap.com schwab.com sendgrid.com sentry.io servicenow.com shopify.com signal.org slack.com
snapchat.com snowflake.com societegenerale.fr sony.com sophos.com southwest.com sparkasse.de splunk.com
spotify.com square.com squarespace.com squareup.com ssa.gov stackoverflow.com stackoverflow.email stripe.com
substack.com surveymonkey.com symantec.com t-mobile.com tableau.com target.com teamviewer.com telegram.org
telekom.de theguardian.com tiktok.com trello.com trendmicro.com tripadvisor.com truist.com twilio.com
twitter.com typeform.com uber.com ubuntu.com udemy.com unicredit.it united.com ups.com usbank.com usps.com
va.gov vanguard.com venmo.com verizon.com visa.com vmware.com vodafone.com vodafone.de vonage.com
walmart.com washingtonpost.com wayfair.com webex.com wellsfargo.com wetransfer.com whatsapp.com
wikimedia.org wikipedia.org wise.com wix.com wordpress.com workday.com wsj.com x.com xero.com xfinity.com
yahooinc.com youtube.com zalando.com zalando.de zendesk.com ziprecruiter.com zoho.com zoom.us zscaler.com
`;
