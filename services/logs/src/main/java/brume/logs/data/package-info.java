/// What touches the store: groups, their streams and their events.
///
/// An event lies once under its group, in order of time, and a key without value lies under its
/// stream, so that both all of a group and one stream can be read in order. Streams and events lie
/// under the group's unique id: deleting a group is one small transaction, and what it held is
/// cleared away afterwards.
///
/// Start with [Groups], then [Events].
@NullMarked
package brume.logs.data;

import org.jspecify.annotations.NullMarked;
