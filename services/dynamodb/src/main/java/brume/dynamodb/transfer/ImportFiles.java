package brume.dynamodb.transfer;

import brume.dynamodb.data.Bulk;
import brume.dynamodb.data.Items;
import brume.dynamodb.data.Items.Write;
import brume.dynamodb.item.Invalid;
import brume.dynamodb.item.Item;
import brume.dynamodb.request.AttributeValues;
import brume.dynamodb.stream.Cause;
import brume.dynamodb.table.ItemRules;
import brume.dynamodb.table.Table;
import brume.model.dynamodb.GetItemOutput;
import brume.model.dynamodb.ImportTableDescription;
import brume.model.s3.GetObjectRequest;
import brume.model.s3.S3Model;
import brume.service.Call;
import brume.shape.ServiceException;
import brume.wire.json.JsonReader;
import brume.wire.value.MalformedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Reads the objects of an import into its table, and counts. A line that makes no item is an error
/// and ends nothing.
final class ImportFiles {
  private final Call asked;
  private final Table table;
  private final ImportTableDescription begun;
  private final Bulk bulk;
  private long processed;
  private long imported;
  private long errors;
  private long bytes;

  /// @param asked the call of who asked for the import
  ImportFiles(Call asked, Items items, Table table, ImportTableDescription begun, Instant now) {
    this.asked = asked;
    this.table = table;
    this.begun = begun;
    this.bulk = new Bulk(items, Cause.replication(now));
  }

  ImportTableDescription.Builder described() {
    return begun.toBuilder()
        .processedItemCount(processed)
        .importedItemCount(imported)
        .errorCount(errors)
        .processedSizeBytes(bytes);
  }

  void load(String key) throws IOException {
    var source = Objects.requireNonNull(begun.s3BucketSource());
    var body =
        asked
            .invoke(
                S3Model.GET_OBJECT,
                GetObjectRequest.builder()
                    .bucket(source.s3Bucket())
                    .expectedBucketOwner(source.s3BucketOwner())
                    .key(key)
                    .build())
            .body();
    if (body == null || body.length() == 0) {
      return;
    }
    try (var in = unpacked(body.open())) {
      read(in);
    }
  }

  private InputStream unpacked(InputStream in) throws IOException {
    return "GZIP".equals(begun.inputCompressionType()) ? new GZIPInputStream(in) : in;
  }

  private void read(InputStream in) throws IOException {
    boolean isCsv = "CSV".equals(begun.inputFormat());
    var options = begun.inputFormatOptions();
    var attributes = table.description().attributeDefinitions();
    var csv =
        isCsv
            ? new CsvItems(
                options == null ? null : options.csv(), attributes == null ? List.of() : attributes)
            : null;
    var lines = new Lines(in, isCsv);
    for (var line = lines.next(); line != null; line = lines.next()) {
      bytes += line.length() + 1;
      if (!line.isBlank()) {
        add(line, csv);
      }
    }
    bulk.flush();
  }

  private void add(String line, @Nullable CsvItems csv) {
    processed++;
    try {
      var item = csv == null ? parsed(line) : csv.read(line);
      if (item == null) {
        processed--;
        return;
      }
      bulk.add(new Write(table, ItemRules.checkPut(table, item), _ -> item));
      imported++;
    } catch (ServiceException e) {
      errors++;
    }
  }

  private static Item parsed(String line) {
    try {
      var bytes = line.getBytes(StandardCharsets.UTF_8);
      var read = (GetItemOutput) JsonReader.read(bytes, GetItemOutput.SHAPE);
      var attributes = read == null ? null : read.item();
      if (attributes == null) {
        throw Invalid.request("A line without Item");
      }
      return AttributeValues.item(attributes);
    } catch (IOException | MalformedException e) {
      throw Invalid.request("Not in JSON: " + e.getMessage());
    }
  }
}
