package brume.dax.resource;

import static brume.model.dax.DaxError.CLUSTER_ALREADY_EXISTS_FAULT;
import static brume.model.dax.DaxError.CLUSTER_NOT_FOUND_FAULT;

import brume.json.Json;
import brume.model.dax.Cluster;
import brume.model.dax.CreateClusterRequest;
import brume.model.dax.DaxModel;
import brume.model.dax.DecreaseReplicationFactorRequest;
import brume.model.dax.DeleteClusterRequest;
import brume.model.dax.DescribeClustersRequest;
import brume.model.dax.IncreaseReplicationFactorRequest;
import brume.model.dax.ListTagsRequest;
import brume.model.dax.Tag;
import brume.model.dax.TagResourceRequest;
import brume.model.dax.UntagResourceRequest;
import brume.model.dax.UpdateClusterRequest;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.NameCheck;
import brume.service.resource.TemplateProperties;
import brume.service.resource.TemplateTags;
import brume.shape.ServiceException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// `AWS::DAX::Cluster`.
public final class ClusterResource implements ResourceType {
  private static final int MAX_NAME = 20;

  /// What templates spell otherwise than the API.
  private static final Map<String, String> SPELLINGS =
      Map.of("IAMRoleARN", "IamRoleArn", "NotificationTopicARN", "NotificationTopicArn");

  private static final List<String> CHANGED_BY_UPDATE =
      List.of(
          "Description", "ParameterGroupName", "PreferredMaintenanceWindow", "SecurityGroupIds");

  @Override
  public String name() {
    return "AWS::DAX::Cluster";
  }

  @Override
  public Set<String> properties() {
    return Set.of(
        "AvailabilityZones",
        "ClusterEndpointEncryptionType",
        "ClusterName",
        "Description",
        "IAMRoleARN",
        "NetworkType",
        "NodeType",
        "NotificationTopicARN",
        "ParameterGroupName",
        "PreferredMaintenanceWindow",
        "ReplicationFactor",
        "SSESpecification",
        "SecurityGroupIds",
        "SubnetGroupName",
        "Tags");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of(
        "ClusterEndpointEncryptionType",
        "ClusterName",
        "IAMRoleARN",
        "NetworkType",
        "NodeType",
        "SSESpecification",
        "SubnetGroupName");
  }

  @Override
  public boolean isFree(Call call, Request request) {
    return NameCheck.isFree(
        request, "ClusterName", CLUSTER_NOT_FOUND_FAULT, name -> described(call, name));
  }

  @Override
  public Resource create(Call call, Request request) {
    var given = request.properties().get("ClusterName");
    var name = given == null ? generatedName(request) : Objects.requireNonNull(given.text());
    var properties = spelled(request.properties()).with("ClusterName", Json.of(name));
    var input =
        TemplateProperties.read(properties.without("Tags"), CreateClusterRequest.SHAPE).toBuilder()
            .tags(tags(request))
            .build();
    return resource(created(call, input, request.isOwn("ClusterName")));
  }

  /// A generated name begins with a letter, is short, and has no two hyphens in a row.
  private static String generatedName(Request request) {
    var name = request.generatedName(MAX_NAME).toLowerCase(Locale.ROOT);
    return name.replaceAll("-+", "-").replaceAll("^[^a-z]+|-$", "");
  }

  /// A step that is run again after a crash finds the cluster that it made.
  private static Cluster created(Call call, CreateClusterRequest input, boolean isOwn) {
    try {
      return Objects.requireNonNull(call.invoke(DaxModel.CREATE_CLUSTER, input).cluster());
    } catch (ServiceException e) {
      if (e.error() != CLUSTER_ALREADY_EXISTS_FAULT || !isOwn) {
        throw e;
      }
      return described(call, input.clusterName());
    }
  }

  private static Cluster described(Call call, String name) {
    var request = new DescribeClustersRequest(List.of(name), null, null);
    var clusters = call.invoke(DaxModel.DESCRIBE_CLUSTERS, request).clusters();
    return Objects.requireNonNull(clusters).getFirst();
  }

