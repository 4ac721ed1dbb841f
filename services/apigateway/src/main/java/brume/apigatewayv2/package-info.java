/// HTTP APIs of Amazon API Gateway: routes, integrations and stages, most of which answer with
/// whatever the API is.
///
/// Where it differs from AWS: WebSocket APIs, mutual TLS and parameter mapping are not here and
/// refused by name; an automatic deployment that no stage answers with any more is gone.
///
/// Start with [ApiGatewayV2], then `operation` and `data`; requests are carried out in `execution`.
@NullMarked
package brume.apigatewayv2;

import org.jspecify.annotations.NullMarked;
