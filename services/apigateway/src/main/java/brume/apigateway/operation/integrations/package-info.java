/// Actions on what is behind methods.
@NullMarked
package brume.apigateway.operation.integrations;

import org.jspecify.annotations.NullMarked;
