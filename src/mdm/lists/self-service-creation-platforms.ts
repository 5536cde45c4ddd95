/** Services at which anybody makes pages, forms, designs or documents by themselves and shares them under the service's own domain. Our own selection from general knowledge, November 2026; not complete. */
export const selfServiceCreationPlatforms = `
airtable.com asana.com atlassian.net beacons.ai bio.link box.com bubble.io calendly.com campsite.bio
canva.com carrd.co clickup.com coda.io cognitoforms.com craft.me docs.google.com docs.zoom.us docsend.com
dropbox.com evernote.com express.adobe.com figma.com forms.office.com formstack.com framer.com gamma.app
genial.ly genially.com gitbook.io github.io glitch.me hubspotpagebuilder.com indd.adobe.com issuu.com
jotform.com linktr.ee loom.com mailchimp.com milanote.com miro.com monday.com mural.co new.express.adobe.com
nintex.com notion.site notion.so padlet.com paperform.co pitch.com prezi.com process.st qwilr.com
readymag.com replit.app sharepoint.com sites.google.com slab.com smartsheet.com squarespace.com storydoc.com
surveymonkey.com sway.cloud.microsoft sway.office.com tally.so taplink.cc tilda.ws tome.app trello.com
typeform.com visme.co webflow.io weebly.com whimsical.com wix.com wixsite.com wordpress.com wufoo.com
zapier.app zoho.com zohopublic.com
`;
