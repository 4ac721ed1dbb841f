package brume.apigateway.execution;

import brume.apigateway.authorizer.FunctionAuthorizers;
import brume.apigateway.authorizer.FunctionAuthorizers.Outcome;
import brume.apigateway.authorizer.Grant;
import brume.apigateway.authorizer.Guards;
import brume.apigateway.authorizer.Signatures;
import brume.apigateway.gateway.FunctionUri;
import brume.apigateway.gateway.StageVariables;
import brume.apigateway.rest.ResponseType;
import brume.base.Arn;
import brume.identity.policy.Decision;
import brume.json.Json;
import brume.service.CommonError;
import brume.shape.ServiceException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Lets requests pass, or not: by the method's authorizer and the API's policy.
///
/// Source: API Gateway Developer Guide, "How API Gateway resource policies affect authorization
/// workflow".
record Doorkeeper(Guards guards, @Nullable ApiPolicy policy) {
  private static final String NO_ACCESS = "User is not authorized to access this resource";
  private static final String DENIED = " with an explicit deny";

  /// Who signed the request, where the method wants that; before its body is read.
  Exchange identified(Exchange exchange, Route route) throws IOException {
    if (!(route.guard() instanceof RestGuard.Signed)) {
      return exchange;
    }
    try {
      var signed = guards.signatures().identify(exchange.call(), exchange.incoming().request());
      return exchange
          .with(exchange.incoming().with(signed.request()))
          .admitted(Admission.of(signed.sender()));
    } catch (ServiceException refused) {
      throw refusal(refused);
    }
  }

  private static Failure refusal(ServiceException refused) {
    var code = refused.error().code();
    return switch (code) {
      case "MissingAuthenticationTokenException" ->
          new Failure(ResponseType.MISSING_AUTHENTICATION_TOKEN, "Missing Authentication Token");
      case "ExpiredTokenException" -> new Failure(ResponseType.EXPIRED_TOKEN, refused.message());
      default -> new Failure(ResponseType.INVALID_SIGNATURE, refused.message()).called(code);
    };
  }

  /// The exchange with what is known of its sender.
  Exchange admitted(Exchange exchange, Route route) {
    return switch (route.guard()) {
      case RestGuard.Open _ -> {
        checkPolicy(exchange, true);
        yield exchange;
      }
      case RestGuard.Signed _ -> {
        var sender = Objects.requireNonNull(exchange.admission().sender());
        authorize(exchange, sender.call(), policy == null ? null : policy.document());
        yield exchange;
      }
      case RestGuard.Pools pools -> {
        var admission = PoolTokens.admit(guards.tokens(), exchange, pools);
        checkPolicy(exchange, true);
        yield exchange.admitted(admission);
      }
      case RestGuard.Asking asking -> {
        checkPolicy(exchange, false);
        yield exchange.admitted(ask(exchange, route, asking));
      }
    };
  }

  /// @param strict whether the policy must let the request, not only not deny it
  private void checkPolicy(Exchange exchange, boolean strict) {
    if (policy != null) {
      authorize(exchange, exchange.call(), strict ? policy.document() : policy.denials());
    }
  }

  private void authorize(Exchange exchange, brume.service.Call call, @Nullable String document) {
    var method = exchange.method().toString();
    try {
      guards.signatures().authorize(call, Signatures.INVOKE, method, document);
    } catch (ServiceException refused) {
      if (refused.error() != CommonError.ACCESS_DENIED) {
        throw refused;
      }
      var account = call.scope().account();
      var masked =
          "*".repeat(account.length() - SHOWN) + account.substring(account.length() - SHOWN);
      throw Failure.byPolicy(
          refused
              .message()
              .replace(method, method.replace(':' + account + ':', ':' + masked + ':')));
    }
  }

  /// Digits of the account that refusals show.
  private static final int SHOWN = 4;

  private Admission ask(Exchange exchange, Route route, RestGuard.Asking asking) {
    var values = new ArrayList<String>();
    for (var source : asking.sources()) {
      var value = source.value(exchange);
      if (value == null) {
        throw unauthorized();
      }
      values.add(value);
    }
    var expression = asking.expression();
    if (expression != null && !expression.matcher(values.getFirst()).matches()) {
      throw unauthorized();
    }
    var outcome =
        guards
            .functions()
            .ask(
                exchange.call(),
                asked(exchange, asking, String.join("\n", values)),
                () ->
                    asking.byToken()
                        ? RestEvent.ofToken(exchange, values.getFirst())
                        : RestEvent.ofAuthorizer(exchange, route),
                Doorkeeper::read);
    return switch (outcome) {
      case Outcome.Answered(Grant grant) -> admission(exchange, grant);
      case Outcome.Unauthorized _ -> throw unauthorized();
      case Outcome.Failed _ -> throw new Failure(ResponseType.AUTHORIZER_FAILURE, null);
      case Outcome.Malformed _ ->
          throw new Failure(ResponseType.AUTHORIZER_CONFIGURATION_ERROR, null);
    };
  }

  private static @Nullable Grant read(Json.Obj answer) {
    var grant = Grant.ofPolicy(answer);
    return grant == null || !grant.isFlat() ? null : grant;
  }

  private static FunctionAuthorizers.Asked asked(
      Exchange exchange, RestGuard.Asking asking, String identity) {
    var authorizer = asking.authorizer();
    var variables = exchange.stageVariables();
    var uri = StageVariables.fill(String.valueOf(authorizer.authorizerUri()), variables);
    return new FunctionAuthorizers.Asked(
        FunctionAuthorizers.place(exchange.call().scope(), exchange.apiId(), exchange.stageName())
            + authorizer.id(),
        Objects.requireNonNull(FunctionUri.function(uri)),
        authorizer.authorizerCredentials(),
        Arn.of(
            "execute-api",
            exchange.call().scope(),
            exchange.apiId() + "/authorizers/" + authorizer.id()),
        asking.seconds(),
        asking.sources().isEmpty() ? null : identity);
  }

  private static Admission admission(Exchange exchange, Grant grant) {
    var decision = grant.decide(exchange.call(), exchange.method().toString());
    if (decision instanceof Decision.Denied) {
      throw new Failure(
          ResponseType.ACCESS_DENIED,
          decision instanceof Decision.ExplicitlyDenied ? NO_ACCESS + DENIED : NO_ACCESS);
    }
    var told = new LinkedHashMap<String, Json>();
    grant
        .context()
        .forEach(
            (name, value) -> told.put(name, value.text() == null ? value : Json.of(value.text())));
    told.put("principalId", Json.of(grant.principalId()));
    return new Admission(new Json.Obj(told), null, grant.usageKey(), null);
  }

  static Failure unauthorized() {
    return new Failure(ResponseType.UNAUTHORIZED, "Unauthorized");
  }
}
