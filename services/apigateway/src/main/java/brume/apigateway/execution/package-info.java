/// Carries out requests for the stages of REST APIs.
///
/// Start with [RestSite], then [Plan], which compiles what a deployment froze, and [Execution].
@NullMarked
package brume.apigateway.execution;

import org.jspecify.annotations.NullMarked;
