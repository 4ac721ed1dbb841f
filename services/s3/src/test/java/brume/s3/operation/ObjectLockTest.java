package brume.s3.operation;

import static brume.s3.Storage.code;
import static org.assertj.core.api.Assertions.assertThat;

import brume.model.s3.CreateBucketRequest;
import brume.model.s3.DefaultRetention;
import brume.model.s3.DeleteObjectRequest;
import brume.model.s3.GetObjectRetentionRequest;
import brume.model.s3.ObjectLockConfiguration;
import brume.model.s3.ObjectLockLegalHold;
import brume.model.s3.ObjectLockRetention;
import brume.model.s3.ObjectLockRule;
import brume.model.s3.PutObjectLegalHoldRequest;
import brume.model.s3.PutObjectLockConfigurationRequest;
import brume.model.s3.PutObjectRetentionRequest;
import brume.model.s3.S3Model;
import brume.s3.Storage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectLockTest {
  private static final String LOCKED = "locked";

  @TempDir Path directory;
  private Storage storage;

  @BeforeEach
  void open() {
    storage = new Storage(directory);
    storage.call(
        S3Model.CREATE_BUCKET,
        CreateBucketRequest.builder().bucket(LOCKED).objectLockEnabledForBucket(true).build());
  }

  private String put() {
    var put = storage.put("k", new byte[1], input -> input.bucket(LOCKED));
    return Objects.requireNonNull(put.versionId());
  }

  private void delete(String version, boolean bypass) {
    storage.call(
        S3Model.DELETE_OBJECT,
        DeleteObjectRequest.builder()
            .bucket(LOCKED)
            .key("k")
            .versionId(version)
            .bypassGovernanceRetention(bypass)
            .build());
  }

  private void retain(String version, String mode, Instant until) {
    storage.call(
        S3Model.PUT_OBJECT_RETENTION,
        PutObjectRetentionRequest.builder()
            .bucket(LOCKED)
            .key("k")
            .versionId(version)
            .retention(new ObjectLockRetention(mode, until))
            .build());
  }

  @Test
  void keepsRetainedVersions() {
    var now = storage.local.clock.instant();
    var version = put();
    retain(version, "COMPLIANCE", now.plus(Duration.ofDays(2)));
    assertThat(code(() -> delete(version, true))).isEqualTo("AccessDenied");
    assertThat(code(() -> retain(version, "COMPLIANCE", now.plus(Duration.ofDays(1)))))
        .isEqualTo("AccessDenied");
    assertThat(code(() -> retain(version, "GOVERNANCE", now.plus(Duration.ofDays(9)))))
        .isEqualTo("AccessDenied");
    assertThat(code(() -> retain(version, "COMPLIANCE", now))).isEqualTo("InvalidArgument");
    storage.local.clock.advance(Duration.ofDays(3));
    delete(version, false);
  }

  @Test
  void letsSomeBypassGovernance() {
    var version = put();
    retain(version, "GOVERNANCE", storage.local.clock.instant().plus(Duration.ofDays(2)));
    assertThat(code(() -> delete(version, false))).isEqualTo("AccessDenied");
    delete(version, true);
    var asked =
        storage.local.asked().getLast().needs().stream().map(need -> need.action()).toList();
    assertThat(asked).containsExactly("s3:DeleteObjectVersion", "s3:BypassGovernanceRetention");
  }

  private void hold(String version, String status) {
    storage.call(
        S3Model.PUT_OBJECT_LEGAL_HOLD,
        PutObjectLegalHoldRequest.builder()
            .bucket(LOCKED)
            .key("k")
            .versionId(version)
            .legalHold(new ObjectLockLegalHold(status))
            .build());
  }

  @Test
  void holdsVersions() {
    var version = put();
    hold(version, "ON");
    assertThat(code(() -> delete(version, true))).isEqualTo("AccessDenied");
    hold(version, "OFF");
    delete(version, false);
  }

  @Test
  void locksNewObjectsAsTheBucketSays() {
    var rule = new ObjectLockRule(new DefaultRetention(3, "GOVERNANCE", null));
    storage.call(
        S3Model.PUT_OBJECT_LOCK_CONFIGURATION,
        PutObjectLockConfigurationRequest.builder()
            .bucket(LOCKED)
            .objectLockConfiguration(new ObjectLockConfiguration("Enabled", rule))
            .build());
    put();
    var retention =
        storage.call(
            S3Model.GET_OBJECT_RETENTION,
            GetObjectRetentionRequest.builder().bucket(LOCKED).key("k").build());
    assertThat(Objects.requireNonNull(retention.retention()).retainUntilDate())
        .isEqualTo(storage.local.clock.instant().plus(Duration.ofDays(3)));
  }

  @Test
  void refusesLocksWhereThereAreNone() {
    assertThat(
            code(
                () ->
                    storage.put("k", new byte[1], input -> input.objectLockLegalHoldStatus("ON"))))
        .isEqualTo("InvalidRequest");
    var input = PutObjectLockConfigurationRequest.builder().bucket(Storage.BUCKET);
    assertThat(
            code(
                () ->
                    storage.call(
                        S3Model.PUT_OBJECT_LOCK_CONFIGURATION,
                        input
                            .objectLockConfiguration(new ObjectLockConfiguration("Enabled", null))
                            .build())))
        .isEqualTo("InvalidBucketState");
  }
}
