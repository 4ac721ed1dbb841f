package brume.dynamodb.resource;

import static brume.model.dynamodb.DynamoDbError.RESOURCE_IN_USE_EXCEPTION;
import static brume.model.dynamodb.DynamoDbError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.json.Json;
import brume.model.dynamodb.CreateTableInput;
import brume.model.dynamodb.DeleteTableInput;
import brume.model.dynamodb.DescribeTableInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.TableDescription;
import brume.model.dynamodb.Tag;
import brume.model.dynamodb.UpdateTableInput;
import brume.service.Call;
import brume.service.ResourceType;
import brume.service.resource.NameCheck;
import brume.service.resource.TemplateProperties;
import brume.service.resource.TemplateTags;
import brume.service.resource.UnfinishedException;
import brume.shape.ServiceException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// `AWS::DynamoDB::Table`. `Ref` gives the name, `GetAtt` knows `Arn`, `TableId` and `StreamArn`.
public final class TableResource implements ResourceType {
  private static final int MAX_NAME = 255;

  @Override
  public String name() {
    return "AWS::DynamoDB::Table";
  }

  @Override
  public Set<String> properties() {
    return Set.of(
        "TableName",
        "AttributeDefinitions",
        "KeySchema",
        "BillingMode",
        "ProvisionedThroughput",
        "GlobalSecondaryIndexes",
        "LocalSecondaryIndexes",
        "StreamSpecification",
        "ResourcePolicy",
        "TableClass",
        "TimeToLiveSpecification",
        "DeletionProtectionEnabled",
        "Tags");
  }

  @Override
  public Set<String> createOnly() {
    return Set.of("TableName", "KeySchema", "LocalSecondaryIndexes");
  }

  @Override
  public boolean isFree(Call call, Request request) {
    return NameCheck.isFree(
        request, "TableName", RESOURCE_NOT_FOUND_EXCEPTION, name -> described(call, name));
  }

  @Override
  public Resource create(Call call, Request request) {
    var given = request.properties().get("TableName");
    var name = given == null ? null : given.text();
    if (name == null) {
      name = request.generatedName(MAX_NAME);
    }
    var named = TableProperties.creation(request.properties()).with("TableName", Json.of(name));
    var input =
        TemplateProperties.read(named, CreateTableInput.SHAPE).toBuilder()
            .tags(tags(request))
            .build();
    var table = created(call, input, request.isOwn("TableName"));
    return UnfinishedException.guard(
        resource(table),
        () -> {
          TableSettings.apply(call, table, request.properties());
          return resource(table);
        });
  }

  /// A step that is run again after a crash finds the table that it made.
  static TableDescription created(Call call, CreateTableInput input, boolean isOwn) {
    try {
      var made = call.invoke(DynamoDbModel.CREATE_TABLE, input).tableDescription();
      return Objects.requireNonNull(made);
    } catch (ServiceException e) {
      if (e.error() != RESOURCE_IN_USE_EXCEPTION || !isOwn) {
        throw e;
      }
      return described(call, input.tableName());
    }
  }

  static TableDescription described(Call call, String name) {
    var there = new DescribeTableInput(name);
    return Objects.requireNonNull(call.invoke(DynamoDbModel.DESCRIBE_TABLE, there).table());
  }

  @Override
  public Resource update(Call call, Resource current, Json.Obj before, Request request) {
    var name = Json.of(current.physicalId());
    for (var step : TableProperties.steps(before, request.properties())) {
      call.invoke(
          DynamoDbModel.UPDATE_TABLE,
          TemplateProperties.read(step.with("TableName", name), UpdateTableInput.SHAPE));
    }
    TableSettings.tag(call, arn(current), tags(request));
    var table = described(call, current.physicalId());
    TableSettings.apply(call, table, request.properties());
    return resource(table);
  }

  @Override
  public void delete(Call call, Resource current, Json.Obj properties) {
    try {
      call.invoke(DynamoDbModel.DELETE_TABLE, new DeleteTableInput(current.physicalId()));
    } catch (ServiceException e) {
      if (e.error() != RESOURCE_NOT_FOUND_EXCEPTION) {
        throw e;
      }
    }
  }

  static List<Tag> tags(Request request) {
    return TemplateTags.of(request).entrySet().stream()
        .map(tag -> new Tag(tag.getKey(), tag.getValue()))
        .toList();
  }

  private static String arn(Resource table) {
    var arn = table.attributes().get("Arn");
    return Objects.requireNonNull(arn == null ? null : arn.text());
  }

  static Resource resource(TableDescription table) {
    var resource =
        Resource.of(Objects.requireNonNull(table.tableName()))
            .with("Arn", Objects.requireNonNull(table.tableArn()))
            .with("TableId", Objects.requireNonNull(table.tableId()));
    return table.streamSpecification() == null || table.latestStreamArn() == null
        ? resource
        : resource.with("StreamArn", table.latestStreamArn());
  }
}
