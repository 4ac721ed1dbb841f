/// The resource types of REST APIs in templates. Each calls the operations of the same name.
///
/// Start with [RestApiResource].
@NullMarked
package brume.apigateway.resource;

import org.jspecify.annotations.NullMarked;
