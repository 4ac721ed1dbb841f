/// What the execution of REST and HTTP APIs shares: the site, the tree of paths, functions and
/// servers behind routes, and what proxied functions answer.
///
/// Start with [ExecuteApi].
@NullMarked
package brume.apigateway.gateway;

import org.jspecify.annotations.NullMarked;
