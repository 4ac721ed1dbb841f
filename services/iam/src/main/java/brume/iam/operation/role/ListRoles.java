package brume.iam.operation.role;

import brume.iam.data.Directory;
import brume.iam.entity.EntityKind;
import brume.iam.request.Needs;
import brume.iam.request.Shown;
import brume.model.iam.ListRolesRequest;
import brume.model.iam.ListRolesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the roles under a path.
final class ListRoles implements Operation<ListRolesRequest, ListRolesResponse> {
  private final Directory directory;

  ListRoles(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListRolesRequest input) {
    return Needs.onAll(call, name(), EntityKind.ROLE, input.pathPrefix());
  }

  @Override
  public ListRolesResponse run(Call call, ListRolesRequest input) {
    var page =
        directory
            .roles()
            .list(call.scope(), input.pathPrefix(), input.marker(), input.maxItems())
            .map(Shown::listed);
    return ListRolesResponse.builder()
        .roles(page.items())
        .marker(page.marker())
        .isTruncated(page.isTruncated())
        .build();
  }
}
