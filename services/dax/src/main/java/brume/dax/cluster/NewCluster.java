package brume.dax.cluster;

import static brume.model.dax.DaxError.INVALID_PARAMETER_COMBINATION_EXCEPTION;
import static brume.model.dax.DaxError.INVALID_PARAMETER_VALUE_EXCEPTION;

import brume.base.Scope;
import brume.model.dax.Cluster;
import brume.model.dax.CreateClusterRequest;
import brume.model.dax.Endpoint;
import brume.model.dax.ParameterGroupStatus;
import brume.model.dax.SSEDescription;
import brume.model.dax.SecurityGroupMembership;
import brume.service.CommonError;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Describes a cluster that is to be made. It is available at once.
public final class NewCluster {
  public static final String DEFAULT_SUBNETS = "default";

  private static final String AVAILABLE = "available";
  private static final String TLS = "TLS";

  private static final Pattern NODE_TYPE =
      Pattern.compile(
          "dax\\.((t2|t3)\\.(small|medium)|(r3|r4|r5|r7i)\\.(large|(|2|4|8|12|16|24)xlarge))");

  /// Of a cluster that names none; no maintenance is ever done.
  private static final String WINDOW = "sun:05:00-sun:06:00";

  private static final Pattern WINDOWS =
      Pattern.compile(
          "(sun|mon|tue|wed|thu|fri|sat):\\d\\d:\\d\\d-(sun|mon|tue|wed|thu|fri|sat):\\d\\d:\\d\\d");

  private NewCluster() {}

  /// Throws what AWS throws for a request that breaks a rule, and that something is not implemented
  /// for what Brume cannot do.
  public static void check(CreateClusterRequest request) {
    ClusterName.check(request.clusterName());
    checkLacking(request);
    if (!NODE_TYPE.matcher(request.nodeType()).matches()) {
      throw INVALID_PARAMETER_VALUE_EXCEPTION.because("Invalid node type: " + request.nodeType());
    }
    checkWindow(request.preferredMaintenanceWindow());
    Nodes.checkCount(request.replicationFactor());
    var zones = request.availabilityZones();
    if (zones != null && zones.size() != request.replicationFactor()) {
      throw INVALID_PARAMETER_COMBINATION_EXCEPTION.because(
          "The number of availability zones must equal the replication factor");
    }
  }

  private static void checkLacking(CreateClusterRequest request) {
    if (request.notificationTopicArn() != null) {
      throw lacking("NotificationTopicArn");
    }
    if (request.sseSpecification() != null && request.sseSpecification().enabled()) {
      throw lacking("SSESpecification");
    }
    if (request.networkType() != null && !request.networkType().equals("ipv4")) {
      throw lacking("NetworkType " + request.networkType());
    }
  }

  /// Refuses what is not here.
  public static RuntimeException lacking(String parameter) {
    return CommonError.NOT_IMPLEMENTED.because("Brume's DAX does not have " + parameter + " yet");
  }

  public static void checkWindow(@Nullable String window) {
    if (window != null && !WINDOWS.matcher(window).matches()) {
      throw INVALID_PARAMETER_VALUE_EXCEPTION.because("Invalid maintenance window: " + window);
    }
  }

  /// Whether clients are to speak TLS.
  public static boolean isSecure(@Nullable String encryption) {
    return TLS.equals(encryption);
  }

  /// @param host the address of its listener: clients in JavaScript do not ask the hosts file for
  ///   names, so `localhost` would not do
  public static Cluster describe(
      CreateClusterRequest request, Scope scope, String host, int port, Instant now) {
    var name = ClusterName.of(request.clusterName());
    var encryption = Objects.requireNonNullElse(request.clusterEndpointEncryptionType(), "NONE");
    var scheme = isSecure(encryption) ? "daxs://" : "dax://";
    var endpoint = new Endpoint(host, port, scheme + host + ':' + port);
    int count = request.replicationFactor();
    return Cluster.builder()
        .clusterName(name)
        .clusterArn(ClusterName.arn(scope, name).toString())
        .description(request.description())
        .totalNodes(count)
        .activeNodes(count)
        .nodeType(request.nodeType())
        .status(AVAILABLE)
        .clusterDiscoveryEndpoint(endpoint)
        .clusterEndpointEncryptionType(encryption)
        .nodes(new Nodes(name, endpoint, scope).first(count, request.availabilityZones(), now))
        .preferredMaintenanceWindow(
            Objects.requireNonNullElse(request.preferredMaintenanceWindow(), WINDOW))
        .subnetGroup(Objects.requireNonNullElse(request.subnetGroupName(), DEFAULT_SUBNETS))
        .securityGroups(memberships(request.securityGroupIds()))
        .iamRoleArn(request.iamRoleArn())
        .parameterGroup(
            inSync(
                Objects.requireNonNullElse(request.parameterGroupName(), Lifetimes.DEFAULT_GROUP)))
        .sseDescription(new SSEDescription("DISABLED"))
        .networkType("ipv4")
        .build();
  }

  /// What is said of a parameter group whose values are in force.
  public static ParameterGroupStatus inSync(String group) {
    return new ParameterGroupStatus(List.of(), "in-sync", group);
  }

  public static List<SecurityGroupMembership> memberships(@Nullable List<String> groups) {
    return groups == null
        ? List.of()
        : groups.stream().map(id -> new SecurityGroupMembership(id, "active")).toList();
  }
}
