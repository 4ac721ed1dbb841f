package brume.dynamodb.operation.table;

import brume.dynamodb.catalog.Replicas;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Backfill;
import brume.dynamodb.data.Expiration;
import brume.dynamodb.data.Leftovers;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.request.TableAccess;
import brume.dynamodb.table.Definition;
import brume.dynamodb.table.Expiry;
import brume.dynamodb.table.Table;
import brume.model.dynamodb.TimeToLiveSpecification;
import brume.model.dynamodb.UpdateTimeToLiveInput;
import brume.model.dynamodb.UpdateTimeToLiveOutput;
import brume.service.Access;
import brume.service.Call;
import brume.service.Operation;
import brume.store.Transaction;
import org.jspecify.annotations.Nullable;

/// Says by which attribute the items of a table and of its replicas expire, or that they do not.
public final class UpdateTimeToLive
    implements Operation<UpdateTimeToLiveInput, UpdateTimeToLiveOutput> {
  private final Tables tables;
  private final Replicas replicas;

  public UpdateTimeToLive(Tables tables, Replicas replicas) {
    this.tables = tables;
    this.replicas = replicas;
  }

  @Override
  public Access access(Call call, UpdateTimeToLiveInput input) {
    return TableAccess.to(tables, call, name(), input.tableName());
  }

  @Override
  public UpdateTimeToLiveOutput run(Call call, UpdateTimeToLiveInput input) {
    var wanted = input.timeToLiveSpecification();
    var table = tables.describe(call.scope(), input.tableName());
    replicas.changeEach(
        table, (transaction, now) -> changed(transaction, now, wanted, call.ids().hex(16)));
    return new UpdateTimeToLiveOutput(wanted);
  }

  private static Definition changed(
      Transaction transaction, Table table, TimeToLiveSpecification wanted, String place) {
    var expiry = table.definition().expiry();
    check(expiry, wanted);
    if (expiry != null) {
      Leftovers.add(transaction, table.expiries(expiry));
      return table.definition().with((Expiry) null);
    }
    var begun = new Expiry(wanted.attributeName(), place, false);
    Backfill.addExpiry(transaction, table, begun);
    Expiration.add(transaction, table);
    return table.definition().with(begun);
  }

  private static void check(@Nullable Expiry expiry, TimeToLiveSpecification wanted) {
    if (expiry != null && !expiry.attribute().equals(wanted.attributeName())) {
      throw Invalid.request(
          "TimeToLive is active on a different AttributeName: current AttributeName is "
              + expiry.attribute());
    }
    if ((expiry != null) == wanted.enabled()) {
      throw Invalid.request("TimeToLive is already " + (wanted.enabled() ? "enabled" : "disabled"));
    }
  }
}
