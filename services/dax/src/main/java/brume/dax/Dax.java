package brume.dax;

import brume.dax.data.ClusterTags;
import brume.dax.data.Clusters;
import brume.dax.data.Events;
import brume.dax.data.ParameterGroups;
import brume.dax.data.StoredAttributeLists;
import brume.dax.data.SubnetGroups;
import brume.dax.node.Fleet;
import brume.dax.node.Ports;
import brume.dax.node.Settings;
import brume.dax.operation.CreateCluster;
import brume.dax.operation.CreateParameterGroup;
import brume.dax.operation.CreateSubnetGroup;
import brume.dax.operation.DecreaseReplicationFactor;
import brume.dax.operation.DeleteCluster;
import brume.dax.operation.DeleteParameterGroup;
import brume.dax.operation.DeleteSubnetGroup;
import brume.dax.operation.DescribeClusters;
import brume.dax.operation.DescribeDefaultParameters;
import brume.dax.operation.DescribeEvents;
import brume.dax.operation.DescribeParameterGroups;
import brume.dax.operation.DescribeParameters;
import brume.dax.operation.DescribeSubnetGroups;
import brume.dax.operation.IncreaseReplicationFactor;
import brume.dax.operation.ListTags;
import brume.dax.operation.RebootNode;
import brume.dax.operation.TagResource;
import brume.dax.operation.UntagResource;
import brume.dax.operation.UpdateCluster;
import brume.dax.operation.UpdateParameterGroup;
import brume.dax.operation.UpdateSubnetGroup;
import brume.dax.resource.ClusterResource;
import brume.dax.resource.ParameterGroupResource;
import brume.dax.resource.SubnetGroupResource;
import brume.model.dax.DaxModel;
import brume.service.Authorizer;
import brume.service.Platform;
import brume.service.Service;
import brume.store.Store;
import java.util.Set;

/// The service, as the server wires it. Closing it ends all listeners.
public final class Dax implements AutoCloseable {
  private final Fleet fleet;
  private final Clusters clusters;
  private final Service service;

  /// @param authorizer decides on what clients of clusters ask
  /// @param ports where clusters listen
  public Dax(Store store, Platform platform, Authorizer authorizer, Ports ports) {
    this(store, platform, authorizer, ports, Settings.ofHeap());
  }

  Dax(Store store, Platform platform, Authorizer authorizer, Ports ports, Settings settings) {
    fleet =
        new Fleet(
            platform, authorizer, scope -> new StoredAttributeLists(store, scope), ports, settings);
    var events = new Events(store, platform.ids());
    var parameters = new ParameterGroups(store, events);
    var subnets = new SubnetGroups(store, events);
    clusters = new Clusters(store, events, parameters, subnets);
    var tags = new ClusterTags(store, clusters);
    service =
        Service.of(DaxModel.SERVICE)
            .operations(
                new CreateCluster(clusters, parameters, fleet),
                new DescribeClusters(clusters),
                new UpdateCluster(clusters, parameters, fleet),
                new DeleteCluster(clusters, fleet),
                new IncreaseReplicationFactor(clusters),
                new DecreaseReplicationFactor(clusters),
                new RebootNode(clusters, fleet),
                new ListTags(tags),
                new TagResource(tags),
                new UntagResource(tags),
                new DescribeEvents(events))
            .operations(
                new CreateParameterGroup(parameters),
                new DescribeParameterGroups(parameters),
                new UpdateParameterGroup(parameters, clusters, fleet),
                new DeleteParameterGroup(parameters, clusters),
                new DescribeParameters(parameters),
                new DescribeDefaultParameters(),
                new CreateSubnetGroup(subnets),
                new DescribeSubnetGroups(subnets),
                new UpdateSubnetGroup(subnets),
                new DeleteSubnetGroup(subnets, clusters))
            .jobs(new Listeners(clusters, parameters, fleet), new Publishing(fleet))
            .resourceTypes(
                new ClusterResource(), new ParameterGroupResource(), new SubnetGroupResource())
            .build();
  }

  Fleet fleet() {
    return fleet;
  }

  Clusters clusters() {
    return clusters;
  }

  public Service service() {
    return service;
  }

  /// Where clusters listen on the loopback address.
  public Set<Integer> ports() {
    return fleet.openPorts();
  }

  /// What clusters counted so far, in Prometheus' text format; empty without clusters.
  public String metrics() {
    return Exposition.of(fleet);
  }

  @Override
  public void close() {
    fleet.close();
  }
}
