/// Actions on the methods of resources and on their responses.
@NullMarked
package brume.apigateway.operation.methods;

import org.jspecify.annotations.NullMarked;
