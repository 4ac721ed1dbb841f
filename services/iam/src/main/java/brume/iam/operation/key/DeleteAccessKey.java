package brume.iam.operation.key;

import brume.iam.data.Directory;
import brume.iam.request.Self;
import brume.model.iam.DeleteAccessKeyRequest;
import brume.model.iam.DeleteAccessKeyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Deletes an access key. Requests that it signed are refused from then on.
final class DeleteAccessKey implements Operation<DeleteAccessKeyRequest, DeleteAccessKeyResponse> {
  private final Directory directory;

  DeleteAccessKey(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, DeleteAccessKeyRequest input) {
    return Self.access(call, name(), directory, input.userName());
  }

  @Override
  public DeleteAccessKeyResponse run(Call call, DeleteAccessKeyRequest input) {
    var self = Self.of(call, directory, input.userName());
    directory.keys().delete(call.scope(), self.owner(), input.accessKeyId());
    return new DeleteAccessKeyResponse();
  }
}
