/// Mapping templates: plain text with references to the request and its context. Directives of the
/// Velocity language are not here and refused by name. Start with [Template].
@NullMarked
package brume.apigateway.template;

import org.jspecify.annotations.NullMarked;
