package brume.dynamodb.resource;

import static brume.model.dynamodb.DynamoDbError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.json.Json;
import brume.model.dynamodb.CreateTableInput;
import brume.model.dynamodb.DeleteReplicationGroupMemberAction;
import brume.model.dynamodb.DeleteTableInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.ReplicaDescription;
import brume.model.dynamodb.ReplicationGroupUpdate;
import brume.model.dynamodb.TableDescription;
import brume.model.dynamodb.UpdateTableInput;
import brume.service.Call;
import brume.service.CommonError;
import brume.service.ResourceType;
import brume.service.resource.NameCheck;
import brume.service.resource.TemplateProperties;
import brume.service.resource.UnfinishedException;
import brume.shape.ServiceException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `AWS::DynamoDB::GlobalTable`: a table on demand with replicas, one of them in the stack's
/// region. `Ref` gives the name, `GetAtt` knows `Arn`, `TableId` and `StreamArn` of that one. A
/// replica is there when the stack is, and may still be filled.
public final class GlobalTableResource implements ResourceType {
  private static final int MAX_NAME = 255;
  private static final String NAME = "TableName";
  private static final String REPLICAS = "Replicas";

  @Override
  public String name() {
    return "AWS::DynamoDB::GlobalTable";
  }

  @Override
  public Set<String> properties() {
    return Set.of(
        NAME,
        "AttributeDefinitions",
        "KeySchema",
        "BillingMode",
        "GlobalSecondaryIndexes",
        "LocalSecondaryIndexes",
        REPLICAS,
        "StreamSpecification",
        "TimeToLiveSpecification");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of(NAME, "KeySchema", "LocalSecondaryIndexes");
  }

  @Override
  public boolean isFree(Call call, Request request) {
    return NameCheck.isFree(
        request, NAME, RESOURCE_NOT_FOUND_EXCEPTION, name -> TableResource.described(call, name));
  }

  @Override
  public Resource create(Call call, Request request) {
    var replicas = ReplicaProperties.of(call, request.properties());
    var given = request.properties().get(NAME);
    var own = given == null ? null : given.text();
    var name = own == null ? request.generatedName(MAX_NAME) : own;
    var creation = TableProperties.creation(table(request.properties()));
    var input = TemplateProperties.read(creation.with(NAME, Json.of(name)), CreateTableInput.SHAPE);
    checkOnDemand(input.billingMode());
    var table = TableResource.created(call, input, request.isOwn(NAME));
    return UnfinishedException.guard(
        TableResource.resource(table), () -> settle(call, name, replicas, request));
  }

  /// Units of writes are what templates scale, and nothing here does.
  private static void checkOnDemand(@Nullable String billing) {
    if (!"PAY_PER_REQUEST".equals(billing)) {
      throw CommonError.VALIDATION.because(
          "Unsupported property: WriteProvisionedThroughputSettings; BillingMode must be"
              + " PAY_PER_REQUEST");
    }
  }

  private static Json.Obj table(Json.Obj properties) {
    return properties.without(REPLICAS);
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var replicas = ReplicaProperties.of(call, request.properties());
    var name = Json.of(current.physicalId());
    for (var step : TableProperties.steps(table(before), table(request.properties()))) {
      call.invoke(
          DynamoDbModel.UPDATE_TABLE,
          TemplateProperties.read(step.with(NAME, name), UpdateTableInput.SHAPE));
    }
    return settle(call, current.physicalId(), replicas, request);
  }

  /// Adds and removes replicas, and sets what each has for itself.
  private static Resource settle(
      Call call, String name, Map<String, ReplicaProperties> wanted, Request request) {
    var there = regions(TableResource.described(call, name));
    wanted.forEach(
        (region, replica) -> {
          if (!there.contains(region) && !region.equals(call.scope().region())) {
            replicate(call, name, replica.creation());
          }
        });
    for (var region : there) {
      if (!wanted.containsKey(region)) {
        replicate(call, name, removal(region));
      }
    }
    wanted.forEach((region, replica) -> replica.apply(call, name, request));
    var table = TableResource.described(call, name);
    TableSettings.expire(call, table, request.properties());
    return TableResource.resource(table);
  }

  private static ReplicationGroupUpdate removal(String region) {
    return ReplicationGroupUpdate.builder()
        .delete(new DeleteReplicationGroupMemberAction(region))
        .build();
  }

  private static void replicate(Call call, String name, ReplicationGroupUpdate update) {
    call.invoke(
        DynamoDbModel.UPDATE_TABLE,
        UpdateTableInput.builder().tableName(name).replicaUpdates(List.of(update)).build());
  }

  /// Of the other replicas, but for those that are being removed.
  private static Set<String> regions(TableDescription table) {
    var regions = new LinkedHashSet<String>();
    var replicas = table.replicas();
    for (var replica : replicas == null ? List.<ReplicaDescription>of() : replicas) {
      if (!"DELETING".equals(replica.replicaStatus())) {
        regions.add(Objects.requireNonNull(replica.regionName()));
      }
    }
    return regions;
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    var name = current.physicalId();
    try {
      for (var region : regions(TableResource.described(call, name))) {
        replicate(call, name, removal(region));
      }
      call.invoke(DynamoDbModel.DELETE_TABLE, new DeleteTableInput(name));
    } catch (ServiceException e) {
      if (e.error() != RESOURCE_NOT_FOUND_EXCEPTION) {
        throw e;
      }
    }
  }
}
