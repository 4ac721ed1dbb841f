/// The server: takes requests off connections, refuses those that two parties could read
/// differently, and hands each of the others to a virtual thread.
///
/// Start with [HttpServer]; the way of one request is [Exchange].
@NullMarked
package brume.http.server;

import org.jspecify.annotations.NullMarked;
