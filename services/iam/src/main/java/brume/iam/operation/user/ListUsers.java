package brume.iam.operation.user;

import brume.iam.data.Directory;
import brume.iam.entity.EntityKind;
import brume.iam.request.Needs;
import brume.iam.request.Shown;
import brume.model.iam.ListUsersRequest;
import brume.model.iam.ListUsersResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the users under a path.
final class ListUsers implements Operation<ListUsersRequest, ListUsersResponse> {
  private final Directory directory;

  ListUsers(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListUsersRequest input) {
    return Needs.onAll(call, name(), EntityKind.USER, input.pathPrefix());
  }

  @Override
  public ListUsersResponse run(Call call, ListUsersRequest input) {
    var page =
        directory
            .users()
            .list(call.scope(), input.pathPrefix(), input.marker(), input.maxItems())
            .map(Shown::listed);
    return ListUsersResponse.builder()
        .users(page.items())
        .marker(page.marker())
        .isTruncated(page.isTruncated())
        .build();
  }
}
