package brume.dax.method;

import brume.dax.cbor.CborReader;
import brume.dax.expression.Placeholders;
import brume.dax.expression.Projection;
import brume.dax.form.ItemForm;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.Get;
import brume.model.dynamodb.TransactGetItem;
import brume.model.dynamodb.TransactGetItemsInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads items at one moment, which is always done by DynamoDB.
final class TransactGetItems implements Method {
  private final Backing backing;

  TransactGetItems(Backing backing) {
    this.backing = backing;
  }

  /// One item that is asked for.
  private record Part(ItemForm form, @Nullable Projection projection, TransactGetItem get) {}

  @Override
  public int arguments() {
    return 4;
  }

  @Override
  public void answer(Request request) {
    request.authorize("GetItem", "TransactGetItems");
    var parts = read(request.in());
    var options = Option.Given.read(request.in());
    var found =
        backing
            .origin()
            .invoke(
                DynamoDbModel.TRANSACT_GET_ITEMS,
                new TransactGetItemsInput(
                    options.consumedCapacity(), parts.stream().map(Part::get).toList()));
    var responses = Objects.requireNonNull(found.responses());
    var out = request.out().array(2).array(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      var item = responses.get(i).item();
      if (item == null) {
        out.nothing();
      } else if (part.projection == null) {
        out.bytes(part.form.write(item));
      } else {
        part.projection.write(out, item);
      }
    }
    Consumption.writeExtended(out, found.consumedCapacity());
  }

  private List<Part> read(CborReader in) {
    var tables = Columns.texts(in);
    var keys = Columns.bytes(in);
    var projections = Columns.bytes(in);
    Columns.check(tables.size(), keys, projections);
    var parts = new ArrayList<Part>();
    for (int i = 0; i < tables.size(); i++) {
      var table = tables.get(i);
      var form = backing.form(table);
      var expression = projections.get(i);
      var projection = expression == null ? null : Projection.read(expression);
      var placeholders = new Placeholders();
      var get =
          Get.builder()
              .tableName(table)
              .key(form.key().read(Columns.present(keys.get(i))))
              .projectionExpression(projection == null ? null : projection.attributes(placeholders))
              .expressionAttributeNames(placeholders.names())
              .build();
      parts.add(new Part(form, projection, new TransactGetItem(get)));
    }
    return parts;
  }
}
