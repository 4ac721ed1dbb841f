/// Actions on what methods name: authorizers, models, request validators, gateway responses.
@NullMarked
package brume.apigateway.operation.parts;

import org.jspecify.annotations.NullMarked;
