package brume.dax.operation;

import brume.dax.data.Clusters;
import brume.model.dax.DescribeClustersRequest;
import brume.model.dax.DescribeClustersResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;

/// Describes clusters: those that are named, or all.
public final class DescribeClusters
    implements Operation<DescribeClustersRequest, DescribeClustersResponse> {
  private final Clusters clusters;

  public DescribeClusters(Clusters clusters) {
    this.clusters = clusters;
  }

  @Override
  public Access access(Call call, DescribeClustersRequest input) {
    return input.clusterNames() == null || input.clusterNames().isEmpty()
        ? DaxAccess.to(call, name(), "*")
        : all(call, input.clusterNames());
  }

  private Access all(Call call, List<String> names) {
    return names.stream()
        .map(each -> DaxAccess.to(call, name(), each))
        .reduce(new Access(List.of()), Access::and);
  }

  @Override
  public DescribeClustersResponse run(Call call, DescribeClustersRequest input) {
    var names = input.clusterNames();
    var wanted =
        names == null || names.isEmpty()
            ? clusters.all(call.scope())
            : names.stream().map(name -> clusters.get(call.scope(), name)).toList();
    var page = Listing.page(wanted, input.nextToken(), input.maxResults());
    return new DescribeClustersResponse(page.items(), page.next());
  }
}
