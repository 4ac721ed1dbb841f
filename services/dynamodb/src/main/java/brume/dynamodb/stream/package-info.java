/// The changes of tables as streams: records written by the transactions that change items, read by
/// shard and sequence number for 24 hours.
///
/// Sequence numbers are taken while an item is locked, so those of one item grow in the order of
/// its changes. A record may become visible after one with a greater number; readers therefore stop
/// where the oldest transaction under way began ([Sequences#settled]), and never pass over one.
///
/// Where it differs from AWS: a stream begins with one shard, which is split when much is written
/// to it; shards are not closed by their age.
///
/// Start with [ChangeLog] for writing and [Streams] for reading.
@NullMarked
package brume.dynamodb.stream;

import org.jspecify.annotations.NullMarked;
