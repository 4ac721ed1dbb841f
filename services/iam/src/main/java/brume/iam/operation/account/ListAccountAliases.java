package brume.iam.operation.account;

import brume.iam.data.Directory;
import brume.iam.entity.Listing;
import brume.model.iam.ListAccountAliasesRequest;
import brume.model.iam.ListAccountAliasesResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;

/// Lists the account's alias, if it has one.
final class ListAccountAliases
    implements Operation<ListAccountAliasesRequest, ListAccountAliasesResponse> {
  private final Directory directory;

  ListAccountAliases(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Access access(Call call, ListAccountAliasesRequest input) {
    return Access.toAny("iam:" + name());
  }

  @Override
  public ListAccountAliasesResponse run(Call call, ListAccountAliasesRequest input) {
    var page =
        Listing.of(
            directory.account().aliases(call.scope()),
            alias -> alias,
            input.marker(),
            input.maxItems());
    return ListAccountAliasesResponse.builder()
        .accountAliases(page.items())
        .isTruncated(page.isTruncated())
        .marker(page.marker())
        .build();
  }
}
