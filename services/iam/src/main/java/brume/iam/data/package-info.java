/// What IAM keeps in the store. All of an account's IAM changes under one lock and with one number
/// of its version, by which the warm paths know that what they remember still holds.
///
/// Entities lie by name and are found by unique id, too; all that belongs to an entity hangs on its
/// id, so that a new name changes nothing else. Start with [Directory], then [Accounts] and
/// [Entities].
@NullMarked
package brume.iam.data;

import org.jspecify.annotations.NullMarked;
