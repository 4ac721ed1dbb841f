package brume.dynamodb.operation.statement;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Change;
import brume.dynamodb.data.Items;
import brume.dynamodb.edit.StatementDrafts;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.request.AttributeValues;
import brume.dynamodb.request.ReturnValues;
import brume.dynamodb.statement.NextToken;
import brume.dynamodb.statement.Statement;
import brume.dynamodb.stream.Cause;
import brume.model.dynamodb.AttributeValue;
import brume.model.dynamodb.ExecuteStatementInput;
import brume.model.dynamodb.ExecuteStatementOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Carries out one statement of PartiQL.
public final class ExecuteStatement
    implements Operation<ExecuteStatementInput, ExecuteStatementOutput> {
  private final Tables tables;
  private final Items items;

  public ExecuteStatement(Tables tables, Items items) {
    this.tables = tables;
    this.items = items;
  }

  @Override
  public Access access(Call call, ExecuteStatementInput input) {
    return Statements.access(tables, call, Statements.parse(input.statement(), input.parameters()));
  }

  @Override
  public ExecuteStatementOutput run(Call call, ExecuteStatementInput input) {
    var statement = Statements.parse(input.statement(), input.parameters());
    if (statement instanceof Statement.Exists) {
      throw Invalid.request("EXISTS can only be used in a transaction");
    }
    return statement instanceof Statement.Select select
        ? read(call, input, select)
        : write(call, input, statement);
  }

  private ExecuteStatementOutput read(
      Call call, ExecuteStatementInput input, Statement.Select select) {
    var start = NextToken.decode(input.nextToken());
    var found =
        new Selects(tables, items).run(call, select, input.consistentRead(), input.limit(), start);
    var last = found.last();
    return ExecuteStatementOutput.builder()
        .items(found.items().stream().map(AttributeValues::of).toList())
        .nextToken(NextToken.encode(last))
        .lastEvaluatedKey(last == null ? null : AttributeValues.of(last))
        .consumedCapacity(found.capacity().reply(input.returnConsumedCapacity()))
        .build();
  }

  private ExecuteStatementOutput write(
      Call call, ExecuteStatementInput input, Statement statement) {
    var draft = StatementDrafts.of(statement, input.returnValuesOnConditionCheckFailure());
    var table = tables.get(call.scope(), draft.table());
    var change = items.change(draft.on(table), Cause.request(call.now()));
    var returned = returned(statement, change);
    return ExecuteStatementOutput.builder()
        .items(returned == null ? List.of() : List.of(returned))
        .consumedCapacity(change.capacity(table).reply(input.returnConsumedCapacity()))
        .build();
  }

  private static @Nullable Map<String, AttributeValue> returned(
      Statement statement, Change change) {
    return switch (statement) {
      case Statement.Change(_, var update, _, var returning) ->
          ReturnValues.of(returning).updated(update, change.before(), change.after());
      case Statement.Delete(_, _, var returning) ->
          ReturnValues.ofReplacement(returning).whole(change.before(), null);
      case Statement.Insert _, Statement.Select _, Statement.Exists _ -> null;
    };
  }
}
