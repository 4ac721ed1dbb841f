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
import brume.apigateway.operation.account.GetAccount;
import brume.apigateway.operation.account.GetTags;
import brume.apigateway.operation.account.TagResource;
import brume.apigateway.operation.account.UntagResource;
import brume.apigateway.operation.account.UpdateAccount;
import brume.apigateway.operation.api.CreateRestApi;
import brume.apigateway.operation.api.DeleteRestApi;
import brume.apigateway.operation.api.GetRestApi;
import brume.apigateway.operation.api.GetRestApis;
import brume.apigateway.operation.api.ImportRestApi;
import brume.apigateway.operation.api.PutRestApi;
import brume.apigateway.operation.api.UpdateRestApi;
import brume.apigateway.operation.export.GetExport;
import brume.apigateway.operation.integrations.DeleteIntegration;
import brume.apigateway.operation.integrations.DeleteIntegrationResponse;
import brume.apigateway.operation.integrations.GetIntegration;
import brume.apigateway.operation.integrations.GetIntegrationResponse;
import brume.apigateway.operation.integrations.PutIntegration;
import brume.apigateway.operation.integrations.PutIntegrationResponse;
import brume.apigateway.operation.integrations.UpdateIntegration;
import brume.apigateway.operation.integrations.UpdateIntegrationResponse;
import brume.apigateway.operation.keys.CreateApiKey;
import brume.apigateway.operation.keys.CreateUsagePlanKey;
import brume.apigateway.operation.keys.DeleteApiKey;
import brume.apigateway.operation.keys.DeleteUsagePlanKey;
import brume.apigateway.operation.keys.GetApiKey;
import brume.apigateway.operation.keys.GetApiKeys;
import brume.apigateway.operation.keys.GetUsagePlanKey;
import brume.apigateway.operation.keys.GetUsagePlanKeys;
import brume.apigateway.operation.keys.UpdateApiKey;
import brume.apigateway.operation.methods.DeleteMethod;
import brume.apigateway.operation.methods.DeleteMethodResponse;
import brume.apigateway.operation.methods.GetMethod;
import brume.apigateway.operation.methods.GetMethodResponse;
import brume.apigateway.operation.methods.PutMethod;
import brume.apigateway.operation.methods.PutMethodResponse;
import brume.apigateway.operation.methods.UpdateMethod;
import brume.apigateway.operation.methods.UpdateMethodResponse;
import brume.apigateway.operation.parts.CreateAuthorizer;
import brume.apigateway.operation.parts.CreateModel;
import brume.apigateway.operation.parts.CreateRequestValidator;
import brume.apigateway.operation.parts.DeleteAuthorizer;
import brume.apigateway.operation.parts.DeleteGatewayResponse;
import brume.apigateway.operation.parts.DeleteModel;
import brume.apigateway.operation.parts.DeleteRequestValidator;
import brume.apigateway.operation.parts.GetAuthorizer;
import brume.apigateway.operation.parts.GetAuthorizers;
import brume.apigateway.operation.parts.GetGatewayResponse;
import brume.apigateway.operation.parts.GetGatewayResponses;
import brume.apigateway.operation.parts.GetModel;
import brume.apigateway.operation.parts.GetModels;
import brume.apigateway.operation.parts.GetRequestValidator;
import brume.apigateway.operation.parts.GetRequestValidators;
import brume.apigateway.operation.parts.PutGatewayResponse;
import brume.apigateway.operation.parts.UpdateAuthorizer;
import brume.apigateway.operation.parts.UpdateGatewayResponse;
import brume.apigateway.operation.parts.UpdateModel;
import brume.apigateway.operation.parts.UpdateRequestValidator;
import brume.apigateway.operation.resources.CreateResource;
import brume.apigateway.operation.resources.DeleteResource;
import brume.apigateway.operation.resources.GetResource;
import brume.apigateway.operation.resources.GetResources;
import brume.apigateway.operation.resources.UpdateResource;
import brume.apigateway.operation.stages.CreateDeployment;
import brume.apigateway.operation.stages.CreateStage;
import brume.apigateway.operation.stages.DeleteDeployment;
import brume.apigateway.operation.stages.DeleteStage;
import brume.apigateway.operation.stages.FlushStageAuthorizersCache;
import brume.apigateway.operation.stages.FlushStageCache;
import brume.apigateway.operation.stages.GetDeployment;
import brume.apigateway.operation.stages.GetDeployments;
import brume.apigateway.operation.stages.GetStage;
import brume.apigateway.operation.stages.GetStages;
import brume.apigateway.operation.stages.UpdateDeployment;
import brume.apigateway.operation.stages.UpdateStage;
import brume.apigateway.operation.usage.CreateUsagePlan;
import brume.apigateway.operation.usage.DeleteUsagePlan;
import brume.apigateway.operation.usage.GetUsage;
import brume.apigateway.operation.usage.GetUsagePlan;
import brume.apigateway.operation.usage.GetUsagePlans;
import brume.apigateway.operation.usage.UpdateUsage;
import brume.apigateway.operation.usage.UpdateUsagePlan;
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
import brume.service.Operation;
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
            .operations(api(apis))
            .operations(resources(apis))
            .operations(methods(apis))
            .operations(integrations(apis))
            .operations(stages(apis, account))
            .operations(
                new FlushStageCache(apis, caches),
                new FlushStageAuthorizersCache(apis, guards.functions()))
            .operations(parts(apis))
            .operations(keys(keys, plans))
            .operations(usage(plans, ledger))
            .jobs(new SaveUsage(ledger), logs)
            .operations(account(new Tagged(apis), account))
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

  private static Operation<?, ?>[] api(RestApis apis) {
    return new Operation<?, ?>[] {
      new CreateRestApi(apis),
      new GetRestApi(apis),
      new GetRestApis(apis),
      new UpdateRestApi(apis),
      new DeleteRestApi(apis),
      new ImportRestApi(apis),
      new PutRestApi(apis),
      new GetExport(apis)
    };
  }

  private static Operation<?, ?>[] resources(RestApis apis) {
    return new Operation<?, ?>[] {
      new CreateResource(apis),
      new GetResource(apis),
      new GetResources(apis),
      new UpdateResource(apis),
      new DeleteResource(apis)
    };
  }

  private static Operation<?, ?>[] methods(RestApis apis) {
    return new Operation<?, ?>[] {
      new PutMethod(apis),
      new GetMethod(apis),
      new UpdateMethod(apis),
      new DeleteMethod(apis),
      new PutMethodResponse(apis),
      new GetMethodResponse(apis),
      new UpdateMethodResponse(apis),
      new DeleteMethodResponse(apis)
    };
  }

  private static Operation<?, ?>[] integrations(RestApis apis) {
    return new Operation<?, ?>[] {
      new PutIntegration(apis),
      new GetIntegration(apis),
      new UpdateIntegration(apis),
      new DeleteIntegration(apis),
      new PutIntegrationResponse(apis),
      new GetIntegrationResponse(apis),
      new UpdateIntegrationResponse(apis),
      new DeleteIntegrationResponse(apis)
    };
  }

  private static Operation<?, ?>[] stages(RestApis apis, AccountSettings account) {
    return new Operation<?, ?>[] {
      new CreateDeployment(apis),
      new GetDeployment(apis),
      new GetDeployments(apis),
      new UpdateDeployment(apis),
      new DeleteDeployment(apis),
      new CreateStage(apis),
      new GetStage(apis),
      new GetStages(apis),
      new UpdateStage(apis, account),
      new DeleteStage(apis)
    };
  }

  private static Operation<?, ?>[] parts(RestApis apis) {
    return new Operation<?, ?>[] {
      new GetAuthorizer(apis),
      new UpdateAuthorizer(apis),
      new DeleteAuthorizer(apis),
      new GetAuthorizers(apis),
      new CreateAuthorizer(apis),
      new GetModel(apis),
      new UpdateModel(apis),
      new DeleteModel(apis),
      new GetModels(apis),
      new CreateModel(apis),
      new GetRequestValidator(apis),
      new UpdateRequestValidator(apis),
      new DeleteRequestValidator(apis),
      new GetRequestValidators(apis),
      new CreateRequestValidator(apis),
      new PutGatewayResponse(apis),
      new GetGatewayResponse(apis),
      new GetGatewayResponses(apis),
      new UpdateGatewayResponse(apis),
      new DeleteGatewayResponse(apis)
    };
  }

  private static Operation<?, ?>[] keys(KeyRecords keys, PlanRecords plans) {
    return new Operation<?, ?>[] {
      new CreateApiKey(keys),
      new GetApiKey(keys),
      new GetApiKeys(keys),
      new UpdateApiKey(keys),
      new DeleteApiKey(plans),
      new CreateUsagePlanKey(plans),
      new GetUsagePlanKey(plans),
      new GetUsagePlanKeys(plans),
      new DeleteUsagePlanKey(plans)
    };
  }

  private static Operation<?, ?>[] usage(PlanRecords plans, UsageLedger ledger) {
    return new Operation<?, ?>[] {
      new CreateUsagePlan(plans),
      new GetUsagePlan(plans),
      new GetUsagePlans(plans),
      new UpdateUsagePlan(plans),
      new DeleteUsagePlan(plans),
      new GetUsage(plans, ledger),
      new UpdateUsage(plans, ledger)
    };
  }

  private static Operation<?, ?>[] account(Tagged tagged, AccountSettings settings) {
    return new Operation<?, ?>[] {
      new GetAccount(settings),
      new UpdateAccount(settings),
      new TagResource(tagged),
      new UntagResource(tagged),
      new GetTags(tagged)
    };
  }
}
