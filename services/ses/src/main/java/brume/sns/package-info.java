/// Amazon Simple Notification Service, of which Brume has text messages to phone numbers only. They
/// land in the mailbox beside the mail: no mobile network is reached.
///
/// Topics, subscriptions and push notifications are answered as what Brume does not have.
///
/// Start with [Sns].
@NullMarked
package brume.sns;

import org.jspecify.annotations.NullMarked;
