package brume.iam.operation.account;

import brume.iam.data.Directory;
import brume.iam.report.AuthorizationDetails;
import brume.model.iam.GetAccountAuthorizationDetailsRequest;
import brume.model.iam.GetAccountAuthorizationDetailsResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Shows all users, groups, roles and policies of the account in one listing.
final class GetAccountAuthorizationDetails
    implements Operation<
        GetAccountAuthorizationDetailsRequest, GetAccountAuthorizationDetailsResponse> {
  private final Directory directory;

  GetAccountAuthorizationDetails(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, GetAccountAuthorizationDetailsRequest input) {
    return Access.toAny("iam:" + name());
  }

  @Override
  public GetAccountAuthorizationDetailsResponse run(
      Call call, GetAccountAuthorizationDetailsRequest input) {
    return new AuthorizationDetails(directory, call.scope()).page(input);
  }
}
