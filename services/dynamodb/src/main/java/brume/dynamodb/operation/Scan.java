package brume.dynamodb.operation;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Items;
import brume.dynamodb.data.PageRequest;
import brume.dynamodb.data.ReadTerms;
import brume.dynamodb.expression.Attributes;
import brume.dynamodb.expression.Expressions;
import brume.dynamodb.expression.Placeholders;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.request.Parameters;
import brume.dynamodb.request.TableAccess;
import brume.dynamodb.table.KeySpace;
import brume.model.dynamodb.ScanInput;
import brume.model.dynamodb.ScanOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.store.KeyRange;
import brume.store.Reader.Direction;
import java.util.Set;

/// Reads all items of a table or index, or a share of them.
public final class Scan implements Operation<ScanInput, ScanOutput> {
  private final Tables tables;
  private final Items items;
  private final Expressions expressions;

  public Scan(Tables tables, Items items, Expressions expressions) {
    this.tables = tables;
    this.items = items;
    this.expressions = expressions;
  }

  @Override
  public Access access(Call call, ScanInput input) {
    var access = TableAccess.to(tables, call, name(), input.tableName(), input.indexName());
    return TableAccess.narrowed(call, access, () -> narrowed(access, input));
  }

  private Access narrowed(Access access, ScanInput input) {
    var reading = new Reading(expressions, parameters(input));
    var filter =
        reading.filter(input.filterExpression(), input.scanFilter(), input.conditionalOperator());
    return TableAccess.reading(
        access,
        reading.projection(input.projectionExpression(), input.attributesToGet()),
        filter == null ? Set.of() : Attributes.of(filter),
        input.select());
  }

  @Override
  public ScanOutput run(Call call, ScanInput input) {
    var placeholders = parameters(input);
    var reading = new Reading(expressions, placeholders);
    var filter =
        reading.filter(input.filterExpression(), input.scanFilter(), input.conditionalOperator());
    var projection = reading.projection(input.projectionExpression(), input.attributesToGet());
    placeholders.checkAllUsed();
    checkSegment(input);
    var table = tables.get(call.scope(), input.tableName());
    var index = Reading.index(table, input.indexName(), input.consistentRead());
    var selection = Reading.selection(input.select(), projection, index, filter);
    var request =
        new PageRequest(
            table,
            index,
            range(index == null ? table.items() : index.space(), input),
            Direction.FORWARD,
            input.limit() == null ? Integer.MAX_VALUE : input.limit(),
            filter,
            selection.fetches(),
            selection.countsOnly());
    var page =
        items.page(
            Reading.from(request, input.exclusiveStartKey()),
            ReadTerms.of(call.now(), input.consistentRead()));
    var reply =
        Reading.reply(request, page, selection, Boolean.TRUE.equals(input.consistentRead()));
    return ScanOutput.builder()
        .count(page.count())
        .scannedCount(page.scanned())
        .items(reply.items())
        .lastEvaluatedKey(reply.lastEvaluatedKey())
        .consumedCapacity(reply.capacity().reply(input.returnConsumedCapacity()))
        .build();
  }

  private static Placeholders parameters(ScanInput input) {
    return new Parameters()
        .projection("ProjectionExpression", input.projectionExpression())
        .expression("FilterExpression", input.filterExpression())
        .legacy("AttributesToGet", input.attributesToGet())
        .legacy("ScanFilter", input.scanFilter())
        .legacy("ConditionalOperator", input.conditionalOperator())
        .names(input.expressionAttributeNames())
        .values(input.expressionAttributeValues())
        .check();
  }

  private static void checkSegment(ScanInput input) {
    var segment = input.segment();
    var total = input.totalSegments();
    if (segment == null && total != null) {
      throw Invalid.request(
          "The Segment parameter is required but was not present in the request when parameter"
              + " TotalSegments is present");
    }
    if (segment != null && total == null) {
      throw Invalid.request(
          "The TotalSegments parameter is required but was not present in the request when Segment"
              + " parameter is present");
    }
    if (segment != null && total != null && segment >= total) {
      throw Invalid.request(
          "The Segment parameter is zero-based and must be less than parameter TotalSegments:"
              + " Segment: "
              + segment
              + " is not less than TotalSegments: "
              + total);
    }
  }

  private static KeyRange range(KeySpace space, ScanInput input) {
    return input.segment() == null || input.totalSegments() == null
        ? space.all()
        : space.segment(input.segment(), input.totalSegments());
  }
}
