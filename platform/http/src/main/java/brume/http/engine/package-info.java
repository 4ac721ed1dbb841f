/// The protocol engine beneath server and client: Vert.x on Netty, with its event loops, started
/// lean. Nothing of it shows in the packages above.
///
/// Start with [Engine].
@NullMarked
package brume.http.engine;

import org.jspecify.annotations.NullMarked;
