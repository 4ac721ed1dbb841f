package brume.iam.operation.key;

import static brume.model.iam.IamError.INVALID_INPUT_EXCEPTION;

import brume.iam.data.Directory;
import brume.iam.request.Self;
import brume.model.iam.UpdateAccessKeyRequest;
import brume.model.iam.UpdateAccessKeyResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Makes an access key active or inactive.
final class UpdateAccessKey implements Operation<UpdateAccessKeyRequest, UpdateAccessKeyResponse> {
  private final Directory directory;

  UpdateAccessKey(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, UpdateAccessKeyRequest input) {
    return Self.access(call, name(), directory, input.userName());
  }

  @Override
  public UpdateAccessKeyResponse run(Call call, UpdateAccessKeyRequest input) {
    var self = Self.of(call, directory, input.userName());
    if (input.status().equals("Expired")) {
      throw INVALID_INPUT_EXCEPTION.because("Status of an access key cannot be set to Expired");
    }
    directory
        .keys()
        .change(
            call.scope(),
            self.owner(),
            input.accessKeyId(),
            key -> key.toBuilder().status(input.status()).build());
    return new UpdateAccessKeyResponse();
  }
}
