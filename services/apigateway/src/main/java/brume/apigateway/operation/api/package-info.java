/// Actions on whole REST APIs.
@NullMarked
package brume.apigateway.operation.api;

import org.jspecify.annotations.NullMarked;
