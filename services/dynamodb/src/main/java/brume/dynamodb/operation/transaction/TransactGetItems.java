package brume.dynamodb.operation.transaction;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Items;
import brume.dynamodb.data.Items.Place;
import brume.dynamodb.expression.Expressions;
import brume.dynamodb.expression.Projection;
import brume.dynamodb.item.Item;
import brume.dynamodb.item.ItemSize;
import brume.dynamodb.request.AttributeValues;
import brume.dynamodb.request.Capacity;
import brume.dynamodb.request.Projections;
import brume.dynamodb.request.TableAccess;
import brume.dynamodb.table.PrimaryKey;
import brume.dynamodb.transaction.AllOrNothing;
import brume.dynamodb.transaction.Reasons;
import brume.model.dynamodb.ItemResponse;
import brume.model.dynamodb.TransactGetItemsInput;
import brume.model.dynamodb.TransactGetItemsOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.shape.ServiceException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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
    var access = new Access(List.of());
    for (var item : input.transactItems()) {
      access = access.and(TableAccess.to(call, "GetItem", item.get().tableName()));
    }
    return access;
  }

  @Override
  public TransactGetItemsOutput run(Call call, TransactGetItemsInput input) {
    var projections = new ArrayList<@Nullable Projection>();
    for (var part : input.transactItems()) {
      var get = part.get();
      projections.add(
          Projections.of(
              expressions, get.projectionExpression(), null, get.expressionAttributeNames()));
    }
    var places = places(call, input);
    var found = items.getAll(places);
    checkSize(found);
    var responses = new ArrayList<ItemResponse>();
    for (int i = 0; i < found.size(); i++) {
      var item = found.get(i);
      var projection = projections.get(i);
      var shown = item == null || projection == null ? item : projection.of(item);
      responses.add(new ItemResponse(shown == null ? null : AttributeValues.of(shown)));
    }
    return TransactGetItemsOutput.builder()
        .responses(responses)
        .consumedCapacity(
            Capacity.isAskedFor(input.returnConsumedCapacity())
                ? capacity(places, found).stream()
                    .map(each -> each.read("INDEXES".equals(input.returnConsumedCapacity())))
                    .toList()
                : null)
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

  private static void checkSize(List<@Nullable Item> found) {
    long bytes = 0;
    for (var item : found) {
      bytes += item == null ? 0 : ItemSize.of(item);
    }
    if (bytes > AllOrNothing.MAX_BYTES) {
      throw AllOrNothing.tooLarge();
    }
  }

  /// Everything of a transaction is done twice, and costs twice.
  private static List<Capacity> capacity(List<Place> places, List<@Nullable Item> found) {
    var units = new LinkedHashMap<String, Capacity>();
    for (int i = 0; i < places.size(); i++) {
      units
          .computeIfAbsent(places.get(i).table().name(), Capacity::new)
          .add(2 * Projections.units(found.get(i), true));
    }
    return List.copyOf(units.values());
  }
}
