/// Live Tail: sessions that are told of events as they are put. Start with [Tails].
@NullMarked
package brume.logs.tail;

import org.jspecify.annotations.NullMarked;
