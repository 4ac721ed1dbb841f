/// Actions on tags.
@NullMarked
package brume.apigatewayv2.operation.tags;

import org.jspecify.annotations.NullMarked;
