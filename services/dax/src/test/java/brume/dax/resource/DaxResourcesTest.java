package brume.dax.resource;

import static org.assertj.core.api.Assertions.assertThat;

import brume.dax.Cloud;
import brume.json.Json;
import brume.model.dax.Cluster;
import brume.model.dax.DaxModel;
import brume.model.dax.DescribeClustersRequest;
import brume.model.dax.DescribeParametersRequest;
import brume.model.dax.DescribeSubnetGroupsRequest;
import brume.model.dax.ListTagsRequest;
import brume.model.dax.Parameter;
import brume.model.dax.Tag;
import brume.service.ResourceType;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DaxResourcesTest {
  private final Cloud cloud = new Cloud();
  private final ResourceType clusters = new ClusterResource();
  private final ResourceType parameters = new ParameterGroupResource();
  private final ResourceType subnets = new SubnetGroupResource();

  @AfterEach
  void close() {
    cloud.close();
  }

  private static ResourceType.Request request(String json) {
    return new ResourceType.Request(
        "my-stack", "Cache", "A1B2C3D4E5F6", (Json.Obj) Json.parse(json), Map.of("stack", "mine"));
  }

  private static String cluster(String more) {
    return """
        {"IAMRoleARN": "%s", "NodeType": "dax.t3.small", "SSESpecification": {"SSEEnabled": false},
         %s}"""
        .formatted(Cloud.ROLE, more);
  }

  private Cluster described(String name) {
    var request = new DescribeClustersRequest(java.util.List.of(name), null, null);
    return cloud.call(DaxModel.DESCRIBE_CLUSTERS, request).clusters().getFirst();
  }

  @Test
  void makesChangesAndDeletesClusters() {
    var call = cloud.rootCall();
    var before = request(cluster("\"ReplicationFactor\": 1, \"Tags\": {\"own\": \"1\"}"));
    var made = clusters.create(call, before);
    assertThat(made.physicalId()).matches("[a-z][a-z0-9-]{0,19}");
    var endpoint = described(made.physicalId()).clusterDiscoveryEndpoint();
    assertThat(made.attributes())
        .containsEntry("ClusterDiscoveryEndpointURL", Json.of(endpoint.url()))
        .containsEntry("ClusterDiscoveryEndpoint", Json.of("127.0.0.1:" + endpoint.port()))
        .containsEntry("Arn", Json.of(described(made.physicalId()).clusterArn()));
    assertThat(clusters.create(call, before)).isEqualTo(made);
    var after = request(cluster("\"ReplicationFactor\": \"3\", \"Description\": \"new\""));
    clusters.update(call, made, before.properties(), after);
    assertThat(described(made.physicalId()).totalNodes()).isEqualTo(3);
    assertThat(described(made.physicalId()).description()).isEqualTo("new");
    var arn = described(made.physicalId()).clusterArn();
    assertThat(cloud.call(DaxModel.LIST_TAGS, new ListTagsRequest(null, arn)).tags())
        .containsExactly(new Tag("stack", "mine"));
    clusters.update(call, made, after.properties(), before);
    assertThat(described(made.physicalId()).totalNodes()).isEqualTo(1);
    clusters.delete(call, made, before.properties());
    clusters.delete(call, made, before.properties());
  }

  @Test
  void makesChangesAndDeletesParameterGroups() {
    var call = cloud.rootCall();
    var before = request("{\"ParameterNameValues\": {\"query-ttl-millis\": 75000}}");
    var made = parameters.create(call, before);
    assertThat(parameters.create(call, before)).isEqualTo(made);
    var after = request("{\"ParameterNameValues\": {\"record-ttl-millis\": \"88000\"}}");
    parameters.update(call, made, before.properties(), after);
    assertThat(
            cloud
                .call(
                    DaxModel.DESCRIBE_PARAMETERS,
                    new DescribeParametersRequest(null, null, made.physicalId(), null))
                .parameters())
        .extracting(Parameter::parameterValue)
        .containsExactly("75000", "88000");
    parameters.delete(call, made, after.properties());
    parameters.delete(call, made, after.properties());
  }

  @Test
  void makesChangesAndDeletesSubnetGroups() {
    var call = cloud.rootCall();
    var before = request("{\"SubnetGroupName\": \"mine\", \"SubnetIds\": [\"subnet-1\"]}");
    var made = subnets.create(call, before);
    assertThat(made.physicalId()).isEqualTo("mine");
    var after =
        request("{\"SubnetGroupName\": \"mine\", \"SubnetIds\": [\"subnet-1\", \"subnet-2\"]}");
    subnets.update(call, made, before.properties(), after);
    var described =
        cloud.call(
            DaxModel.DESCRIBE_SUBNET_GROUPS,
            new DescribeSubnetGroupsRequest(null, null, java.util.List.of("mine")));
    assertThat(described.subnetGroups().getFirst().subnets()).hasSize(2);
    subnets.delete(call, made, after.properties());
    subnets.delete(call, made, after.properties());
  }
}
