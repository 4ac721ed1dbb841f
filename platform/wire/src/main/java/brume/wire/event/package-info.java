/// Event streams: what an operation hands out one by one, each event in a frame of its own.
///
/// Source: Smithy, "Amazon Event Stream Specification". Start with [EventStreams].
@NullMarked
package brume.wire.event;

import org.jspecify.annotations.NullMarked;
