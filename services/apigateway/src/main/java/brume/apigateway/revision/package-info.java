/// How APIs of both kinds are kept: the draft that operations change, and what deployments froze.
///
/// Start with [ApiLibrary].
@NullMarked
package brume.apigateway.revision;

import org.jspecify.annotations.NullMarked;
