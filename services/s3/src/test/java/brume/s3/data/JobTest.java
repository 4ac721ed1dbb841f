package brume.s3.data;

import static brume.s3.Storage.BUCKET;
import static brume.s3.Storage.bytes;
import static brume.s3.Storage.code;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import brume.model.s3.AbortIncompleteMultipartUpload;
import brume.model.s3.BucketLifecycleConfiguration;
import brume.model.s3.CreateMultipartUploadRequest;
import brume.model.s3.LifecycleExpiration;
import brume.model.s3.LifecycleRule;
import brume.model.s3.LifecycleRuleFilter;
import brume.model.s3.ListMultipartUploadsRequest;
import brume.model.s3.ListObjectVersionsRequest;
import brume.model.s3.NoncurrentVersionExpiration;
import brume.model.s3.PutBucketLifecycleConfigurationRequest;
import brume.model.s3.S3Model;
import brume.s3.Storage;
import brume.store.blob.Blobs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobTest {
  @TempDir Path directory;
  private Storage storage;

  @BeforeEach
  void open() {
    storage = new Storage(directory);
  }

  private void age(Path file, Duration by) throws IOException {
    Instant then = storage.local.clock.instant().minus(by);
    Files.setLastModifiedTime(file, FileTime.from(then));
  }

  @Test
  void releasesWhatIsReplacedOrDeleted() throws Exception {
    storage.put("k", new byte[50_000], input -> input);
    storage.put("k", new byte[60_000], input -> input);
    storage.put("gone", new byte[50_000], input -> input);
    storage.delete("gone");
    assertThat(storage.files()).hasSize(3);
    storage.local.clock.advance(Blobs.GRACE);
    storage.run("s3-orphans");
    assertThat(storage.files()).hasSize(1);
    assertThat(bytes(storage.get("k"))).hasSize(60_000);
  }

  @Test
  void sweepsWhatACrashLeft() throws Exception {
    storage.put("k", new byte[50_000], input -> input);
    var orphan = storage.blobs.write(new ByteArrayInputStream(new byte[10]));
    for (var file : storage.files()) {
      age(file, Orphans.OLD.minusMinutes(1));
    }
    storage.run("s3-orphans");
    assertThat(storage.files()).hasSize(2);
    for (var file : storage.files()) {
      age(file, Orphans.OLD.plusMinutes(1));
    }
    storage.run("s3-orphans");
    assertThat(storage.files()).hasSize(1).doesNotContain(storage.blobs.open(orphan).path());
  }

  @Test
  void noticesDamagedFiles() throws Exception {
    storage.put("k", new byte[50_000], input -> input);
    storage.put("sound", new byte[50_001], input -> input);
    storage.run("s3-scrub");
    assertThat(bytes(storage.get("k"))).hasSize(50_000);
    for (var file : storage.files()) {
      if (Files.size(file) == 50_000) {
        var damaged = new byte[50_000];
        damaged[777] = 1;
        Files.write(file, damaged);
      }
    }
    storage.run("s3-scrub");
    assertThat(code(() -> storage.get("k"))).isEqualTo("InternalError");
    assertThat(bytes(storage.get("sound"))).hasSize(50_001);
  }

  @Test
  void neverServesFilesOfAnotherLength() throws Exception {
    storage.put("k", new byte[50_000], input -> input);
    Files.write(storage.files().getFirst(), new byte[49_999]);
    assertThat(code(() -> storage.get("k"))).isEqualTo("InternalError");
  }

  @Test
  void neverServesDamagedInlineObjects() {
    storage.put("k", "hello");
    var inline = brume.store.Key.of("s3.inline").children();
    storage.local.store.transact(
        brume.store.Locks.NONE,
        transaction -> {
          try (var cursor = transaction.scan(inline)) {
            cursor.next();
            transaction.put(cursor.key(), "hallo".getBytes(UTF_8));
          }
          return true;
        });
    assertThat(code(() -> storage.get("k"))).isEqualTo("InternalError");
  }

  private void lifecycle(LifecycleRule.Builder... rules) {
    var all = List.of(rules).stream().map(rule -> rule.status("Enabled").build()).toList();
    storage.call(
        S3Model.PUT_BUCKET_LIFECYCLE_CONFIGURATION,
        PutBucketLifecycleConfigurationRequest.builder()
            .bucket(BUCKET)
            .lifecycleConfiguration(new BucketLifecycleConfiguration(all))
            .build());
  }

  private static LifecycleExpiration days(int days) {
    return LifecycleExpiration.builder().days(days).build();
  }

  private void after(Duration time) throws InterruptedException {
    storage.local.clock.advance(time);
    storage.run("s3-lifecycle");
  }

  @Test
  void expiresObjects() throws Exception {
    var filter = LifecycleRuleFilter.builder().prefix("logs/").objectSizeGreaterThan(1L).build();
    lifecycle(LifecycleRule.builder().filter(filter).expiration(days(2)));
    storage.put("logs/1", "long");
    storage.put("logs/2", "x");
    storage.put("other", "long");
    after(Duration.ofDays(2));
    assertThat(storage.keys()).hasSize(3);
    after(Duration.ofDays(1));
    assertThat(storage.keys()).containsExactly("logs/2", "other");
  }

  private List<String> versions() {
    var page =
        storage.call(
            S3Model.LIST_OBJECT_VERSIONS,
            ListObjectVersionsRequest.builder().bucket(BUCKET).build());
    return java.util.stream.Stream.concat(
            page.versions().stream().map(version -> "version " + version.size()),
            page.deleteMarkers().stream().map(_ -> "marker"))
        .toList();
  }

  @Test
  void expiresVersionsAndMarkersThatHideNothing() throws Exception {
    storage.versioning("Enabled");
    lifecycle(
        LifecycleRule.builder()
            .id("a")
            .filter(LifecycleRuleFilter.builder().build())
            .noncurrentVersionExpiration(new NoncurrentVersionExpiration(1, 3)),
        LifecycleRule.builder()
            .id("b")
            .filter(LifecycleRuleFilter.builder().build())
            .expiration(LifecycleExpiration.builder().expiredObjectDeleteMarker(true).build()));
    IntStream.rangeClosed(1, 4).forEach(size -> storage.put("k", "x".repeat(size)));
    after(Duration.ofDays(5));
    assertThat(versions()).containsExactly("version 4", "version 3");
    storage.delete("k");
    after(Duration.ofDays(5));
    assertThat(versions()).containsExactly("version 4", "marker");
    lifecycle(
        LifecycleRule.builder()
            .filter(LifecycleRuleFilter.builder().build())
            .noncurrentVersionExpiration(new NoncurrentVersionExpiration(null, 3))
            .expiration(LifecycleExpiration.builder().expiredObjectDeleteMarker(true).build()));
    after(Duration.ofDays(1));
    assertThat(versions()).containsExactly("marker");
    after(Duration.ofDays(1));
    assertThat(versions()).isEmpty();
  }

  @Test
  void abortsOldUploads() throws Exception {
    lifecycle(
        LifecycleRule.builder()
            .filter(LifecycleRuleFilter.builder().build())
            .abortIncompleteMultipartUpload(new AbortIncompleteMultipartUpload(1)));
    storage.call(
        S3Model.CREATE_MULTIPART_UPLOAD,
        CreateMultipartUploadRequest.builder().bucket(BUCKET).key("k").build());
    after(Duration.ofHours(23));
    var asked = ListMultipartUploadsRequest.builder().bucket(BUCKET).build();
    assertThat(storage.call(S3Model.LIST_MULTIPART_UPLOADS, asked).uploads()).hasSize(1);
    after(Duration.ofDays(2));
    assertThat(storage.call(S3Model.LIST_MULTIPART_UPLOADS, asked).uploads()).isEmpty();
  }
}
