package brume.dax.method;

import brume.dax.cbor.CborReader;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.TransactWriteItemsInput;
import java.util.ArrayList;
import java.util.List;

/// Writes items all at once or not at all, and then tells the item cache what they are, or that it
/// does not know.
final class TransactWriteItems implements Method {
  private final Backing backing;

  TransactWriteItems(Backing backing) {
    this.backing = backing;
  }

  @Override
  public int arguments() {
    return 9;
  }

  @Override
  public void answer(Request request) {
    var actions = read(request.in());
    var options = Option.Given.read(request.in());
    for (var action : actions) {
      request.authorize(action.permission(), "TransactWriteItems");
    }
    var input =
        TransactWriteItemsInput.builder()
            .transactItems(actions.stream().map(TransactAction::item).toList())
            .clientRequestToken(options.text(Option.TOKEN))
            .returnConsumedCapacity(options.consumedCapacity())
            .returnItemCollectionMetrics(options.collectionMetrics())
            .build();
    try (var writings = new Writings(backing.items())) {
      actions.forEach(action -> action.begin(writings));
      var written = call(input, actions);
      writings.succeeded(backing.now());
      var out = request.out().array(3).array(actions.size());
      actions.forEach(_ -> out.nothing());
      Consumption.writeExtended(out, written.consumedCapacity());
      Consumption.writeAll(out, written.itemCollectionMetrics());
    }
  }

  private brume.model.dynamodb.TransactWriteItemsOutput call(
      TransactWriteItemsInput input, List<TransactAction> actions) {
    try {
      return backing.origin().invoke(DynamoDbModel.TRANSACT_WRITE_ITEMS, input);
    } catch (brume.shape.ServiceException refused) {
      throw CanceledException.of(refused, actions);
    }
  }

  private List<TransactAction> read(CborReader in) {
    var kinds = Columns.numbers(in);
    var tables = Columns.texts(in);
    var keys = Columns.bytes(in);
    var values = Columns.bytes(in);
    if (!in.readNull()) {
      throw new brume.dax.cbor.MalformedException("Transactions return no values");
    }
    var returned = Columns.numbers(in);
    var conditions = Columns.bytes(in);
    var updates = Columns.bytes(in);
    Columns.check(kinds.size(), tables, keys, values, returned, conditions, updates);
    var actions = new ArrayList<TransactAction>();
    for (int i = 0; i < kinds.size(); i++) {
      var table = tables.get(i);
      var form = backing.form(table);
      actions.add(
          TransactAction.of(
              kinds.get(i),
              table,
              form,
              form.key().read(Columns.present(keys.get(i))),
              values.get(i),
              returned.get(i),
              conditions.get(i),
              updates.get(i)));
    }
    return actions;
  }
}
