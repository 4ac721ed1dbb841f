package brume.dynamodb.transfer;

import brume.base.Bytes;
import brume.dynamodb.backup.Copying;
import brume.dynamodb.catalog.Tables;
import brume.dynamodb.past.PastItems;
import brume.model.dynamodb.ExportDescription;
import brume.service.Call;
import brume.service.Job;
import brume.shape.ServiceException;
import brume.store.Store;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;

/// Carries exports out, one after the other, as those who asked for them.
public final class Exporting implements Job {
  private final Store store;
  private final Tables tables;
  private final Exports exports;

  public Exporting(Store store, Tables tables, Exports exports) {
    this.store = store;
    this.tables = tables;
    this.exports = exports;
  }

  @Override
  public String name() {
    return "dynamodb-exports";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void run(Call call) throws InterruptedException {
    for (var arn : exports.underway().all()) {
      var asked = exports.underway().call(arn);
      var export = exports.get(arn);
      var ended =
          asked == null
              ? failed(export, call, "ServiceUnavailable", "A restart interrupted the export")
              : export(asked, export, call);
      release(TransferName.parse(arn, Exports.KIND).orElseThrow());
      exports.end(ended);
    }
  }

  private ExportDescription export(Call asked, ExportDescription export, Call call)
      throws InterruptedException {
    var name = TransferName.parse(Objects.requireNonNull(export.exportArn()), Exports.KIND);
    try {
      return write(asked, export, name.orElseThrow(), call);
    } catch (ServiceException e) {
      return failed(export, call, e.error().code(), e.message());
    } catch (IOException e) {
      return failed(export, call, "InternalFailure", String.valueOf(e.getMessage()));
    }
  }

  private ExportDescription write(
      Call asked, ExportDescription export, TransferName name, Call call)
      throws IOException, InterruptedException {
    var table = tables.describe(name.scope(), name.table());
    var past = new PastItems(store, table, Objects.requireNonNull(export.exportTime()));
    var files = new ExportFiles(asked, export, name.id());
    files.start();
    for (var next = Bytes.EMPTY; next != null; ) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      var page = past.page(next);
      for (var item : page.items().values()) {
        files.add(item);
      }
      next = page.last();
    }
    return files.finish(call.platform().clock().instant());
  }

  private static ExportDescription failed(
      ExportDescription export, Call call, String code, String message) {
    return export.toBuilder()
        .exportStatus("FAILED")
        .endTime(call.now())
        .failureCode(code)
        .failureMessage(message)
        .build();
  }

  /// What the table was need not be kept for the export any more.
  private void release(TransferName name) {
    var table = tables.find(name.scope(), name.table());
    var history = table == null ? null : table.definition().history();
    if (table != null && history != null && history.copies().containsKey(name.id())) {
      tables.changeAlone(
          table,
          (transaction, now) ->
              Copying.without(
                  transaction,
                  now,
                  Objects.requireNonNull(now.definition().history()).withoutCopy(name.id())));
    }
  }
}
