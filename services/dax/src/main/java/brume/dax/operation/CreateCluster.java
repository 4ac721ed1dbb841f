package brume.dax.operation;

import static brume.model.dax.DaxError.INVALID_PARAMETER_VALUE_EXCEPTION;

import brume.base.Arn;
import brume.dax.cluster.ClusterName;
import brume.dax.cluster.NewCluster;
import brume.dax.data.Clusters;
import brume.dax.data.Events;
import brume.dax.data.ParameterGroups;
import brume.dax.node.Fleet;
import brume.model.dax.Cluster;
import brume.model.dax.CreateClusterRequest;
import brume.model.dax.CreateClusterResponse;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/// Makes a cluster, which listens from then on.
public final class CreateCluster implements Operation<CreateClusterRequest, CreateClusterResponse> {
  private static final String SERVICE = "dax.amazonaws.com";

  private final Clusters clusters;
  private final ParameterGroups groups;
  private final Fleet fleet;

  public CreateCluster(Clusters clusters, ParameterGroups groups, Fleet fleet) {
    this.clusters = clusters;
    this.groups = groups;
    this.fleet = fleet;
  }

  @Override
  public Access access(Call call, CreateClusterRequest input) {
    return DaxAccess.to(call, name(), input.clusterName())
        .and(Access.to("iam:PassRole", input.iamRoleArn()).where("iam:PassedToService", SERVICE));
  }

  @Override
  public CreateClusterResponse run(Call call, CreateClusterRequest input) {
    NewCluster.check(input);
    var arn = Arn.parse(input.iamRoleArn());
    if (arn.isEmpty() || !arn.get().resource().startsWith("role/")) {
      throw INVALID_PARAMETER_VALUE_EXCEPTION.because(
          "Not the ARN of a role: " + input.iamRoleArn());
    }
    boolean secure = NewCluster.isSecure(input.clusterEndpointEncryptionType());
    var listener = fleet.reserve(secure, clusters.ports());
    try {
      var cluster =
          NewCluster.describe(
              input,
              call.scope(),
              listener.getInetAddress().getHostAddress(),
              listener.getLocalPort(),
              call.now());
      keep(call, input, cluster);
      fleet.start(
          call.scope(),
          cluster,
          listener,
          groups.lifetimes(call.scope(), Clusters.parameterGroup(cluster)));
      return new CreateClusterResponse(cluster);
    } catch (RuntimeException failed) {
      close(listener);
      throw failed;
    }
  }

  private void keep(Call call, CreateClusterRequest input, Cluster cluster) {
    var event =
        Events.ofCluster(ClusterName.of(input.clusterName()), "Cluster created.", call.now());
    var tags = Objects.requireNonNullElse(input.tags(), List.<brume.model.dax.Tag>of());
    clusters.create(call.scope(), cluster, tags, event);
  }

  private static void close(java.net.ServerSocket listener) {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
