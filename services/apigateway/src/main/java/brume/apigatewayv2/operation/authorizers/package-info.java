/// Actions on authorizers.
@NullMarked
package brume.apigatewayv2.operation.authorizers;

import org.jspecify.annotations.NullMarked;
