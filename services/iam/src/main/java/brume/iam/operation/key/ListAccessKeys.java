package brume.iam.operation.key;

import brume.iam.data.Directory;
import brume.iam.entity.Listing;
import brume.iam.request.Self;
import brume.model.iam.AccessKeyMetadata;
import brume.model.iam.ListAccessKeysRequest;
import brume.model.iam.ListAccessKeysResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.Objects;

/// Lists the access keys of a user: of the caller, when no name is given.
final class ListAccessKeys implements Operation<ListAccessKeysRequest, ListAccessKeysResponse> {
  private final Directory directory;

  ListAccessKeys(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListAccessKeysRequest input) {
    return Self.access(call, name(), directory, input.userName());
  }

  @Override
  public ListAccessKeysResponse run(Call call, ListAccessKeysRequest input) {
    var self = Self.of(call, directory, input.userName());
    var keys =
        directory.keys().of(call.scope(), self.owner()).stream()
            .map(
                key ->
                    AccessKeyMetadata.builder()
                        .accessKeyId(key.accessKeyId())
                        .userName(self.name())
                        .status(key.status())
                        .createDate(key.createDate())
                        .build())
            .toList();
    var page =
        Listing.of(
            keys,
            key -> Objects.requireNonNull(key.accessKeyId()),
            input.marker(),
            input.maxItems());
    return ListAccessKeysResponse.builder()
        .accessKeyMetadata(page.items())
        .marker(page.marker())
        .isTruncated(page.isTruncated())
        .build();
  }
}