  private static Json.Obj spelled(Json.Obj properties) {
    var spelled = new LinkedHashMap<String, Json>();
    properties
        .fields()
        .forEach((name, value) -> spelled.put(SPELLINGS.getOrDefault(name, name), value));
    if (properties.get("SSESpecification") instanceof Json.Obj(Map<String, Json> fields)) {
      var renamed = new LinkedHashMap<String, Json>();
      fields.forEach(
          (name, value) -> renamed.put(name.equals("SSEEnabled") ? "Enabled" : name, value));
      spelled.put("SSESpecification", new Json.Obj(renamed));
    }
    return new Json.Obj(spelled);
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var name = current.physicalId();
    var wanted = spelled(request.properties());
    var old = spelled(before);
    var changed = new Json.Obj(Map.of("ClusterName", Json.of(name)));
    for (var property : CHANGED_BY_UPDATE) {
      var value = wanted.get(property);
      if (value != null && !value.equals(old.get(property))) {
        changed = changed.with(property, value);
      }
    }
    if (changed.fields().size() > 1) {
      call.invoke(
          DaxModel.UPDATE_CLUSTER, TemplateProperties.read(changed, UpdateClusterRequest.SHAPE));
    }
    var cluster = described(call, name);
    resize(call, cluster, Objects.requireNonNull(wanted.get("ReplicationFactor")));
    retag(call, Objects.requireNonNull(cluster.clusterArn()), tags(request));
    return current;
  }

  private static void resize(Call call, Cluster cluster, Json factor) {
    var name = Objects.requireNonNull(cluster.clusterName());
    int nodes = Objects.requireNonNull(cluster.totalNodes());
    int wanted = Integer.parseInt(Objects.requireNonNull(factor.text()));
    if (wanted > nodes) {
      call.invoke(
          DaxModel.INCREASE_REPLICATION_FACTOR,
          new IncreaseReplicationFactorRequest(null, name, wanted));
    } else if (wanted < nodes) {
      call.invoke(
          DaxModel.DECREASE_REPLICATION_FACTOR,
          new DecreaseReplicationFactorRequest(null, name, wanted, null));
    }
  }

  private static void retag(Call call, String arn, List<Tag> wanted) {
    var listed = call.invoke(DaxModel.LIST_TAGS, new ListTagsRequest(null, arn)).tags();
    var gone =
        Objects.requireNonNullElse(listed, List.<Tag>of()).stream()
            .map(tag -> Objects.requireNonNull(tag.key()))
            .filter(key -> wanted.stream().noneMatch(tag -> key.equals(tag.key())))
            .toList();
    if (!gone.isEmpty()) {
      call.invoke(DaxModel.UNTAG_RESOURCE, new UntagResourceRequest(arn, gone));
    }
    if (!wanted.isEmpty()) {
      call.invoke(DaxModel.TAG_RESOURCE, new TagResourceRequest(arn, wanted));
    }
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    try {
      call.invoke(DaxModel.DELETE_CLUSTER, new DeleteClusterRequest(current.physicalId()));
    } catch (ServiceException e) {
      if (e.error() != CLUSTER_NOT_FOUND_FAULT) {
        throw e;
      }
    }
  }

  private static List<Tag> tags(Request request) {
    return TemplateTags.of(request).entrySet().stream()
        .map(tag -> new Tag(tag.getKey(), tag.getValue()))
        .toList();
  }

  private static Resource resource(Cluster cluster) {
    var endpoint = Objects.requireNonNull(cluster.clusterDiscoveryEndpoint());
    return Resource.of(Objects.requireNonNull(cluster.clusterName()))
        .with("Arn", Objects.requireNonNull(cluster.clusterArn()))
        .with("ClusterDiscoveryEndpoint", endpoint.address() + ":" + endpoint.port())
        .with("ClusterDiscoveryEndpointURL", Objects.requireNonNull(endpoint.url()));
  }
}
