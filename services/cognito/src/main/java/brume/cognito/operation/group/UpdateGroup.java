package brume.cognito.operation.group;

import brume.cognito.data.Directory;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.UpdateGroupRequest;
import brume.model.cognitoidp.UpdateGroupResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import org.jspecify.annotations.Nullable;

/// Changes a group.
final class UpdateGroup implements Operation<UpdateGroupRequest, UpdateGroupResponse> {
  private final Directory directory;

  UpdateGroup(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, UpdateGroupRequest input) {
    var access = PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
    return PoolAccess.passing(access, input.roleArn());
  }

  @Override
  public UpdateGroupResponse run(Call call, UpdateGroupRequest input) {
    var pool = directory.pools().get(call.scope(), input.userPoolId());
    var changed =
        directory
            .groups()
            .change(
                pool,
                input.groupName(),
                group ->
                    group.toBuilder()
                        .description(orElse(input.description(), group.description()))
                        .precedence(orElse(input.precedence(), group.precedence()))
                        .roleArn(orElse(input.roleArn(), group.roleArn()))
                        .lastModifiedDate(call.now())
                        .build());
    return new UpdateGroupResponse(changed);
  }

  private static <T> @Nullable T orElse(@Nullable T asked, @Nullable T before) {
    return asked == null ? before : asked;
  }
}
