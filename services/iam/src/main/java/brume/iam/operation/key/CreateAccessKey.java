package brume.iam.operation.key;

import brume.iam.data.Directory;
import brume.iam.request.Self;
import brume.identity.AccessKeyIds;
import brume.model.iam.AccessKey;
import brume.model.iam.CreateAccessKeyRequest;
import brume.model.iam.CreateAccessKeyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Makes an access key of a user: of the caller, when no name is given. Its secret is shown this
/// once.
final class CreateAccessKey implements Operation<CreateAccessKeyRequest, CreateAccessKeyResponse> {
  private final Directory directory;

  CreateAccessKey(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, CreateAccessKeyRequest input) {
    return Self.access(call, name(), directory, input.userName());
  }

  @Override
  public CreateAccessKeyResponse run(Call call, CreateAccessKeyRequest input) {
    var self = Self.of(call, directory, input.userName());
    var key =
        AccessKey.builder()
            .accessKeyId(
                AccessKeyIds.issue(AccessKeyIds.LONG_TERM, call.scope().account(), call.ids()))
            .secretAccessKey(AccessKeyIds.secret(call.ids()))
            .userName(self.name())
            .status("Active")
            .createDate(call.now())
            .build();
    return new CreateAccessKeyResponse(directory.keys().create(call.scope(), self.owner(), key));
  }
}
