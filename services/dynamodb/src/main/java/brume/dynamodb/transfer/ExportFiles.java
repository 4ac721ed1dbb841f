package brume.dynamodb.transfer;

import brume.base.Body;
import brume.dynamodb.item.Item;
import brume.dynamodb.request.AttributeValues;
import brume.json.Json;
import brume.model.dynamodb.ExportDescription;
import brume.model.dynamodb.GetItemOutput;
import brume.model.s3.PutObjectRequest;
import brume.model.s3.S3Model;
import brume.service.Call;
import brume.wire.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/// The objects of an export: data files of one item a line, and manifests that name them.
///
/// Source: Amazon DynamoDB Developer Guide, "DynamoDB table export output format".
final class ExportFiles {
  /// Of the lines of one data file, before they are compressed.
  private static final int FILE_BYTES = 16 << 20;

  private final Call call;
  private final ExportDescription export;
  private final String folder;
  private final List<Json> files = new ArrayList<>();
  private ByteArrayOutputStream packed = new ByteArrayOutputStream();
  private OutputStream lines;
  private long bytesInFile;
  private long itemsInFile;
  private long items;
  private long bytes;

  /// @param call of who asked for the export
  ExportFiles(Call call, ExportDescription export, String id) throws IOException {
    this.call = call;
    this.export = export;
    var prefix = export.s3Prefix();
    var parent = prefix == null || prefix.isEmpty() ? "" : prefix + '/';
    this.folder = parent + "AWSDynamoDB/" + id + '/';
    this.lines = new GZIPOutputStream(packed);
  }

  void start() {
    put("_started", new byte[0]);
  }

  void add(Item item) throws IOException {
    var line = JsonWriter.write(GetItemOutput.builder().item(AttributeValues.of(item)).build());
    lines.write(line);
    lines.write('\n');
    itemsInFile++;
    bytesInFile += line.length + 1;
    if (bytesInFile >= FILE_BYTES) {
      endFile();
    }
  }

  private void endFile() throws IOException {
    lines.close();
    var data = packed.toByteArray();
    var name = "data/" + call.ids().lower(26) + ".json.gz";
    put(name, data);
    files.add(
        Json.object(
            "itemCount", Json.of(itemsInFile),
            "md5Checksum", Json.of(Base64.getEncoder().encodeToString(md5(data))),
            "etag", Json.of(HexFormat.of().formatHex(md5(data))),
            "dataFileS3Key", Json.of(folder + name)));
    items += itemsInFile;
    bytes += bytesInFile;
    itemsInFile = 0;
    bytesInFile = 0;
    packed = new ByteArrayOutputStream();
    lines = new GZIPOutputStream(packed);
  }

  /// Writes what is left, and the manifests; returns the export as it then is.
  ExportDescription finish(Instant now) throws IOException {
    if (itemsInFile > 0 || files.isEmpty()) {
      endFile();
    }
    lines.close();
    var list = new StringBuilder();
    files.forEach(file -> list.append(file.print()).append('\n'));
    putWithChecksum("manifest-files", list.toString());
    putWithChecksum("manifest-summary", summary(now).print());
    return export.toBuilder()
        .exportStatus("COMPLETED")
        .endTime(now)
        .exportManifest(folder + "manifest-summary.json")
        .itemCount(items)
        .billedSizeBytes(bytes)
        .build();
  }

  private Json summary(Instant now) {
    return Json.object(
        "version", Json.of("2020-06-30"),
        "exportArn", Json.of(export.exportArn()),
        "startTime", Json.of(String.valueOf(export.startTime())),
        "endTime", Json.of(now.toString()),
        "tableArn", Json.of(export.tableArn()),
        "tableId", Json.of(export.tableId()),
        "exportTime", Json.of(String.valueOf(export.exportTime())),
        "s3Bucket", Json.of(export.s3Bucket()),
        "s3Prefix", Json.of(export.s3Prefix()),
        "s3SseAlgorithm", Json.ofNull(),
        "s3SseKmsKeyId", Json.ofNull(),
        "manifestFilesS3Key", Json.of(folder + "manifest-files.json"),
        "billedSizeBytes", Json.of(bytes),
        "itemCount", Json.of(items),
        "outputFormat", Json.of("DYNAMODB_JSON"),
        "exportType", Json.of("FULL_EXPORT"));
  }

  private void putWithChecksum(String name, String text) {
    var content = text.getBytes(StandardCharsets.UTF_8);
    put(name + ".json", content);
    put(
        name + ".checksum",
        Base64.getEncoder().encodeToString(md5(content)).getBytes(StandardCharsets.UTF_8));
  }

  private void put(String name, byte[] content) {
    call.invoke(
        S3Model.PUT_OBJECT,
        PutObjectRequest.builder()
            .bucket(export.s3Bucket())
            .expectedBucketOwner(export.s3BucketOwner())
            .key(folder + name)
            .body(Body.of(content))
            .contentLength((long) content.length)
            .build());
  }

  private static byte[] md5(byte[] content) {
    try {
      return MessageDigest.getInstance("MD5").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
