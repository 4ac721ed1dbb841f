package brume.dynamodb.operation.statement;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Items;
import brume.dynamodb.data.Items.Place;
import brume.dynamodb.data.ReadTerms;
import brume.dynamodb.edit.Draft;
import brume.dynamodb.edit.StatementDrafts;
import brume.dynamodb.expression.Evaluator;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Item;
import brume.dynamodb.operation.transaction.Parts;
import brume.dynamodb.request.AttributeValues;
import brume.dynamodb.request.Capacity;
import brume.dynamodb.request.TableAccess;
import brume.dynamodb.statement.Statement;
import brume.dynamodb.statement.Statement.Select;
import brume.dynamodb.statement.Where;
import brume.dynamodb.stream.Cause;
import brume.dynamodb.transaction.AllOrNothing;
import brume.dynamodb.transaction.ReadReply;
import brume.dynamodb.transaction.Token;
import brume.dynamodb.transaction.WriteReply;
import brume.model.dynamodb.ExecuteTransactionInput;
import brume.model.dynamodb.ExecuteTransactionOutput;
import brume.model.dynamodb.ItemResponse;
import brume.model.dynamodb.ParameterizedStatement;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Carries out up to 100 statements, all or none of them: all of them reads, or writes and checks.
public final class ExecuteTransaction
    implements Operation<ExecuteTransactionInput, ExecuteTransactionOutput> {
  private final Tables tables;
  private final Items items;

  public ExecuteTransaction(Tables tables, Items items) {
    this.tables = tables;
    this.items = items;
  }

  @Override
  public Access access(Call call, ExecuteTransactionInput input) {
    return TableAccess.all(
        statements(input).stream().map(each -> Statements.access(tables, call, each)));
  }

  private static List<Statement> statements(ExecuteTransactionInput input) {
    return input.transactStatements().stream()
        .map(each -> Statements.parse(each.statement(), each.parameters()))
        .toList();
  }

  @Override
  public ExecuteTransactionOutput run(Call call, ExecuteTransactionInput input) {
    var statements = statements(input);
    if (statements.stream().map(Statement::isRead).distinct().count() > 1) {
      throw Invalid.request(
          "Statements in a transaction must either all be reads or all be writes, not both");
    }
    return statements.getFirst().isRead()
        ? read(call, input, statements.stream().map(Select.class::cast).toList())
        : write(call, input, statements);
  }

  private ExecuteTransactionOutput read(
      Call call, ExecuteTransactionInput input, List<Select> selects) {
    var places = new ArrayList<Place>();
    for (var select : selects) {
      var table = tables.get(call.scope(), select.table());
      if (select.where() == null || select.index() != null) {
        throw Invalid.request(
            "Select statements within ExecuteTransaction must specify the primary key in the where"
                + " clause.");
      }
      var key = Where.key(select.where(), table.schema());
      places.add(new Place(table, table.schema().ofKey(key)));
    }
    var reply = new ReadReply(places, items.getAll(places, ReadTerms.transaction(call.now())));
    var responses = new ArrayList<ItemResponse>();
    for (int i = 0; i < selects.size(); i++) {
      var shown = shown(selects.get(i), reply.items().get(i));
      responses.add(new ItemResponse(shown == null ? null : AttributeValues.of(shown)));
    }
    return ExecuteTransactionOutput.builder()
        .responses(responses)
        .consumedCapacity(reply.capacity(input.returnConsumedCapacity()))
        .build();
  }

  private static @Nullable Item shown(Select select, @Nullable Item item) {
    return item == null || select.where() == null || !Evaluator.holds(select.where(), item)
        ? null
        : Where.shown(select.paths(), item);
  }

  private ExecuteTransactionOutput write(
      Call call, ExecuteTransactionInput input, List<Statement> statements) {
    var drafts = new ArrayList<Draft>();
    for (int i = 0; i < statements.size(); i++) {
      ParameterizedStatement asked = input.transactStatements().get(i);
      drafts.add(
          StatementDrafts.of(statements.get(i), asked.returnValuesOnConditionCheckFailure()));
    }
    var writes = Parts.on(tables, call.scope(), drafts);
    var request = input.toBuilder().clientRequestToken(null).build();
    var token = Token.of(call.scope(), input.clientRequestToken(), request, call.now());
    var frame = new AllOrNothing(writes.size(), token);
    var outcome = items.changeAll(writes, Cause.request(call.now()), frame);
    var reply =
        new WriteReply(
            writes,
            outcome,
            () -> items.getAll(WriteReply.places(writes), ReadTerms.transaction(call.now())));
    return ExecuteTransactionOutput.builder()
        .responses(writes.stream().map(_ -> new ItemResponse(null)).toList())
        .consumedCapacity(
            Capacity.isAskedFor(input.returnConsumedCapacity())
                ? reply.capacity("INDEXES".equals(input.returnConsumedCapacity()))
                : null)
        .build();
  }
}
