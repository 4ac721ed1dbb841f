/// The client, for integrations and proxies: blocking calls, bodies as streams in both directions,
/// connections kept and counted. It follows no redirects and alters no header that the caller sets.
///
/// Start with [HttpClient].
@NullMarked
package brume.http.client;

import org.jspecify.annotations.NullMarked;
