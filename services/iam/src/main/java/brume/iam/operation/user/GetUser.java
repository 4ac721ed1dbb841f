package brume.iam.operation.user;

import static brume.model.iam.IamError.VALIDATION_ERROR;

import brume.iam.data.Directory;
import brume.iam.request.Self;
import brume.model.iam.GetUserRequest;
import brume.model.iam.GetUserResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Shows a user: the caller, when no name is given.
final class GetUser implements Operation<GetUserRequest, GetUserResponse> {
  private final Directory directory;

  GetUser(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, GetUserRequest input) {
    return Self.access(call, name(), directory, input.userName());
  }

  @Override
  public GetUserResponse run(Call call, GetUserRequest input) {
    var user = Self.of(call, directory, input.userName()).user();
    if (user == null) {
      throw VALIDATION_ERROR.because(
          "Must specify userName when calling with non-User credentials");
    }
    return new GetUserResponse(user);
  }
}
