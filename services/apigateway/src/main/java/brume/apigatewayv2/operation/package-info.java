/// The actions of API Gateway for HTTP APIs, by what they act on: one folder each.
@NullMarked
package brume.apigatewayv2.operation;

import org.jspecify.annotations.NullMarked;
