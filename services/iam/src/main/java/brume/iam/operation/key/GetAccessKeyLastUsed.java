package brume.iam.operation.key;

import static brume.model.iam.IamError.ACCESS_DENIED;

import brume.iam.data.Directory;
import brume.iam.data.KeyUses;
import brume.iam.request.Needs;
import brume.iam.request.Self;
import brume.model.iam.GetAccessKeyLastUsedRequest;
import brume.model.iam.GetAccessKeyLastUsedResponse;
import brume.model.iam.User;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import org.jspecify.annotations.Nullable;

/// Says when an access key was used last, to the minute, and for which service.
final class GetAccessKeyLastUsed
    implements Operation<GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedResponse> {
  private final Directory directory;
  private final KeyUses uses;

  GetAccessKeyLastUsed(Directory directory, KeyUses uses) {
    this.directory = directory;
    this.uses = uses;
  }

  @Override
  public Access access(Call call, GetAccessKeyLastUsedRequest input) {
    var owner = owner(call, input);
    return owner == null || owner.user() == null
        ? Access.toAny("iam:" + name())
        : Needs.on(call, name(), directory.users(), owner.name());
  }

  @Override
  public GetAccessKeyLastUsedResponse run(Call call, GetAccessKeyLastUsedRequest input) {
    var owner = owner(call, input);
    if (owner == null) {
      throw ACCESS_DENIED.because(
          "User: %s is not authorized to perform: iam:GetAccessKeyLastUsed on resource: access key"
                  .formatted(call.caller().arn())
              + ' '
              + input.accessKeyId());
    }
    return new GetAccessKeyLastUsedResponse(uses.last(input.accessKeyId()), owner.name());
  }

  /// Null for a key that is not of the account.
  private @Nullable Self owner(Call call, GetAccessKeyLastUsedRequest input) {
    return directory
        .accounts()
        .read(
            call.scope(),
            (reader, global) -> {
              var owned = directory.keys().find(reader, global, input.accessKeyId());
              if (owned == null) {
                return null;
              }
              User user = directory.users().findById(reader, global, owned.owner());
              return new Self(owned.owner(), user);
            });
  }
}
