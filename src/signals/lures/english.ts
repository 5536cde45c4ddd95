/** English. */
import { lurePhrases } from "./lure.ts";

export const english = lurePhrases(`
  credentials 3: verify your account / verify your identity / confirm your identity / confirm your account / validate your account
  credentials 3: update your payment / update your billing / update your account information / confirm your password / verify your email address
  credentials 3: re activate your account / reactivate your account / restore ~ access / unlock your account / secure your account
  credentials 3: confirm your information / verify your information / update your information / keep ~ current password / keep same password
  credentials 3: confirm ~ details to avoid / account verification / update your details / confirm your details
  credentials 2: verify your / validate your / confirm ownership / login to your account / log in to your account / sign in to your account
  credentials 2: update now / verify now / confirm now / validate now / activate now / click ~ to verify / click ~ to confirm / click ~ to update
  credentials 2: recovery phrase / seed phrase / secret phrase / your pin / credit card ~ details
  suspension 3: account has been suspended / account has been limited / account has been locked / account has been blocked / account is suspended
  suspension 3: account will be suspended / account will be closed / account will be deleted / account will be deactivated / account will be terminated
  suspension 3: account has been disabled / account has been restricted / account has been temporarily / account suspension / account termination
  suspension 3: temporarily ~ suspended / temporarily limited / permanently ~ deleted / permanently disabled / will be ~ permanently / restricted your account
  suspension 3: your account is on hold / placed a hold / account on hold / membership has expired / subscription has expired / membership expired
  suspension 2: has been suspended / will be suspended / limited access / service interruption
  security-alert 3: unusual sign in / unusual activity / suspicious activity / unauthorized access / unusual login / suspicious login / unrecognized device
  security-alert 3: new sign in / unauthorized transaction / unauthorised transaction / unusual ~ attempt / suspicious sign in / unknown device / security breach
  security-alert 2: security alert / security notice / security notification / security update / detected ~ login / your computer is infected / viruses ~ detected
  security-alert 2: antivirus ~ expired / protection has expired / device ~ at risk / device is infected / no longer protected
  mailbox 3: mailbox is almost full / storage is full / storage is almost full / mailbox storage / exceeded ~ quota / storage limit
  mailbox 3: pending messages / undelivered messages / held messages / messages on hold / messages ~ blocked / release messages
  mailbox 3: password expires / password expiry / password will expire / password ~ expire today / password is due / email ~ deactivated / mail server upgrade / cloud storage
  payment 3: payment ~ declined / payment failed / payment was declined / unable to process ~ payment / problem with your payment / payment method ~ expired
  payment 3: problem with your billing / billing problem / could not ~ payment / invoice overdue / overdue invoice / outstanding invoice
  payment 2: invoice attached / payment advice / remittance advice / proof of payment / payment receipt / payment confirmation / swift copy / payment slip
  payment 2: you have been charged / your order has been / auto renewal / has been renewed / renewal ~ successful / subscription ~ renewed / automatically renew / charged ~ account
  payment-change 3: new bank details / updated bank details / change ~ bank account / new account details / changed our bank / update ~ direct deposit
  payment-change 3: direct deposit information / change ~ direct deposit / bank account ~ changed / new banking information
  gift-card 3: purchase gift cards / itunes gift cards / some gift cards / scratch ~ back
  rapport 3: are you at your desk / are you in the office / quick favor / quick favour / need a favor / need your help urgently / are you free at the moment
  rapport 3: kindly send me your / your personal phone number / whatsapp number / handle ~ discreetly / quick task / urgent task / can i trust you
  rapport 2: i am in a meeting / sent from my mobile / keep this between us / request your comments / seeking your opinion / your expert opinion
  callback 3: call us immediately / call our toll free / toll free number / call ~ to cancel / if you did not ~ call / contact our helpline / customer support number / to cancel ~ call / call our support
  callback 2: did not authorize / did not make this / cancel this order / cancel the subscription / dispute this / helpline number / support team at
  delivery 3: your delivery attempt / package delivery failed / missed your delivery / package ~ could not be delivered / parcel ~ could not be delivered / unable to deliver ~ package
  delivery 3: shipping fee / delivery fee / customs fee / pending package / package is waiting / parcel is waiting / package ~ on hold / parcel ~ on hold / undelivered package
  delivery 2: track your package / track your parcel / tracking number / confirm ~ delivery / shipment ~ waiting
  prize 3: you have been chosen / you are a winner
  document 3: shared a document / shared a file / shared ~ with you / document ~ shared / review the document / review and sign / view document / secure document
  document 3: new voicemail / voice message / fax document / missed call / please docusign / waiting for your signature / has sent you ~ document / read message / open document
  document 2: view file / access document / download document / view attachment / download file / review document
  refund 3: refund ~ pending / eligible for a refund / claim your refund / you are eligible to receive / refund request
  crypto 3: connect your wallet / wallet ~ verification / wallet has been / verify your wallet / validate your wallet / eligible ~ tokens / claim ~ tokens
  advance-fee 3: million united states dollars / business proposal
  advance-fee 3: i am donating / foreign partner
  advance-fee 2: confidential ~ transaction / contact me ~ details / dear beneficiary
  extortion 3: i have recorded / your webcam / i have access to your / i hacked / your contacts ~ video / adult ~ sites / pay ~ bitcoin / send ~ bitcoin / infected your device
  urgency 2: within 24hrs / action required / urgent action / act immediately / final notice
  urgency 2: last warning / final warning / to avoid ~ suspension / to avoid ~ interruption / attention required
  urgency 1: immediately / dear customer / dear client / dear user / dear member / dear valued / dear sir / dear account / dear email user / valued customer
  credentials 1: social security number
  suspension 1: has expired / will expire / is about to expire
  mailbox 2: mailbox is full / incoming messages
  payment 2: billing information
  rapport 2: are you available
  rapport 1: interview you
  delivery 1: redelivery / your package / your parcel / schedule ~ delivery
  prize 1: been selected to
  prize 2: you have been selected
  prize 1: answer ~ questions / congratulations / act now / risk free
  document 2: encrypted message
  refund 1: refund of / overpaid / tax return
  crypto 1: airdrop / cryptocurrency / bitcoin / crypto / metamask / ethereum / blockchain / btc
  advance-fee 1: deceased / inheritance / beneficiary / sum of / consignment / diplomat / barrister / fund transfer / trustworthy / god bless
  advance-fee 1: get back to me / mutual benefit
  extortion 1: masturbat
  urgency 1: within 24 hours / within 48 hours / immediate action / immediate attention / failure to / avoid being / urgent / important notice
  gift-card 1: buy gift cards / google play cards
  prize 2: you have won / claim your prize / unclaimed reward / survey reward
  prize 1: claim your gift / you won / free gift / lucky winner / bonus ~ waiting / loyalty ~ reward / get yours now / you qualify
  refund 1: tax refund
  crypto 1: your btc / your bitcoin
  advance-fee 1: next of kin / charity ~ donation / compensation fund / loan offer / low interest / million dollars
  advance-fee 2: late husband / dying ~ cancer / investment proposal
  urgency 1: within 72 hours / last reminder / expires in
  credentials 2: identity verification
  suspension 2: expires today / expiring soon
  prize 2: claim your reward / exclusive reward / short survey / quick survey / claim now / your reward / congratulations you / rewards program / free spins / complete ~ survey
  crypto 2: bitcoin ~ wallet
  advance-fee 2: million usd / atm card / dear friend / transfer ~ funds
  urgency 2: in 24 hours / final reminder / last chance
`);
