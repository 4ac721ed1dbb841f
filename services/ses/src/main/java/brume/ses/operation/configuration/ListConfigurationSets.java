package brume.ses.operation.configuration;

import brume.model.ses.ConfigurationSet;
import brume.model.ses.ListConfigurationSetsRequest;
import brume.model.ses.ListConfigurationSetsResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.ses.data.ConfigurationSets;
import java.util.Objects;

/// Lists configuration sets by their names, 1000 at most at a time.
public final class ListConfigurationSets
    implements Operation<ListConfigurationSetsRequest, ListConfigurationSetsResponse> {
  private static final int MAX_PAGE = 1000;

  private final ConfigurationSets sets;

  public ListConfigurationSets(ConfigurationSets sets) {
    this.sets = sets;
  }

  @Override
  public Access access(Call call, ListConfigurationSetsRequest input) {
    return Access.toAny("ses:ListConfigurationSets");
  }

  @Override
  public ListConfigurationSetsResponse run(Call call, ListConfigurationSetsRequest input) {
    int limit = input.maxItems() == null ? MAX_PAGE : Math.clamp(input.maxItems(), 1, MAX_PAGE);
    var page = sets.page(call.scope(), input.nextToken(), limit);
    var names =
        page.items().stream()
            .map(set -> new ConfigurationSet(Objects.requireNonNull(set.configurationSetName())))
            .toList();
    return new ListConfigurationSetsResponse(names, page.next());
  }
}
