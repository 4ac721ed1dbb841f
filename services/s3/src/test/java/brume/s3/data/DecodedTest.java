package brume.s3.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import brume.model.s3.AccelerateConfiguration;
import brume.model.s3.VersioningConfiguration;
import brume.s3.Storage;
import brume.s3.bucket.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodedTest {
  @TempDir Path directory;

  @Test
  void equalBytesAreReadOnce() {
    var read = new ArrayList<String>();
    var decoded = new Decoded<>(bytes -> add(read, new String(bytes, UTF_8)));
    assertThat(decoded.of("a".getBytes(UTF_8))).isEqualTo("a");
    assertThat(decoded.of("b".getBytes(UTF_8))).isEqualTo("b");
    assertThat(decoded.of("a".getBytes(UTF_8))).isEqualTo("a");
    assertThat(read).containsExactly("a", "b");
  }

  private static String add(List<String> read, String text) {
    read.add(text);
    return text;
  }

  @Test
  void whatIsRememberedIsBounded() {
    var decoded = new Decoded<>(bytes -> bytes.length);
    for (int i = 0; i < 50; i++) {
      var large = new byte[Decoded.MAX_BYTES / 10];
      large[0] = (byte) i;
      assertThat(decoded.of(large)).isEqualTo(large.length);
      assertThat(decoded.size()).isLessThanOrEqualTo(10);
    }
    assertThat(decoded.of(new byte[2 * Decoded.MAX_BYTES])).isEqualTo(2 * Decoded.MAX_BYTES);
    assertThat(decoded.size()).isLessThanOrEqualTo(10);
  }

  @Test
  void settingsThatAreStoredAlikeAreApart() {
    var storage = new Storage(directory);
    var configurations = new Configurations(storage.local.store);
    var buckets = new Buckets(storage.local.store, configurations);
    var bucket = buckets.get(Storage.BUCKET);
    for (var status : new String[] {"Enabled", "Suspended", "Enabled"}) {
      var versioning = VersioningConfiguration.builder().status(status).build();
      var acceleration = AccelerateConfiguration.builder().status(status).build();
      configurations.put(bucket, Setting.VERSIONING, versioning);
      configurations.put(bucket, Setting.ACCELERATION, acceleration);
      assertThat(configurations.get(bucket, Setting.VERSIONING)).isEqualTo(versioning);
      assertThat(configurations.get(bucket, Setting.ACCELERATION)).isEqualTo(acceleration);
    }
    configurations.delete(bucket, Setting.VERSIONING);
    assertThat(configurations.get(bucket, Setting.VERSIONING)).isNull();
  }
}
