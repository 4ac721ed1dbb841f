package brume.apigateway.operation.account;

import brume.apigateway.data.AccountSettings;
import brume.apigateway.record.PathAccess;
import brume.model.apigateway.Account;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.GetAccountRequest;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Describes the settings of the account in the region.
public final class GetAccount implements Operation<GetAccountRequest, Account> {
  private final AccountSettings settings;

  public GetAccount(AccountSettings settings) {
    this.settings = settings;
  }

  @Override
  public Access access(Call call, GetAccountRequest input) {
    return PathAccess.to(call, ApiGatewayModel.GET_ACCOUNT, input);
  }

  @Override
  public Account run(Call call, GetAccountRequest input) {
    return settings.get(call.scope());
  }
}
