/// Actions on the resources of a REST API.
@NullMarked
package brume.apigateway.operation.resources;

import org.jspecify.annotations.NullMarked;
