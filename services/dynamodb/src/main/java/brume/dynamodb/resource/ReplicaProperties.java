package brume.dynamodb.resource;

import brume.json.Json;
import brume.model.dynamodb.CreateReplicationGroupMemberAction;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.ReplicationGroupUpdate;
import brume.model.dynamodb.TableDescription;
import brume.model.dynamodb.UpdateTableInput;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.ResourceType.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a template says of one replica of a table.
record ReplicaProperties(String region, Json.Obj properties) {
  private static final String PROTECTION = "DeletionProtectionEnabled";
  private static final String CLASS = "TableClass";
  private static final Set<String> HONOURED =
      Set.of("Region", PROTECTION, CLASS, "Tags", "ResourcePolicy");

  /// By their regions, of which that of the call must be one.
  static Map<String, ReplicaProperties> of(Call call, Json.Obj properties) {
    var all = new LinkedHashMap<String, ReplicaProperties>();
    var replicas = properties.get("Replicas");
    for (var each : replicas == null ? List.<Json>of() : replicas.list()) {
      var replica = of(each);
      all.put(replica.region, replica);
    }
    if (!all.containsKey(call.scope().region())) {
      throw CommonError.VALIDATION.because(
          "Replicas must have one in the region of the stack, " + call.scope().region());
    }
    return all;
  }

  private static ReplicaProperties of(Json json) {
    if (!(json instanceof Json.Obj replica)) {
      throw CommonError.VALIDATION.because("Not of the right type: property Replicas");
    }
    for (var property : replica.fields().keySet()) {
      if (!HONOURED.contains(property)) {
        throw CommonError.VALIDATION.because("Unsupported property: Replicas." + property);
      }
    }
    var region = text(replica, "Region");
    if (region == null) {
      throw CommonError.VALIDATION.because("Missing: property Replicas.Region");
    }
    return new ReplicaProperties(region, replica);
  }

  private static @Nullable String text(Json.Obj replica, String name) {
    var value = replica.get(name);
    return value == null ? null : value.text();
  }

  ReplicationGroupUpdate creation() {
    return ReplicationGroupUpdate.builder()
        .create(
            CreateReplicationGroupMemberAction.builder()
                .regionName(region)
                .tableClassOverride(text(properties, CLASS))
                .build())
        .build();
  }

  /// Sets what no other replica has from it.
  void apply(Call call, String name, Request request) {
    var there = call.in(call.scope().in(region));
    var table = TableResource.described(there, name);
    boolean isProtected = "true".equals(text(properties, PROTECTION));
    if (isProtected != Boolean.TRUE.equals(table.deletionProtectionEnabled())) {
      there.invoke(
          DynamoDbModel.UPDATE_TABLE,
          UpdateTableInput.builder()
              .tableName(name)
              .deletionProtectionEnabled(isProtected)
              .build());
    }
    var tableClass = text(properties, CLASS);
    if (tableClass != null && !tableClass.equals(classOf(table))) {
      there.invoke(
          DynamoDbModel.UPDATE_TABLE,
          UpdateTableInput.builder().tableName(name).tableClass(tableClass).build());
    }
    var arn = Objects.requireNonNull(table.tableArn());
    TableSettings.guard(there, arn, TableProperties.policy(properties));
    var own =
        new Request(
            request.stackName(), request.logicalId(), request.token(), properties, request.tags());
    TableSettings.tag(there, arn, TableResource.tags(own));
  }

  private static String classOf(TableDescription table) {
    var summary = table.tableClassSummary();
    return summary == null || summary.tableClass() == null ? "STANDARD" : summary.tableClass();
  }
}
