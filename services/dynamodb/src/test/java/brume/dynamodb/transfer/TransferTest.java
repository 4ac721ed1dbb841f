package brume.dynamodb.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.base.Body;
import brume.dynamodb.DynamoDb;
import brume.identity.Principal;
import brume.json.Json;
import brume.model.dynamodb.CsvOptions;
import brume.model.dynamodb.DescribeExportInput;
import brume.model.dynamodb.DescribeImportInput;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.ExportDescription;
import brume.model.dynamodb.ExportTableToPointInTimeInput;
import brume.model.dynamodb.ImportTableDescription;
import brume.model.dynamodb.ImportTableInput;
import brume.model.dynamodb.InputFormatOptions;
import brume.model.dynamodb.ListExportsInput;
import brume.model.dynamodb.ListImportsInput;
import brume.model.dynamodb.PointInTimeRecoverySpecification;
import brume.model.dynamodb.PutItemInput;
import brume.model.dynamodb.S3BucketSource;
import brume.model.dynamodb.ScanInput;
import brume.model.dynamodb.TableCreationParameters;
import brume.model.dynamodb.UpdateContinuousBackupsInput;
import brume.model.s3.GetObjectOutput;
import brume.model.s3.ListObjectsV2Output;
import brume.model.s3.PutObjectOutput;
import brume.model.s3.S3Model;
import brume.service.CommonError;
import brume.service.Service;
import brume.testing.Local;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransferTest {
  private static final String ARN = "arn:aws:dynamodb:us-east-1:000000000000:table/T";
  private static final Principal USER =
      new Principal.User(Local.SCOPE.account(), "/", "ada", "AIDAADA");

  private final Local local = new Local();
  private final TreeMap<String, byte[]> bucket = new TreeMap<>();
  private final List<Principal> writers = new ArrayList<>();
  private List<Service> services = DynamoDb.services(local.store);

  @BeforeEach
  void openBucket() {
    services.forEach(local::add);
    local.answer(
        S3Model.PUT_OBJECT,
        (call, input) -> {
          writers.add(call.caller());
          if (!input.bucket().equals("bucket")) {
            throw CommonError.ACCESS_DENIED.because("Not this one");
          }
          bucket.put(input.key(), bytes(input.body()));
          return PutObjectOutput.builder().build();
        });
    local.answer(
        S3Model.LIST_OBJECTS_V2,
        (_, input) ->
            ListObjectsV2Output.builder()
                .contents(
                    bucket.tailMap(input.prefix()).keySet().stream()
                        .filter(key -> key.startsWith(input.prefix()))
                        .map(key -> brume.model.s3.Object.builder().key(key).build())
                        .toList())
                .build());
    local.answer(
        S3Model.GET_OBJECT,
        (_, input) -> GetObjectOutput.builder().body(Body.of(bucket.get(input.key()))).build());
  }

  private static byte[] bytes(Body body) {
    try (var in = body.open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void work() {
    for (var service : services) {
      for (var job : service.jobs()) {
        try {
          job.run(local.call());
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }
  }

  private void table() {
    local.invoke(DynamoDbModel.CREATE_TABLE, brume.dynamodb.Local.definition("T", "p:S").build());
    local.invoke(
        DynamoDbModel.UPDATE_CONTINUOUS_BACKUPS,
        new UpdateContinuousBackupsInput(new PointInTimeRecoverySpecification(true, null), "T"));
  }

  private void put(String key, int number) {
    local.invoke(
        DynamoDbModel.PUT_ITEM,
        PutItemInput.builder()
            .tableName("T")
            .item(brume.dynamodb.Local.item("p", key, "n", number))
            .build());
  }

  private ExportDescription export(String to) {
    var input =
        ExportTableToPointInTimeInput.builder()
            .tableArn(ARN)
            .s3Bucket(to)
            .s3Prefix("exports")
            .clientToken("token")
            .build();
    return local
        .invoke(local.call().as(USER), DynamoDbModel.EXPORT_TABLE_TO_POINT_IN_TIME, input)
        .exportDescription();
  }

  private ExportDescription describeExport(String arn) {
    return local
        .invoke(DynamoDbModel.DESCRIBE_EXPORT, new DescribeExportInput(arn))
        .exportDescription();
  }

  @Test
  void exportsWhatTheTableWasAsWhoeverAsks() throws IOException {
    table();
    put("a", 1);
    local.clock.advance(Duration.ofSeconds(1));
    var begun = export("bucket");
    assertThat(begun.exportStatus()).isEqualTo("IN_PROGRESS");
    assertThat(export("bucket")).isEqualTo(begun);
    local.clock.advance(Duration.ofSeconds(1));
    put("a", 2);
    put("b", 2);

    work();

    var done = describeExport(begun.exportArn());
    assertThat(done.exportStatus()).isEqualTo("COMPLETED");
    assertThat(done.itemCount()).isEqualTo(1);
    assertThat(writers).containsOnly(USER);
    var folder = done.exportManifest().replace("manifest-summary.json", "");
    assertThat(folder).startsWith("exports/AWSDynamoDB/");
    assertThat(bucket)
        .containsKeys(
            folder + "_started",
            folder + "manifest-summary.checksum",
            folder + "manifest-files.checksum");
    var summary = json(bucket.get(folder + "manifest-summary.json"));
    assertThat(summary.get("itemCount").text()).isEqualTo("1");
    var files = json(bucket.get(folder + "manifest-files.json"));
    assertThat(unpack(bucket.get(files.get("dataFileS3Key").text())))
        .isEqualTo("{\"Item\":{\"p\":{\"S\":\"a\"},\"n\":{\"N\":\"1\"}}}\n");
    assertThat(
            local
                .invoke(DynamoDbModel.LIST_EXPORTS, ListExportsInput.builder().build())
                .exportSummaries())
        .hasSize(1);
  }

  private static Json.Obj json(byte[] bytes) {
    return (Json.Obj) Json.parse(new String(bytes, StandardCharsets.UTF_8).strip());
  }

  private static String unpack(byte[] packed) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void anExportThatMayNotWriteFails() {
    table();
    var begun = export("other");

    work();

    var failed = describeExport(begun.exportArn());
    assertThat(failed.exportStatus()).isEqualTo("FAILED");
    assertThat(failed.failureMessage()).isEqualTo("Not this one");
  }

  @Test
  void anExportThatARestartInterruptsFails() {
    table();
    var begun = export("bucket");
    services = DynamoDb.services(local.store);
    services.forEach(local::add);

    work();

    assertThat(describeExport(begun.exportArn()).exportStatus()).isEqualTo("FAILED");
    assertThat(bucket).isEmpty();
  }

  private ImportTableDescription importTable(
      String format, String compression, InputFormatOptions options) {
    var input =
        ImportTableInput.builder()
            .inputFormat(format)
            .inputCompressionType(compression)
            .inputFormatOptions(options)
            .s3BucketSource(
                S3BucketSource.builder().s3Bucket("bucket").s3KeyPrefix("data/").build())
            .tableCreationParameters(
                TableCreationParameters.builder()
                    .tableName("Imported")
                    .billingMode("PAY_PER_REQUEST")
                    .attributeDefinitions(brume.dynamodb.Local.attributes("p:N"))
                    .keySchema(brume.dynamodb.Local.schema("p:N"))
                    .build())
            .build();
    var begun = local.invoke(DynamoDbModel.IMPORT_TABLE, input).importTableDescription();
    assertThat(begun.importStatus()).isEqualTo("IN_PROGRESS");
    work();
    return local
        .invoke(DynamoDbModel.DESCRIBE_IMPORT, new DescribeImportInput(begun.importArn()))
        .importTableDescription();
  }

  private List<Map<String, brume.model.dynamodb.AttributeValue>> imported() {
    return local
        .invoke(DynamoDbModel.SCAN, ScanInput.builder().tableName("Imported").build())
        .items();
  }

  @Test
  void importsItemsInJsonAndCountsErrors() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(
          """
          {"Item":{"p":{"N":"1"},"t":{"S":"one"}}}
          {"Item":{"p":{"S":"no number"}}}
          not JSON

          {"Item":{"p":{"N":"2"},"l":{"L":[{"BOOL":true}]}}}
          """
              .getBytes(StandardCharsets.UTF_8));
    }
    bucket.put("data/one.json.gz", packed.toByteArray());
    bucket.put("elsewhere", new byte[0]);

    var done = importTable("DYNAMODB_JSON", "GZIP", null);

    assertThat(done.importStatus()).isEqualTo("COMPLETED");
    assertThat(done.processedItemCount()).isEqualTo(4);
    assertThat(done.importedItemCount()).isEqualTo(2);
    assertThat(done.errorCount()).isEqualTo(2);
    assertThat(imported()).hasSize(2);
    assertThat(
            local
                .invoke(DynamoDbModel.LIST_IMPORTS, ListImportsInput.builder().build())
                .importSummaryList())
        .hasSize(1);
  }

  @Test
  void importsCsvWithKeysOfTheirTypes() {
    bucket.put(
        "data/one.csv",
        "p;t\r\n1;\"a \"\"b\"\";\nc\"\n2;\nx;y\n3\n".getBytes(StandardCharsets.UTF_8));

    var done = importTable("CSV", null, new InputFormatOptions(new CsvOptions(";", null)));

    assertThat(done.errorCount()).isEqualTo(2);
    assertThat(imported())
        .containsExactlyInAnyOrder(
            brume.dynamodb.Local.item("p", 1, "t", "a \"b\";\nc"),
            brume.dynamodb.Local.item("p", 2));
  }

  @Test
  void anImportOfWhatIsNotPackedFails() {
    bucket.put("data/one.json", "plain".getBytes(StandardCharsets.UTF_8));

    assertThat(importTable("DYNAMODB_JSON", "GZIP", null).importStatus()).isEqualTo("FAILED");
    assertThat(imported()).isEmpty();
  }

  @Test
  void refusesWhatItDoesNotHave() {
    table();
    assertThatThrownBy(() -> importTable("ION", null, null)).hasMessageContaining("ION");
    assertThatThrownBy(() -> importTable("CSV", "ZSTD", null)).hasMessageContaining("ZSTD");
    assertThatThrownBy(
            () ->
                local.invoke(
                    DynamoDbModel.EXPORT_TABLE_TO_POINT_IN_TIME,
                    ExportTableToPointInTimeInput.builder()
                        .tableArn(ARN)
                        .s3Bucket("bucket")
                        .exportFormat("ION")
                        .build()))
        .hasMessageContaining("ION");
  }
}
