package brume.apigateway.operation.account;

import brume.apigateway.data.AccountSettings;
import brume.apigateway.record.Patch;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.Account;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.UpdateAccountRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Changes the settings of the account in the region: also how many requests its APIs take, which
/// AWS changes on request.
public final class UpdateAccount implements Operation<UpdateAccountRequest, Account> {
  private static final Patch MEMBERS =
      new Patch("cloudwatchRoleArn", "features", "throttleSettings");

  private final AccountSettings settings;

  public UpdateAccount(AccountSettings settings) {
    this.settings = settings;
  }

  @Override
  public Access access(Call call, UpdateAccountRequest input) {
    return PathAccess.to(call, ApiGatewayModel.UPDATE_ACCOUNT, input);
  }

  @Override
  public Account run(Call call, UpdateAccountRequest input) {
    return settings.change(call.scope(), before -> MEMBERS.apply(before, input.patchOperations()));
  }
}
