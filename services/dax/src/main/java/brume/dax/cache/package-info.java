/// What a cluster remembers: items by their keys, and the replies to queries and scans.
///
/// The item cache is coherent with what is written through the cluster: from the moment a write is
/// acknowledged no reader is given what was there before. What is written past the cluster shows
/// once the item's time to live is over. Replies to queries are not changed by writes at all, as in
/// AWS.
///
/// Start with [ItemCache] and [QueryCache].
@NullMarked
package brume.dax.cache;

import org.jspecify.annotations.NullMarked;
