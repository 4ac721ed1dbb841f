/// The mailbox: what was sent, for people, tests and the console.
///
/// It is a site of the kind `mailbox`, whose name is the account: `/_brume/mailbox/<account>/`, and
/// with another region than the usual one `/_brume/mailbox/<region>/<account>/`. Below it lie
///
/// - `/`: the newest messages as a page, `?recipient=` for those to one address;
/// - `/read/<id>`: one message as a page;
/// - `/messages`: the same listing as JSON, `?recipient=`, `?limit=` and `?next=`;
/// - `/messages/<id>`: one message as JSON; `DELETE` deletes it;
/// - `/messages/<id>/raw`: as it travels, and `/messages/<id>/attachments/<number>`: one of its
///   files;
/// - `/verify/<identity>/<token>`: the link that shows that somebody reads an address's mail.
///
/// Mail holds secrets, such as codes to sign in with, so it is shown to two kinds of visitors only.
/// Whoever signs a request for `ses` needs `ses:GetMailboxMessage` or `ses:DeleteMailboxMessage`,
/// actions of Brume's own on `arn:aws:ses:<region>:<account>:mailbox`. And processes of Brume's own
/// machine need no signature while the development key `test`/`test` is on, with which they could
/// sign anyway; a page of another origin in their browser is refused. The link to verify needs
/// nothing but its token.
///
/// Start with [MailboxSite].
@NullMarked
package brume.ses.mailbox;

import org.jspecify.annotations.NullMarked;
