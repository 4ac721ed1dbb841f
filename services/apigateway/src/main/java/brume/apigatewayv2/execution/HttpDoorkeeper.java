package brume.apigatewayv2.execution;

import brume.apigateway.authorizer.FunctionAuthorizers;
import brume.apigateway.authorizer.FunctionAuthorizers.Outcome;
import brume.apigateway.authorizer.Grant;
import brume.apigateway.authorizer.Guards;
import brume.apigateway.authorizer.Signatures;
import brume.apigateway.gateway.FunctionUri;
import brume.apigateway.gateway.StageVariables;
import brume.apigatewayv2.rules.AuthorizerRules;
import brume.base.Arn;
import brume.identity.policy.Decision;
import brume.model.apigatewayv2.Authorizer;
import brume.service.CommonError;
import brume.shape.ServiceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Lets requests pass, or not: by the authorization of their route.
///
/// Source: API Gateway Developer Guide, "Control and manage access to HTTP APIs in API Gateway".
record HttpDoorkeeper(Guards guards) {
  private static final String IAM = "AWS_IAM";

  /// Who signed the request, where the route wants that; before its body is read.
  HttpExchange identified(HttpExchange exchange) throws IOException {
    if (!IAM.equals(exchange.target().route().authorizationType())) {
      return exchange;
    }
    try {
      var signed = guards.signatures().identify(exchange.call(), exchange.incoming().request());
      return exchange
          .with(exchange.incoming().with(signed.request()))
          .admitted(new HttpAdmission.Signed(signed.sender()));
    } catch (ServiceException _) {
      throw Denial.forbidden();
    }
  }

  /// The exchange with what is known of its sender.
  HttpExchange admitted(HttpExchange exchange) {
    var target = exchange.target();
    var authorizer = target.authorizer();
    if (exchange.admission() instanceof HttpAdmission.Signed signed) {
      authorize(exchange, signed);
      return exchange;
    }
    if (authorizer == null) {
      return exchange;
    }
    return exchange.admitted(
        AuthorizerRules.TOKENS.equals(authorizer.authorizerType())
            ? RouteTokens.admit(guards.tokens(), exchange, authorizer)
            : ask(exchange, authorizer));
  }

  private void authorize(HttpExchange exchange, HttpAdmission.Signed signed) {
    try {
      guards
          .signatures()
          .authorize(signed.sender().call(), Signatures.INVOKE, exchange.method().toString(), null);
    } catch (ServiceException refused) {
      throw refused.error() == CommonError.ACCESS_DENIED ? Denial.forbidden() : refused;
    }
  }

  private HttpAdmission ask(HttpExchange exchange, Authorizer authorizer) {
    var values = new ArrayList<String>();
    for (var source : AuthorizerRules.sources(authorizer)) {
      var value = exchange.selected(source);
      if (value == null) {
        throw Denial.unauthorized();
      }
      values.add(value);
    }
    boolean second = "2.0".equals(authorizer.authorizerPayloadFormatVersion());
    boolean simple = Boolean.TRUE.equals(authorizer.enableSimpleResponses());
    var outcome =
        guards
            .functions()
            .ask(
                exchange.call(),
                asked(exchange, authorizer, values),
                () ->
                    second
                        ? HttpEvents.secondOfAuthorizer(exchange, values)
                        : HttpEvents.firstOfAuthorizer(exchange, values),
                simple ? Grant::ofSimple : Grant::ofPolicy);
    return switch (outcome) {
      case Outcome.Answered(Grant grant) -> admission(exchange, grant);
      case Outcome.Unauthorized _ -> throw Denial.unauthorized();
      case Outcome.Failed _, Outcome.Malformed _ -> throw Denial.internal();
    };
  }

  private static FunctionAuthorizers.Asked asked(
      HttpExchange exchange, Authorizer authorizer, List<String> identity) {
    var uri =
        StageVariables.fill(String.valueOf(authorizer.authorizerUri()), exchange.stageVariables());
    var seconds = authorizer.authorizerResultTtlInSeconds();
    var call = exchange.call();
    return new FunctionAuthorizers.Asked(
        FunctionAuthorizers.place(call.scope(), exchange.apiId(), exchange.stage().stageName())
            + authorizer.authorizerId(),
        Objects.requireNonNull(FunctionUri.function(uri)),
        authorizer.authorizerCredentialsArn(),
        Arn.of(
            "execute-api",
            call.scope(),
            exchange.apiId() + "/authorizers/" + authorizer.authorizerId()),
        seconds == null ? 0 : seconds,
        identity.isEmpty() ? null : String.join("\n", identity));
  }

  private static HttpAdmission admission(HttpExchange exchange, Grant grant) {
    if (grant.decide(exchange.call(), exchange.method().toString()) instanceof Decision.Denied) {
      throw Denial.forbidden();
    }
    return new HttpAdmission.ByFunction(grant.principalId(), grant.context());
  }
}
