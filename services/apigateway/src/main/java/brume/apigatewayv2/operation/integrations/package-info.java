/// Actions on what routes target.
@NullMarked
package brume.apigatewayv2.operation.integrations;

import org.jspecify.annotations.NullMarked;
