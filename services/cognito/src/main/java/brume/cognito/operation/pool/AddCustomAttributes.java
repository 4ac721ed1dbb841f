package brume.cognito.operation.pool;

import brume.cognito.data.Directory;
import brume.cognito.pool.NewSchema;
import brume.cognito.request.PoolAccess;
import brume.model.cognitoidp.AddCustomAttributesRequest;
import brume.model.cognitoidp.AddCustomAttributesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Objects;

/// Adds custom attributes to the schema of a pool.
final class AddCustomAttributes
    implements Operation<AddCustomAttributesRequest, AddCustomAttributesResponse> {
  private final Directory directory;

  AddCustomAttributes(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, AddCustomAttributesRequest input) {
    return PoolAccess.to(call, directory.pools(), name(), input.userPoolId());
  }

  @Override
  public AddCustomAttributesResponse run(Call call, AddCustomAttributesRequest input) {
    directory
        .pools()
        .change(
            call.scope(),
            input.userPoolId(),
            pool ->
                pool.toBuilder()
                    .schemaAttributes(
                        NewSchema.extended(
                            Objects.requireNonNull(pool.schemaAttributes()),
                            input.customAttributes()))
                    .lastModifiedDate(call.now())
                    .build());
    return new AddCustomAttributesResponse();
  }
}
