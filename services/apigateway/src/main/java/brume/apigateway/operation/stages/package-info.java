/// Actions on deployments and stages: what makes an API answer.
@NullMarked
package brume.apigateway.operation.stages;

import org.jspecify.annotations.NullMarked;
