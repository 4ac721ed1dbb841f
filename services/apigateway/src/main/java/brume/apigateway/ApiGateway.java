package brume.apigateway;

import brume.apigateway.accesslog.AccessLogs;
import brume.apigateway.authorizer.Guards;
import brume.apigateway.cache.StageCaches;
import brume.apigateway.data.AccountSettings;
import brume.apigateway.data.RestApis;
import brume.apigateway.data.Tagged;
import brume.apigateway.execution.Engine;
import brume.apigateway.execution.RestSite;
import brume.apigateway.gateway.ExecuteApi;
import brume.apigateway.gateway.Upstream;
import brume.apigateway.operation.stages.FlushStageAuthorizersCache;
import brume.apigateway.operation.stages.FlushStageCache;
import brume.apigateway.resource.AccountResource;
import brume.apigateway.resource.ApiKeyResource;
import brume.apigateway.resource.AuthorizerResource;
import brume.apigateway.resource.DeploymentResource;
import brume.apigateway.resource.GatewayResponseResource;
import brume.apigateway.resource.MethodResource;
import brume.apigateway.resource.ModelResource;
import brume.apigateway.resource.PathResource;
import brume.apigateway.resource.RequestValidatorResource;
import brume.apigateway.resource.RestApiResource;
import brume.apigateway.resource.StageResource;
import brume.apigateway.resource.UsagePlanKeyResource;
import brume.apigateway.resource.UsagePlanResource;
import brume.apigateway.usage.Allowance;
import brume.apigateway.usage.KeyRecords;
import brume.apigateway.usage.PlanRecords;
import brume.apigateway.usage.SaveUsage;
import brume.apigateway.usage.Throttles;
import brume.apigateway.usage.UsageLedger;
import brume.apigatewayv2.ApiGatewayV2;
import brume.apigatewayv2.data.HttpApis;
import brume.apigatewayv2.execution.HttpSite;
import brume.model.apigateway.ApiGatewayModel;
import brume.service.Gate;
import brume.service.Service;
import brume.store.Store;
import java.util.List;

/// The services for REST APIs and HTTP APIs, as the server wires them.
public final class ApiGateway {
  private ApiGateway() {}

  /// @param upstream reaches the servers behind methods and routes, and the issuers of tokens
  /// @param gate tells who signed a request
  public static List<Service> services(Store store, Upstream upstream, Gate gate) {
    var guards = Guards.of(gate, upstream);
    var caches = new StageCaches();
    var keys = new KeyRecords(store);
    var plans = new PlanRecords(store, keys);
    var ledger = new UsageLedger(store);
    var logs = new AccessLogs();
    var account = new AccountSettings(store);
    var engine =
        new Engine(
            upstream, guards, caches, new Allowance(plans, ledger, new Throttles()), account, logs);
    var apis = new RestApis(store);
    var httpApis = new HttpApis(store);
    var rest =
        Service.of(ApiGatewayModel.SERVICE)
            .operations(DesignOperations.api(apis))
            .operations(DesignOperations.resources(apis))
            .operations(DesignOperations.methods(apis))
            .operations(DesignOperations.integrations(apis))
            .operations(StageOperations.stages(apis, account))
            .operations(
                new FlushStageCache(apis, caches),
                new FlushStageAuthorizersCache(apis, guards.functions()))
            .operations(DesignOperations.parts(apis))
            .operations(StageOperations.keys(keys, plans))
            .operations(StageOperations.usage(plans, ledger))
            .jobs(new SaveUsage(ledger), logs)
            .operations(StageOperations.account(new Tagged(apis), account))
            .sites(
                new ExecuteApi(
                    new RestSite(apis, engine), new HttpSite(httpApis, upstream, guards)))
            .resourceTypes(
                new RestApiResource(),
                new PathResource(),
                new MethodResource(),
                new DeploymentResource(),
                new StageResource(),
                new AuthorizerResource(),
                new ApiKeyResource(),
                new UsagePlanResource(),
                new UsagePlanKeyResource(),
                new GatewayResponseResource(),
                new ModelResource(),
                new RequestValidatorResource(),
                new AccountResource())
            .build();
    return List.of(rest, ApiGatewayV2.service(httpApis, guards.functions()));
  }
}
