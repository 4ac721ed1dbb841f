/// Actions on deployments and stages.
@NullMarked
package brume.apigatewayv2.operation.stages;

import org.jspecify.annotations.NullMarked;
