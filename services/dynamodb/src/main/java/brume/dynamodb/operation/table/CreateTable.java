package brume.dynamodb.operation.table;

import brume.dynamodb.catalog.TableTags;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.request.TableAccess;
import brume.dynamodb.stream.StreamChanges;
import brume.dynamodb.stream.Streams;
import brume.dynamodb.table.Definition;
import brume.dynamodb.table.NewTable;
import brume.dynamodb.table.ResourcePolicy;
import brume.dynamodb.table.Table;
import brume.model.dynamodb.CreateTableInput;
import brume.model.dynamodb.CreateTableOutput;
import brume.model.dynamodb.Tag;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;

/// Makes a table. It is active at once.
public final class CreateTable implements Operation<CreateTableInput, CreateTableOutput> {
  private final Tables tables;
  private final TableTags tags;
  private final Streams streams;

  public CreateTable(Tables tables, TableTags tags, Streams streams) {
    this.tables = tables;
    this.tags = tags;
    this.streams = streams;
  }

  @Override
  public Access access(Call call, CreateTableInput input) {
    return TableAccess.to(tables, call, name(), input.tableName());
  }

  @Override
  public CreateTableOutput run(Call call, CreateTableInput input) {
    Lacking.check(input);
    var described = NewTable.describe(input, call.scope(), call.ids().uuid(), call.now());
    var definition = Definition.of(described);
    if (input.resourcePolicy() != null) {
      PutResourcePolicy.check(input.resourcePolicy());
      definition =
          definition.with(new ResourcePolicy(input.resourcePolicy(), call.ids().uuid().toString()));
    }
    var table = Table.of(call.scope(), definition);
    var withTags = input.tags() == null ? List.<Tag>of() : input.tags();
    var stream = input.streamSpecification();
    try (var changes = StreamChanges.begin(streams, call.ids(), call.now())) {
      var created =
          tables.create(
              table,
              transaction -> {
                tags.put(transaction, table, withTags);
                return stream == null || !stream.streamEnabled()
                    ? table.definition()
                    : changes.apply(transaction, table, stream);
              });
      return CreateTableOutput.builder()
          .tableDescription(DescribeTable.empty(created.description()))
          .build();
    }
  }
}
