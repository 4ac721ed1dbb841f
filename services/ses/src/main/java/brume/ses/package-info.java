/// Amazon Simple Email Service, version 1 of its API, and the mailbox in which all mail lands.
/// Version 2 is in `brume.sesv2`; both work on the same identities, templates and messages.
///
/// Where it differs from AWS: mail goes into Brume's own mailbox, and out only where the operator
/// names a relay, which the mails that verify addresses do not. A domain is verified like an
/// address, by a link in a mail to its postmaster, as the DNS is not asked. Accounts begin outside
/// the sandbox, and `PutAccountDetails` moves them at once, since nobody reviews them. The sending
/// rate is told and not enforced. A message has at most 4 MB. Tags of messages are shown in the
/// mailbox; events are not published, so event destinations are refused. Cognito alone may send
/// from `no-reply@verificationemail.com`, which belongs to AWS.
///
/// Start with [Ses], then `operation`, then `send`; who may read mail is in `mailbox`.
@NullMarked
package brume.ses;

import org.jspecify.annotations.NullMarked;
