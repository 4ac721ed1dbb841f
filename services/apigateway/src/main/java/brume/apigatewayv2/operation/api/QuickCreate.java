package brume.apigatewayv2.operation.api;

import brume.apigateway.gateway.FunctionUri;
import brume.apigateway.revision.ApiDraft;
import brume.apigatewayv2.data.Kind;
import brume.apigatewayv2.rules.IntegrationRules;
import brume.apigatewayv2.rules.RouteRules;
import brume.apigatewayv2.rules.StageRules;
import brume.model.apigatewayv2.Api;
import brume.model.apigatewayv2.CreateApiRequest;
import brume.model.apigatewayv2.Integration;
import brume.model.apigatewayv2.Route;
import brume.model.apigatewayv2.Stage;
import brume.service.Call;

/// A default route to one target, behind a default stage that deploys by itself.
final class QuickCreate {
  private static final String DEFAULT = "$default";

  private QuickCreate() {}

  static void add(ApiDraft<Api> draft, CreateApiRequest input, Call call) {
    var target = input.target();
    boolean isFunction = FunctionUri.function(target) != null;
    var given =
        Integration.builder()
            .apiGatewayManaged(true)
            .credentialsArn(input.credentialsArn())
            .integrationUri(target)
            .integrationType(isFunction ? "AWS_PROXY" : "HTTP_PROXY")
            .integrationMethod(isFunction ? "POST" : "ANY")
            .payloadFormatVersion(isFunction ? "2.0" : "1.0")
            .build();
    var integration =
        draft.put(Kind.INTEGRATION, IntegrationRules.created(given, null, call.ids()));
    var route =
        RouteRules.created(
            Route.builder()
                .apiGatewayManaged(true)
                .routeKey(input.routeKey() == null ? DEFAULT : input.routeKey())
                .target(IntegrationRules.target(String.valueOf(integration.integrationId())))
                .build(),
            call.ids());
    RouteRules.check(route, draft);
    draft.put(Kind.ROUTE, route);
    var stage = Stage.builder().apiGatewayManaged(true).stageName(DEFAULT).autoDeploy(true).build();
    draft.put(Kind.STAGE, StageRules.created(stage, call.now()));
  }
}
