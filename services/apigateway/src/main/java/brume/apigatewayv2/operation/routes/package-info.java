/// Actions on routes.
@NullMarked
package brume.apigatewayv2.operation.routes;

import org.jspecify.annotations.NullMarked;
