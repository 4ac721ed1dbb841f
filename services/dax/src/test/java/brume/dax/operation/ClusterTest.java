package brume.dax.operation;

import static brume.model.dax.DaxError.CLUSTER_ALREADY_EXISTS_FAULT;
import static brume.model.dax.DaxError.CLUSTER_NOT_FOUND_FAULT;
import static brume.model.dax.DaxError.INVALID_ARN_FAULT;
import static brume.model.dax.DaxError.INVALID_PARAMETER_COMBINATION_EXCEPTION;
import static brume.model.dax.DaxError.INVALID_PARAMETER_VALUE_EXCEPTION;
import static brume.model.dax.DaxError.NODE_NOT_FOUND_FAULT;
import static brume.model.dax.DaxError.NODE_QUOTA_FOR_CLUSTER_EXCEEDED_FAULT;
import static brume.model.dax.DaxError.PARAMETER_GROUP_NOT_FOUND_FAULT;
import static brume.model.dax.DaxError.SUBNET_GROUP_NOT_FOUND_FAULT;
import static brume.model.dax.DaxError.TAG_NOT_FOUND_FAULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import brume.dax.Cloud;
import brume.model.dax.CreateClusterRequest;
import brume.model.dax.DaxModel;
import brume.model.dax.DecreaseReplicationFactorRequest;
import brume.model.dax.DeleteClusterRequest;
import brume.model.dax.DescribeClustersRequest;
import brume.model.dax.DescribeEventsRequest;
import brume.model.dax.Event;
import brume.model.dax.IncreaseReplicationFactorRequest;
import brume.model.dax.ListTagsRequest;
import brume.model.dax.Node;
import brume.model.dax.RebootNodeRequest;
import brume.model.dax.SSESpecification;
import brume.model.dax.Tag;
import brume.model.dax.TagResourceRequest;
import brume.model.dax.UntagResourceRequest;
import brume.model.dax.UpdateClusterRequest;
import brume.shape.ErrorCode;
import brume.shape.OperationShape;
import brume.shape.ServiceException;
import brume.shape.Structure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClusterTest {
  private final Cloud cloud = new Cloud();

  @AfterEach
  void close() {
    cloud.close();
  }

  private static CreateClusterRequest.Builder request(String name) {
    return CreateClusterRequest.builder()
        .clusterName(name)
        .nodeType("dax.r5.large")
        .replicationFactor(3)
        .iamRoleArn(Cloud.ROLE);
  }

  private <I extends Structure, O extends Structure> void refused(
      ErrorCode error, OperationShape<I, O> operation, I input) {
    var refusal = catchThrowableOfType(ServiceException.class, () -> cloud.call(operation, input));
    assertThat(refusal).isNotNull();
    assertThat(refusal.error()).isEqualTo(error);
  }

  private void refused(ErrorCode error, UnaryOperator<CreateClusterRequest.Builder> change) {
    refused(error, DaxModel.CREATE_CLUSTER, change.apply(request("good")).build());
  }

  @Test
  void describesWhatItMade() throws IOException {
    var made = cloud.call(DaxModel.CREATE_CLUSTER, request("MyCluster").build()).cluster();
    assertThat(made.clusterName()).isEqualTo("mycluster");
    assertThat(made.clusterArn()).isEqualTo("arn:aws:dax:us-east-1:000000000000:cache/mycluster");
    assertThat(made.status()).isEqualTo("available");
    assertThat(made.nodes())
        .extracting(Node::nodeId)
        .containsExactly("mycluster-a", "mycluster-b", "mycluster-c");
    assertThat(made.parameterGroup().parameterGroupName()).isEqualTo("default.dax1.0");
    assertThat(made.subnetGroup()).isEqualTo("default");
    var endpoint = made.clusterDiscoveryEndpoint();
    assertThat(endpoint.url()).isEqualTo("dax://127.0.0.1:" + endpoint.port());
    var described =
        cloud.call(
            DaxModel.DESCRIBE_CLUSTERS,
            new DescribeClustersRequest(List.of("mycluster"), null, null));
    assertThat(described.clusters()).containsExactly(made);
    new Socket(InetAddress.getLoopbackAddress(), endpoint.port()).close();
  }

  @Test
  void endsWhatIsDeleted() {
    int port = cloud.cluster("gone").clusterDiscoveryEndpoint().port();
    var deleted = cloud.call(DaxModel.DELETE_CLUSTER, new DeleteClusterRequest("gone")).cluster();
    assertThat(deleted.status()).isEqualTo("deleting");
    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
        .isInstanceOf(IOException.class);
    refused(CLUSTER_NOT_FOUND_FAULT, DaxModel.DELETE_CLUSTER, new DeleteClusterRequest("gone"));
  }

  @Test
  void listsPageByPage() {
    for (var name : List.of("a", "b", "c")) {
      cloud.cluster(name);
    }
    var first = cloud.call(DaxModel.DESCRIBE_CLUSTERS, new DescribeClustersRequest(null, 2, null));
    assertThat(first.clusters()).hasSize(2);
    var second =
        cloud.call(
            DaxModel.DESCRIBE_CLUSTERS, new DescribeClustersRequest(null, 2, first.nextToken()));
    assertThat(second.clusters()).hasSize(1);
    assertThat(second.nextToken()).isNull();
  }

  @Test
  void refusesWhatBreaksARule() {
    cloud.cluster("there");
    refused(CLUSTER_ALREADY_EXISTS_FAULT, it -> it.clusterName("there"));
    refused(INVALID_PARAMETER_VALUE_EXCEPTION, it -> it.clusterName("1st"));
    refused(INVALID_PARAMETER_VALUE_EXCEPTION, it -> it.clusterName("a--b"));
    refused(INVALID_PARAMETER_VALUE_EXCEPTION, it -> it.clusterName("a".repeat(21)));
    refused(INVALID_PARAMETER_VALUE_EXCEPTION, it -> it.nodeType("db.t3.small"));
    refused(INVALID_PARAMETER_VALUE_EXCEPTION, it -> it.replicationFactor(0));
    refused(NODE_QUOTA_FOR_CLUSTER_EXCEEDED_FAULT, it -> it.replicationFactor(12));
    refused(INVALID_PARAMETER_VALUE_EXCEPTION, it -> it.preferredMaintenanceWindow("noon"));
    refused(
        INVALID_PARAMETER_COMBINATION_EXCEPTION, it -> it.availabilityZones(List.of("us-east-1a")));
    refused(PARAMETER_GROUP_NOT_FOUND_FAULT, it -> it.parameterGroupName("none"));
    refused(SUBNET_GROUP_NOT_FOUND_FAULT, it -> it.subnetGroupName("none"));
    refused(INVALID_PARAMETER_VALUE_EXCEPTION, it -> it.iamRoleArn("arn:aws:iam::1:user/x"));
  }

  @Test
  void saysWhatItLacks() {
    var lacking = brume.service.CommonError.NOT_IMPLEMENTED;
    refused(lacking, it -> it.notificationTopicArn("arn:aws:sns:us-east-1:000000000000:t"));
    refused(lacking, it -> it.sseSpecification(new SSESpecification(true)));
    refused(lacking, it -> it.networkType("ipv6"));
  }

  @Test
  void growsAndShrinks() {
    cloud.cluster("size");
    var grown =
        cloud
            .call(
                DaxModel.INCREASE_REPLICATION_FACTOR,
                new IncreaseReplicationFactorRequest(List.of("us-east-1f"), "size", 3))
            .cluster();
    assertThat(grown.totalNodes()).isEqualTo(3);
    assertThat(grown.nodes())
        .extracting(Node::availabilityZone)
        .containsExactly("us-east-1a", "us-east-1f", "us-east-1c");
    var shrunk =
        cloud
            .call(
                DaxModel.DECREASE_REPLICATION_FACTOR,
                new DecreaseReplicationFactorRequest(null, "size", 2, List.of("size-b")))
            .cluster();
    assertThat(shrunk.nodes()).extracting(Node::nodeId).containsExactly("size-a", "size-c");
    refused(
        INVALID_PARAMETER_VALUE_EXCEPTION,
        DaxModel.INCREASE_REPLICATION_FACTOR,
        new IncreaseReplicationFactorRequest(null, "size", 2));
    refused(
        NODE_NOT_FOUND_FAULT,
        DaxModel.DECREASE_REPLICATION_FACTOR,
        new DecreaseReplicationFactorRequest(null, "size", 1, List.of("size-z")));
    refused(NODE_NOT_FOUND_FAULT, DaxModel.REBOOT_NODE, new RebootNodeRequest("size", "size-b"));
  }

  @Test
  void changesWhatIsSaidOfIt() {
    cloud.cluster("said");
    var changed =
        cloud
            .call(
                DaxModel.UPDATE_CLUSTER,
                UpdateClusterRequest.builder()
                    .clusterName("said")
                    .description("Todos")
                    .preferredMaintenanceWindow("mon:01:00-mon:02:00")
                    .securityGroupIds(List.of("sg-1"))
                    .build())
            .cluster();
    assertThat(changed.description()).isEqualTo("Todos");
    assertThat(changed.securityGroups().getFirst().securityGroupIdentifier()).isEqualTo("sg-1");
    refused(
        PARAMETER_GROUP_NOT_FOUND_FAULT,
        DaxModel.UPDATE_CLUSTER,
        UpdateClusterRequest.builder().clusterName("said").parameterGroupName("no").build());
  }

  @Test
  void hasTags() {
    var arn = cloud.cluster("tagged").clusterArn();
    var tags =
        cloud
            .call(
                DaxModel.TAG_RESOURCE,
                new TagResourceRequest(arn, List.of(new Tag("a", "1"), new Tag("b", "2"))))
            .tags();
    assertThat(tags).hasSize(2);
    cloud.call(DaxModel.UNTAG_RESOURCE, new UntagResourceRequest(arn, List.of("a")));
    assertThat(cloud.call(DaxModel.LIST_TAGS, new ListTagsRequest(null, arn)).tags())
        .containsExactly(new Tag("b", "2"));
    refused(
        TAG_NOT_FOUND_FAULT, DaxModel.UNTAG_RESOURCE, new UntagResourceRequest(arn, List.of("a")));
    refused(
        INVALID_ARN_FAULT,
        DaxModel.LIST_TAGS,
        new ListTagsRequest(null, "arn:aws:dax:eu-west-1:000000000000:cache/tagged"));
  }

  @Test
  void tellsWhatHappened() {
    cloud.cluster("event");
    cloud.call(DaxModel.DELETE_CLUSTER, new DeleteClusterRequest("event"));
    var events =
        cloud
            .call(
                DaxModel.DESCRIBE_EVENTS,
                DescribeEventsRequest.builder().sourceName("event").build())
            .events();
    assertThat(events)
        .extracting(Event::message)
        .containsExactlyInAnyOrder("Cluster created.", "Cluster deleted.");
    cloud.clock.advance(java.time.Duration.ofHours(2));
    assertThat(
            cloud.call(DaxModel.DESCRIBE_EVENTS, DescribeEventsRequest.builder().build()).events())
        .isEmpty();
  }
}
