/// What a REST API is: its resources with their methods, and what belongs to it.
///
/// Start with [Definition].
@NullMarked
package brume.apigateway.rest;

import org.jspecify.annotations.NullMarked;
