package brume.apigateway.resource;

import brume.json.Json;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.UpdateAccountRequest;
import brume.service.Call;
import java.util.Set;

/// `AWS::ApiGateway::Account`: the settings of the account in the region, which stay when it is
/// deleted.
public final class AccountResource extends ApiResource {
  private static final int MAX_ID = 128;

  public AccountResource() {
    super("AWS::ApiGateway::Account", Set.of(), Set.of("CloudWatchRoleArn"));
  }

  @Override
  public Resource create(Call call, Request request) {
    patch(call, Json.Obj.EMPTY, request.properties());
    var id = request.generatedName(MAX_ID);
    return Resource.of(id).with("Id", id);
  }

  private static void patch(Call call, Json.Obj before, Json.Obj after) {
    var operations =
        new Patches(before, after).value("CloudWatchRoleArn", "/cloudwatchRoleArn").operations();
    if (!operations.isEmpty()) {
      call.invoke(ApiGatewayModel.UPDATE_ACCOUNT, new UpdateAccountRequest(operations));
    }
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    patch(call, before, request.properties());
    return current;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {}
}
