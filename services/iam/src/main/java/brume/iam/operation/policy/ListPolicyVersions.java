package brume.iam.operation.policy;

import brume.iam.data.Directory;
import brume.iam.request.Needs;
import brume.iam.request.Shown;
import brume.model.iam.ListPolicyVersionsRequest;
import brume.model.iam.ListPolicyVersionsResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the versions of a managed policy, the newest first.
final class ListPolicyVersions
    implements Operation<ListPolicyVersionsRequest, ListPolicyVersionsResponse> {
  private final Directory directory;

  ListPolicyVersions(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListPolicyVersionsRequest input) {
    return Needs.onPolicy(call, name(), directory.policies(), input.policyArn());
  }

  @Override
  public ListPolicyVersionsResponse run(Call call, ListPolicyVersionsRequest input) {
    var versions =
        directory.policies().versions(call.scope(), input.policyArn()).reversed().stream()
            .map(Shown::listed)
            .toList();
    return ListPolicyVersionsResponse.builder().versions(versions).isTruncated(false).build();
  }
}
