/// Amazon CloudWatch Logs: log groups, their streams and events, and the search in them.
///
/// Where it differs from AWS: events are found as soon as they are put; those that are too old for
/// their group are gone within an hour; the bytes of a group are counted when they are asked for. A
/// Live Tail session whose client is slow is sent fewer updates rather than late ones.
///
/// Start with [Logs], then `operation`, then `data`; the language of filters is in `pattern`.
@NullMarked
package brume.logs;

import org.jspecify.annotations.NullMarked;
