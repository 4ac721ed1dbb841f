/// Tables with replicas in other regions: global tables of version 2019.11.21, with eventual
/// consistency.
///
/// A write owes the item's key to every other replica, in its own transaction. [Replication] sends
/// the item as it then is, with its version, and a replica takes what is later than what it has; so
/// it does not matter in which order, how often or how late items arrive, and all replicas come to
/// hold the same. Several writes of one item may arrive as one, as AWS says of its own.
///
/// Where it differs from AWS: a replicated write takes no capacity; a delete of what is not there
/// leaves no trace, so an older put that is under way still arrives; a replica that is removed
/// first sends what the others do not have yet; every replica can be removed at any time.
///
/// Start with [Replication].
@NullMarked
package brume.dynamodb.replica;

import org.jspecify.annotations.NullMarked;
