/// HTTP without an opinion on what it carries: a server that hands each request to a virtual
/// thread, and a client. Bodies are blocking streams; nothing else here shows the engine beneath.
///
/// Here are the messages and what reads their parts; `brume.http.server` and `brume.http.client`
/// move them. Start with [Request] and [Response].
@NullMarked
package brume.http;

import org.jspecify.annotations.NullMarked;
