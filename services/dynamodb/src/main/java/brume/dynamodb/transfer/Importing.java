package brume.dynamodb.transfer;

import brume.dynamodb.catalog.Tables;
import brume.dynamodb.data.Items;
import brume.model.dynamodb.ImportTableDescription;
import brume.model.s3.ListObjectsV2Output;
import brume.model.s3.ListObjectsV2Request;
import brume.model.s3.S3Model;
import brume.service.Call;
import brume.service.Job;
import brume.shape.ServiceException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Carries imports out, one after the other, as those who asked for them.
public final class Importing implements Job {
  private final Tables tables;
  private final Items items;
  private final Imports imports;

  public Importing(Tables tables, Items items, Imports imports) {
    this.tables = tables;
    this.items = items;
    this.imports = imports;
  }

  @Override
  public String name() {
    return "dynamodb-imports";
  }

  @Override
  public Duration every() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void run(Call call) throws InterruptedException {
    for (var arn : imports.underway().all()) {
      var asked = imports.underway().call(arn);
      var begun = imports.get(arn);
      var ended =
          asked == null
              ? failed(begun, call, "ServiceUnavailable", "A restart interrupted the import")
              : load(asked, begun, call);
      activate(TransferName.parse(arn, Imports.KIND).orElseThrow());
      imports.end(ended);
    }
  }

  private ImportTableDescription load(Call asked, ImportTableDescription begun, Call call)
      throws InterruptedException {
    var name =
        TransferName.parse(Objects.requireNonNull(begun.importArn()), Imports.KIND).orElseThrow();
    var table = tables.find(name.scope(), name.table());
    if (table == null) {
      return failed(begun, call, "ResourceNotFoundException", "The table was deleted");
    }
    var files = new ImportFiles(asked, items, table, begun, call.now());
    try {
      for (var page = page(asked, begun, null); page != null; page = next(asked, begun, page)) {
        var objects = page.contents();
        for (var object : objects == null ? List.<brume.model.s3.Object>of() : objects) {
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
          files.load(Objects.requireNonNull(object.key()));
        }
      }
      return files.described().importStatus("COMPLETED").endTime(now(call)).build();
    } catch (ServiceException e) {
      return failed(files.described().build(), call, e.error().code(), e.message());
    } catch (IOException e) {
      var why = String.valueOf(e.getMessage());
      return failed(files.described().build(), call, "InvalidInput", why);
    }
  }

  private static java.time.Instant now(Call call) {
    return call.platform().clock().instant();
  }

  private static ListObjectsV2Output page(
      Call asked, ImportTableDescription begun, @Nullable String token) {
    var source = Objects.requireNonNull(begun.s3BucketSource());
    return asked.invoke(
        S3Model.LIST_OBJECTS_V2,
        ListObjectsV2Request.builder()
            .bucket(source.s3Bucket())
            .expectedBucketOwner(source.s3BucketOwner())
            .prefix(source.s3KeyPrefix())
            .continuationToken(token)
            .build());
  }

  private static @Nullable ListObjectsV2Output next(
      Call asked, ImportTableDescription begun, ListObjectsV2Output page) {
    var token = page.nextContinuationToken();
    return token == null ? null : page(asked, begun, token);
  }

  private static ImportTableDescription failed(
      ImportTableDescription begun, Call call, String code, String message) {
    return begun.toBuilder()
        .importStatus("FAILED")
        .endTime(now(call))
        .failureCode(code)
        .failureMessage(message)
        .build();
  }

  /// What was read before a failure stays, as it does with AWS.
  private void activate(TransferName name) {
    if (tables.find(name.scope(), name.table()) != null) {
      tables.change(
          name.scope(),
          name.table(),
          (_, now) ->
              now.definition().with(now.description().toBuilder().tableStatus("ACTIVE").build()));
    }
  }
}
