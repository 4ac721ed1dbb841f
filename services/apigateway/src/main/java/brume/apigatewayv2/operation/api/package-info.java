/// Actions on whole HTTP APIs.
@NullMarked
package brume.apigatewayv2.operation.api;

import org.jspecify.annotations.NullMarked;
