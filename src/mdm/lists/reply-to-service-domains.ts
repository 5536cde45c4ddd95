/** Registrable domains of services that put an address of their own into Reply-To. Our own selection from general knowledge, November 2026; not complete. */
export const replyToServiceDomains = `
airbnb.com amazon.com atlassian.net craigslist.org docusign.net dotloop.com ebay.com eventbrite.com
facebookmail.com force.com freshdesk.com front.com frontapp.com github.com gitlab.com googlegroups.com
groups.io helpscout.net hubspot.com hubspotemail.net intercom-mail.com linkedin.com marketplace.amazon.com
salesforce.com shopify.com squarespace.com wix.com zendesk.com
`;
