/// What HTTP APIs, their routes, integrations and stages must be like.
@NullMarked
package brume.apigatewayv2.rules;

import org.jspecify.annotations.NullMarked;
