package brume.apigateway;

import brume.apigateway.data.RestApis;
import brume.apigateway.operation.api.CreateRestApi;
import brume.apigateway.operation.api.DeleteRestApi;
import brume.apigateway.operation.api.GetExport;
import brume.apigateway.operation.api.GetRestApi;
import brume.apigateway.operation.api.GetRestApis;
import brume.apigateway.operation.api.ImportRestApi;
import brume.apigateway.operation.api.PutRestApi;
import brume.apigateway.operation.api.UpdateRestApi;
import brume.apigateway.operation.integrations.DeleteIntegration;
import brume.apigateway.operation.integrations.DeleteIntegrationResponse;
import brume.apigateway.operation.integrations.GetIntegration;
import brume.apigateway.operation.integrations.GetIntegrationResponse;
import brume.apigateway.operation.integrations.PutIntegration;
import brume.apigateway.operation.integrations.PutIntegrationResponse;
import brume.apigateway.operation.integrations.UpdateIntegration;
import brume.apigateway.operation.integrations.UpdateIntegrationResponse;
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
import brume.service.Operation;

/// The operations by which APIs are designed.
final class DesignOperations {
  private DesignOperations() {}

  static Operation<?, ?>[] api(RestApis apis) {
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

  static Operation<?, ?>[] resources(RestApis apis) {
    return new Operation<?, ?>[] {
      new CreateResource(apis),
      new GetResource(apis),
      new GetResources(apis),
      new UpdateResource(apis),
      new DeleteResource(apis)
    };
  }

  static Operation<?, ?>[] methods(RestApis apis) {
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

  static Operation<?, ?>[] integrations(RestApis apis) {
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

  static Operation<?, ?>[] parts(RestApis apis) {
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
}
