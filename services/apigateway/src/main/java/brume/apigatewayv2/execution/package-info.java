/// Carries out requests for the stages of HTTP APIs.
///
/// Start with [HttpSite], then [HttpPlan] and [HttpExecution].
@NullMarked
package brume.apigatewayv2.execution;

import org.jspecify.annotations.NullMarked;
