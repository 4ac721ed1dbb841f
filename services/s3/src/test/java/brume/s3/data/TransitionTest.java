package brume.s3.data;

import static brume.s3.Storage.BUCKET;
import static brume.s3.Storage.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import brume.model.s3.BucketLifecycleConfiguration;
import brume.model.s3.HeadObjectRequest;
import brume.model.s3.LifecycleExpiration;
import brume.model.s3.LifecycleRule;
import brume.model.s3.LifecycleRuleFilter;
import brume.model.s3.ListObjectVersionsRequest;
import brume.model.s3.NoncurrentVersionTransition;
import brume.model.s3.ObjectVersion;
import brume.model.s3.PutBucketLifecycleConfigurationRequest;
import brume.model.s3.S3Model;
import brume.model.s3.Transition;
import brume.s3.Storage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransitionTest {
  private static final byte[] LARGE = new byte[128 * 1024];

  @TempDir Path directory;
  private Storage storage;

  @BeforeEach
  void open() {
    storage = new Storage(directory);
  }

  private static LifecycleRule.Builder rule() {
    return LifecycleRule.builder().status("Enabled").filter(LifecycleRuleFilter.builder().build());
  }

  private static LifecycleRule.Builder rule(Transition... transitions) {
    return rule().transitions(List.of(transitions));
  }

  private static Transition to(String storageClass, int days) {
    return new Transition(null, days, storageClass);
  }

  private void lifecycle(LifecycleRule.Builder... rules) {
    var all = Arrays.stream(rules).map(LifecycleRule.Builder::build).toList();
    storage.call(
        S3Model.PUT_BUCKET_LIFECYCLE_CONFIGURATION,
        PutBucketLifecycleConfigurationRequest.builder()
            .bucket(BUCKET)
            .lifecycleConfiguration(new BucketLifecycleConfiguration(all))
            .build());
  }

  private void after(Duration time) throws InterruptedException {
    storage.local.clock.advance(time);
    storage.run("s3-lifecycle");
  }

  private @Nullable String storageClass(String key) {
    var asked = HeadObjectRequest.builder().bucket(BUCKET).key(key).build();
    return storage.call(S3Model.HEAD_OBJECT, asked).storageClass();
  }

  @Test
  void objectsMoveDownTheClasses() throws Exception {
    lifecycle(rule(to("STANDARD_IA", 30), to("GLACIER_IR", 60)));
    storage.put("k", LARGE, input -> input);
    storage.put("small", new byte[LARGE.length - 1], input -> input);
    after(Duration.ofDays(30));
    assertThat(storageClass("k")).isNull();
    after(Duration.ofDays(1));
    assertThat(storageClass("k")).isEqualTo("STANDARD_IA");
    assertThat(storageClass("small")).isNull();
    after(Duration.ofDays(30));
    assertThat(storageClass("k")).isEqualTo("GLACIER_IR");
    assertThat(Storage.bytes(storage.get("k"))).isEqualTo(LARGE);
    lifecycle(rule(to("STANDARD_IA", 30)));
    after(Duration.ofDays(1));
    assertThat(storageClass("k")).as("there is no way back").isEqualTo("GLACIER_IR");
  }

  @Test
  void whatSpeaksOfSizesMovesSmallObjects() throws Exception {
    var filter = LifecycleRuleFilter.builder().objectSizeGreaterThan(1L).build();
    lifecycle(rule(to("INTELLIGENT_TIERING", 0)).filter(filter));
    storage.put("small", "ab");
    storage.put("smaller", "a");
    after(Duration.ofDays(1));
    assertThat(storageClass("small")).isEqualTo("INTELLIGENT_TIERING");
    assertThat(storageClass("smaller")).isNull();
  }

  @Test
  void hiddenVersionsMove() throws Exception {
    storage.versioning("Enabled");
    lifecycle(
        rule()
            .noncurrentVersionTransitions(
                List.of(new NoncurrentVersionTransition(1, 30, "ONEZONE_IA"))));
    for (int i = 0; i < 3; i++) {
      storage.put("k", LARGE, input -> input);
    }
    after(Duration.ofDays(31));
    var asked = ListObjectVersionsRequest.builder().bucket(BUCKET).build();
    assertThat(storage.call(S3Model.LIST_OBJECT_VERSIONS, asked).versions())
        .extracting(ObjectVersion::storageClass)
        .containsExactly("STANDARD", "STANDARD", "ONEZONE_IA");
  }

  @Test
  void rulesAreChecked() {
    assertThat(message(rule(to("GLACIER", 30)))).contains("the storage class GLACIER");
    assertThat(message(rule(to("STANDARD_IA", 29)))).contains("greater than or equal to 30");
    assertThat(message(rule(to("GLACIER_IR", -1)))).contains("greater than or equal to 0");
    assertThat(message(rule(to("GLACIER_IR", 1), to("GLACIER_IR", 2)))).contains("different");
    assertThat(message(rule(new Transition(null, null, "GLACIER_IR")))).contains("XML");
    var ends = LifecycleExpiration.builder().days(30).build();
    assertThat(message(rule(to("STANDARD_IA", 30)).expiration(ends)))
        .contains("in the Expiration action must be greater");
  }

  private String message(LifecycleRule.Builder rule) {
    return refusal(() -> lifecycle(rule)).message();
  }
}
