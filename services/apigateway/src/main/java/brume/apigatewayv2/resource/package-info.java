/// The resource types of HTTP APIs in templates. Start with [ApiResource].
@NullMarked
package brume.apigatewayv2.resource;

import org.jspecify.annotations.NullMarked;
