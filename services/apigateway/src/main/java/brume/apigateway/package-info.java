/// Amazon API Gateway: REST APIs, and in `brume.apigatewayv2` HTTP APIs.
///
/// Where it differs from AWS: a deployment is live at once; what is not there, such as tracing, is
/// refused by name at the latest when an API is deployed.
///
/// Start with [ApiGateway], then `operation`, `rest` and `data`; requests are carried out in
/// `execution`, those who send them are asked for in `authorizer`, and documents read in `openapi`.
@NullMarked
package brume.apigateway;

import org.jspecify.annotations.NullMarked;
