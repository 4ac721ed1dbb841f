package brume.dynamodb.operation.transaction;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Items;
import brume.dynamodb.data.Items.Place;
import brume.dynamodb.data.ReadTerms;
import brume.dynamodb.expression.Expressions;
import brume.dynamodb.expression.Projection;
import brume.dynamodb.request.AttributeValues;
import brume.dynamodb.request.Projections;
import brume.dynamodb.request.TableAccess;
import brume.dynamodb.table.PrimaryKey;
import brume.dynamodb.transaction.ReadReply;
import brume.dynamodb.transaction.Reasons;
import brume.model.dynamodb.Get;
import brume.model.dynamodb.ItemResponse;
import brume.model.dynamodb.TransactGetItem;
import brume.model.dynamodb.TransactGetItemsInput;
import brume.model.dynamodb.TransactGetItemsOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads up to 100 items of any tables as they were at one moment.
public final class TransactGetItems
    implements Operation<TransactGetItemsInput, TransactGetItemsOutput> {
  private final Tables tables;
  private final Items items;
  private final Expressions expressions;

  public TransactGetItems(Tables tables, Items items, Expressions expressions) {
    this.tables = tables;
    this.items = items;
    this.expressions = expressions;
  }

  @Override
  public Access access(Call call, TransactGetItemsInput input) {
    return TableAccess.all(
        input.transactItems().stream().map(TransactGetItem::get).map(get -> access(call, get)));
  }

  private Access access(Call call, Get get) {
    var access =
        TableAccess.toItems(tables, call, "GetItem", get.tableName(), Stream.of(get.key()));
    return TableAccess.narrowed(
        call, access, () -> TableAccess.reading(access, projection(get), get.key().keySet(), null));
  }

  private @Nullable Projection projection(Get get) {
    return Projections.of(
        expressions, get.projectionExpression(), null, get.expressionAttributeNames());
  }

  @Override
  public TransactGetItemsOutput run(Call call, TransactGetItemsInput input) {
    var projections = new ArrayList<@Nullable Projection>();
    for (var part : input.transactItems()) {
      projections.add(projection(part.get()));
    }
    var places = places(call, input);
    var reply = new ReadReply(places, items.getAll(places, ReadTerms.transaction(call.now())));
    var found = reply.items();
    var responses = new ArrayList<ItemResponse>();
    for (int i = 0; i < found.size(); i++) {
      var item = found.get(i);
      var projection = projections.get(i);
      var shown = item == null || projection == null ? item : projection.of(item);
      responses.add(new ItemResponse(shown == null ? null : AttributeValues.of(shown)));
    }
    return TransactGetItemsOutput.builder()
        .responses(responses)
        .consumedCapacity(reply.capacity(input.returnConsumedCapacity()))
        .build();
  }

  private List<Place> places(Call call, TransactGetItemsInput input) {
    var reasons = new Reasons(input.transactItems().size());
    var places = new ArrayList<Place>();
    for (int i = 0; i < input.transactItems().size(); i++) {
      var get = input.transactItems().get(i).get();
      var table = tables.get(call.scope(), get.tableName());
      try {
        var key = table.schema().ofKey(AttributeValues.item(get.key()));
        places.add(new Place(table, key));
      } catch (ServiceException e) {
        reasons.add(i, e);
      }
    }
    reasons.check();
    record Named(String table, PrimaryKey key) {}
    var seen = new HashSet<Named>();
    for (var place : places) {
      if (!seen.add(new Named(place.table().id(), place.key()))) {
        throw Parts.sameItem();
      }
    }
    return places;
  }
}
