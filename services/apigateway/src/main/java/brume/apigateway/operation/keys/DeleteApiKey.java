package brume.apigateway.operation.keys;

import brume.apigateway.record.PathAccess;
import brume.apigateway.usage.PlanRecords;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.DeleteApiKeyRequest;
import brume.model.apigateway.DeleteApiKeyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes an API key, which leaves its usage plans.
public final class DeleteApiKey implements Operation<DeleteApiKeyRequest, DeleteApiKeyResponse> {
  private final PlanRecords plans;

  public DeleteApiKey(PlanRecords plans) {
    this.plans = plans;
  }

  @Override
  public Access access(Call call, DeleteApiKeyRequest input) {
    return PathAccess.to(call, ApiGatewayModel.DELETE_API_KEY, input);
  }

  @Override
  public DeleteApiKeyResponse run(Call call, DeleteApiKeyRequest input) {
    plans.deleteKey(call.scope(), input.apiKey());
    return new DeleteApiKeyResponse();
  }
}
