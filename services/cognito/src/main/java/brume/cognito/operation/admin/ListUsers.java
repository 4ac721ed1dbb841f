package brume.cognito.operation.admin;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.cognito.request.UserAttributes;
import brume.cognito.user.User;
import brume.cognito.user.UserFilter;
import brume.model.cognitoidp.ListUsersRequest;
import brume.model.cognitoidp.ListUsersResponse;
import brume.model.cognitoidp.UserType;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lists the users of a pool that a filter matches.
final class ListUsers implements Operation<ListUsersRequest, ListUsersResponse> {
  private static final int MAX_PAGE = 60;

  private final Directory directory;

  ListUsers(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListUsersRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public ListUsersResponse run(Call call, ListUsersRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    var filter = UserFilter.parse(input.filter());
    int limit =
        input.limit() == null || input.limit() == 0 ? MAX_PAGE : Math.min(input.limit(), MAX_PAGE);
    var page = directory.users().list(pool, filter::matches, input.paginationToken(), limit);
    var shown = page.users().stream().map(user -> filtered(input.attributesToGet(), user)).toList();
    return new ListUsersResponse(page.next(), shown);
  }

  private static UserType filtered(@Nullable List<String> names, User user) {
    var shown = UserAttributes.shown(user);
    var attributes = shown.attributes();
    return names == null || names.isEmpty() || attributes == null
        ? shown
        : shown.toBuilder()
            .attributes(attributes.stream().filter(each -> names.contains(each.name())).toList())
            .build();
  }
}
