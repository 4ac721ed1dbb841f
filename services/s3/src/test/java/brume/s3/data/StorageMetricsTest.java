package brume.s3.data;

import static brume.s3.Storage.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Body;
import brume.model.s3.CreateMultipartUploadRequest;
import brume.model.s3.S3Model;
import brume.model.s3.UploadPartRequest;
import brume.s3.Storage;
import brume.service.Metering;
import brume.service.Platform;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageMetricsTest {
  @TempDir Path directory;

  @Test
  void whatABucketHoldsIsTold() throws Exception {
    var storage = new Storage(directory);
    storage.create("empty");
    storage.versioning("Enabled");
    storage.put("a", "12345");
    storage.put("a", "123");
    storage.put("b", new byte[10], input -> input.storageClass("STANDARD_IA"));
    storage.delete("b");
    var begun =
        storage.call(
            S3Model.CREATE_MULTIPART_UPLOAD,
            CreateMultipartUploadRequest.builder().bucket(BUCKET).key("c").build());
    storage.call(
        S3Model.UPLOAD_PART,
        UploadPartRequest.builder()
            .bucket(BUCKET)
            .key("c")
            .uploadId(begun.uploadId())
            .partNumber(1)
            .body(Body.of(new byte[100]))
            .build());

    var told = new TreeMap<String, Double>();
    var local = storage.local;
    var platform =
        new Platform(
            local,
            local.platform.credentials(),
            local.ids,
            local.clock,
            local.platform.endpoint(),
            Metering.NONE,
            (subject, name, unit, value) -> {
              assertThat(subject.namespace()).isEqualTo("AWS/S3");
              var of = new TreeMap<>(subject.dimensions());
              told.put(name + ' ' + unit.spelling() + ' ' + of, value);
            });
    for (var job : storage.service.jobs()) {
      if (job.name().equals("s3-storage-metrics")) {
        job.run(platform.call(local.call().caller(), local.call().scope()));
      }
    }
    var bucket = "{BucketName=" + BUCKET + ", StorageType=";
    assertThat(told)
        .containsOnlyKeys(
            "BucketSizeBytes Bytes " + bucket + "StandardStorage}",
            "BucketSizeBytes Bytes " + bucket + "StandardIAStorage}",
            "NumberOfObjects Count " + bucket + "AllStorageTypes}")
        .containsEntry("BucketSizeBytes Bytes " + bucket + "StandardStorage}", 108.0)
        .containsEntry("BucketSizeBytes Bytes " + bucket + "StandardIAStorage}", 10.0)
        .containsEntry("NumberOfObjects Count " + bucket + "AllStorageTypes}", 5.0);
  }
}
