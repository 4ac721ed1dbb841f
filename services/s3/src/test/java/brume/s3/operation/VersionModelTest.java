package brume.s3.operation;

import static brume.s3.Storage.BUCKET;
import static brume.s3.Storage.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import brume.model.s3.DeleteObjectRequest;
import brume.model.s3.ListObjectVersionsRequest;
import brume.model.s3.S3Model;
import brume.s3.Storage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random changes of a bucket, compared with lists of versions that are changed as AWS says.
class VersionModelTest {
  private static final String NULL = "null";

  @TempDir Path directory;

  /// @param text null for a delete marker
  private record Kept(String id, @Nullable String text) {}

  /// Newest first, by key.
  private final TreeMap<String, List<Kept>> model = new TreeMap<>();

  private List<Kept> versions(String key) {
    return model.computeIfAbsent(key, _ -> new ArrayList<>());
  }

  private void add(String key, @Nullable String id, @Nullable String text) {
    var kept = new Kept(id == null ? NULL : id, text);
    if (kept.id.equals(NULL)) {
      versions(key).removeIf(version -> version.id.equals(NULL));
    }
    versions(key).addFirst(kept);
  }

  private void step(Storage storage, Random random, String status) {
    var key = "k" + random.nextInt(3);
    switch (random.nextInt(4)) {
      case 0, 1 -> {
        var text = "text " + random.nextInt();
        add(key, storage.put(key, text).versionId(), text);
      }
      case 2 -> {
        var id = storage.delete(key).versionId();
        if (status.isEmpty()) {
          versions(key).clear();
        } else {
          add(key, id, null);
        }
      }
      default -> {
        var there = versions(key);
        var id = there.isEmpty() ? NULL : there.get(random.nextInt(there.size())).id;
        storage.call(
            S3Model.DELETE_OBJECT,
            DeleteObjectRequest.builder().bucket(BUCKET).key(key).versionId(id).build());
        there.removeIf(version -> version.id.equals(id));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void keepsWhatTheModelKeeps(long seed) {
    var storage = new Storage(directory);
    var random = new Random(seed);
    var status = "";
    for (int round = 0; round < 300; round++) {
      if (round >= 60 && random.nextInt(20) == 0) {
        status = random.nextBoolean() ? "Enabled" : "Suspended";
        storage.versioning(status);
      }
      step(storage, random, status);
      compare(storage);
    }
  }

  private void compare(Storage storage) {
    var visible = new ArrayList<String>();
    var all = new ArrayList<String>();
    model.forEach(
        (key, versions) -> {
          if (!versions.isEmpty() && versions.getFirst().text != null) {
            visible.add(key);
            assertThat(storage.text(key)).isEqualTo(versions.getFirst().text);
          }
          for (var version : versions) {
            all.add(key + ' ' + version.id + ' ' + version.equals(versions.getFirst()));
            if (version.text != null) {
              var got = storage.get(key, input -> input.versionId(version.id));
              assertThat(new String(bytes(got), UTF_8)).isEqualTo(version.text);
            }
          }
        });
    assertThat(storage.keys()).isEqualTo(visible);
    assertThat(listed(storage)).containsExactlyInAnyOrderElementsOf(all);
  }

  private static List<String> listed(Storage storage) {
    var page =
        storage.call(
            S3Model.LIST_OBJECT_VERSIONS,
            ListObjectVersionsRequest.builder().bucket(BUCKET).build());
    return Stream.concat(
            Objects.requireNonNull(page.versions()).stream()
                .map(one -> one.key() + ' ' + one.versionId() + ' ' + one.isLatest()),
            Objects.requireNonNull(page.deleteMarkers()).stream()
                .map(one -> one.key() + ' ' + one.versionId() + ' ' + one.isLatest()))
        .toList();
  }
}
