package brume.dynamodb.operation.statement;

import static brume.model.dynamodb.DynamoDbError.RESOURCE_NOT_FOUND_EXCEPTION;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Items;
import brume.dynamodb.edit.StatementDrafts;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.request.AttributeValues;
import brume.dynamodb.request.Capacity;
import brume.dynamodb.request.TableAccess;
import brume.dynamodb.statement.Statement;
import brume.dynamodb.statement.Where;
import brume.dynamodb.stream.Cause;
import brume.dynamodb.transaction.Reasons;
import brume.model.dynamodb.BatchExecuteStatementInput;
import brume.model.dynamodb.BatchExecuteStatementOutput;
import brume.model.dynamodb.BatchStatementError;
import brume.model.dynamodb.BatchStatementRequest;
import brume.model.dynamodb.BatchStatementResponse;
import brume.model.dynamodb.ConsumedCapacity;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.List;

/// Carries out up to 25 statements, each by itself: one item read or written.
public final class BatchExecuteStatement
    implements Operation<BatchExecuteStatementInput, BatchExecuteStatementOutput> {
  private final Tables tables;
  private final Items items;

  public BatchExecuteStatement(Tables tables, Items items) {
    this.tables = tables;
    this.items = items;
  }

  @Override
  public Access access(Call call, BatchExecuteStatementInput input) {
    return TableAccess.all(
        input.statements().stream()
            .map(each -> Statements.parse(each.statement(), each.parameters()))
            .map(statement -> Statements.access(tables, call, statement)));
  }

  @Override
  public BatchExecuteStatementOutput run(Call call, BatchExecuteStatementInput input) {
    var statements =
        input.statements().stream()
            .map(each -> Statements.parse(each.statement(), each.parameters()))
            .toList();
    if (statements.stream().map(Statement::isRead).distinct().count() > 1) {
      throw Invalid.request(
          "Statements in a batch must either all be reads or all be writes, not both");
    }
    var responses = new ArrayList<BatchStatementResponse>();
    var capacity = new ArrayList<ConsumedCapacity>();
    for (int i = 0; i < statements.size(); i++) {
      var run = new Run(call, statements.get(i), input.statements().get(i));
      responses.add(run.response());
      if (run.capacity != null) {
        capacity.add(run.capacity.counted("INDEXES".equals(input.returnConsumedCapacity())));
      }
    }
    return BatchExecuteStatementOutput.builder()
        .responses(responses)
        .consumedCapacity(
            Capacity.isAskedFor(input.returnConsumedCapacity()) ? List.copyOf(capacity) : null)
        .build();
  }

  /// One statement of a batch.
  private final class Run {
    private final Call call;
    private final Statement statement;
    private final BatchStatementRequest request;
    private @org.jspecify.annotations.Nullable Capacity capacity;

    Run(Call call, Statement statement, BatchStatementRequest request) {
      this.call = call;
      this.statement = statement;
      this.request = request;
    }

    BatchStatementResponse response() {
      var response = BatchStatementResponse.builder().tableName(statement.table());
      try {
        return statement instanceof Statement.Select select
            ? read(select, response)
            : write(response);
      } catch (ServiceException e) {
        return response.error(error(e)).build();
      }
    }

    private BatchStatementResponse read(
        Statement.Select select, BatchStatementResponse.Builder response) {
      var table = tables.get(call.scope(), select.table());
      if (select.where() == null || select.index() != null) {
        throw Invalid.request(
            "Select statements within BatchExecuteStatement must specify the primary key in the"
                + " where clause.");
      }
      // Throws unless the clause means one item.
      var _ = Where.key(select.where(), table.schema());
      var found =
          new Selects(tables, items).run(call, select, request.consistentRead(), null, null);
      capacity = found.capacity();
      return found.items().isEmpty()
          ? response.build()
          : response.item(AttributeValues.of(found.items().getFirst())).build();
    }

    private BatchStatementResponse write(BatchStatementResponse.Builder response) {
      var draft = StatementDrafts.of(statement, request.returnValuesOnConditionCheckFailure());
      var table = tables.get(call.scope(), draft.table());
      capacity = items.change(draft.on(table), Cause.request(call.now())).capacity(table);
      return response.build();
    }

    private static BatchStatementError error(ServiceException why) {
      if (why.error() == RESOURCE_NOT_FOUND_EXCEPTION) {
        return new BatchStatementError("ResourceNotFound", null, why.message());
      }
      var reason = Reasons.of(why);
      return new BatchStatementError(reason.code(), reason.item(), reason.message());
    }
  }
}
