/** Phrases in subjects of fraud, in lower case. Our own selection from general knowledge, November 2026; not complete. */
export const suspiciousSubjects = `
account alert
account disabled
account limited
account locked
account on hold
account suspended
action required
billing problem
confirm your account
confirm your identity
deactivation notice
document shared with you
failed delivery
final notice
final warning
fraud alert
immediate action
invoice overdue
mailbox full
mailbox is almost full
messages on hold
messages pending
new login
new voicemail
outstanding payment
overdue payment
password expir
password reset
payment declined
payment failed
quarantined messages
security alert
sign-in attempt
storage limit
suspicious activity
suspicious sign-in
unauthorized access
undelivered messages
unusual activity
unusual sign-in
update your account
update your payment
upgrade your mailbox
verify your account
verify your email
verify your identity
voice message
wire transfer
your account has been
`;
