/// Event notifications: who wants to hear of what happens to objects, what they are told, and how
/// it gets to them.
///
/// The transaction that changes an object owes what subscriptions say of it; the relay delivers it,
/// at least once and in no particular order, as AWS does. There is no EventBridge.
///
/// Source: Amazon S3 User Guide, "Amazon S3 Event Notifications". Start with [Subscription].
@NullMarked
package brume.s3.notification;

import org.jspecify.annotations.NullMarked;
