package brume.s3.operation;

import static brume.s3.Storage.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;

import brume.model.s3.ListObjectsRequest;
import brume.model.s3.ListObjectsV2Request;
import brume.model.s3.S3Model;
import brume.s3.Storage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingTest {
  private static final Comparator<String> BYTES =
      (a, b) ->
          Arrays.compareUnsigned(
              a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  private static final String[] LETTERS = {"a", "b", "/", "/", "ü", "\u0000", "𝄞", " ", "\uFFFD"};

  @TempDir Path directory;

  private static String text(Random random, int longest) {
    var text = new StringBuilder();
    int length = random.nextInt(longest + 1);
    for (int i = 0; i < length; i++) {
      text.append(LETTERS[random.nextInt(LETTERS.length)]);
    }
    return text.toString();
  }

  /// What a listing is, by its definition: keys and common prefixes behind `after`, in order.
  private static List<String> naive(
      Set<String> keys, String prefix, String delimiter, String after) {
    var listed = new TreeSet<>(BYTES);
    for (var key : keys) {
      if (key.startsWith(prefix) && BYTES.compare(key, after) > 0) {
        int at = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
        listed.add(at < 0 ? key : key.substring(0, at + delimiter.length()));
      }
    }
    listed.remove(after);
    return List.copyOf(listed);
  }

  @Test
  void listsWhatTheDefinitionLists() {
    var storage = new Storage(directory);
    var random = new Random(42);
    var keys = new TreeSet<>(BYTES);
    while (keys.size() < 150) {
      var key = text(random, 6);
      if (!key.isEmpty() && keys.add(key)) {
        storage.put(key, "x");
      }
      if (random.nextInt(5) == 0) {
        var gone = keys.pollFirst();
        storage.delete(Objects.requireNonNull(gone));
      }
    }
    for (int round = 0; round < 400; round++) {
      var prefix = text(random, 2);
      var delimiter = random.nextBoolean() ? "/" : text(random, 2);
      var after = random.nextBoolean() ? "" : text(random, 3);
      int limit = 1 + random.nextInt(7);
      var expected = naive(keys, prefix, delimiter, after);
      assertThat(second(storage, prefix, delimiter, after, limit)).isEqualTo(expected);
      if (!delimiter.isEmpty()) {
        assertThat(first(storage, prefix, delimiter, after, limit)).isEqualTo(expected);
      }
    }
  }

  /// All pages of ListObjectsV2.
  private static List<String> second(
      Storage storage, String prefix, String delimiter, String after, int limit) {
    var all = new ArrayList<String>();
    @Nullable String token = null;
    do {
      var page =
          storage.call(
              S3Model.LIST_OBJECTS_V2,
              ListObjectsV2Request.builder()
                  .bucket(BUCKET)
                  .prefix(prefix)
                  .delimiter(delimiter)
                  .startAfter(after)
                  .maxKeys(limit)
                  .continuationToken(token)
                  .build());
      var entries =
          Stream.concat(
                  Objects.requireNonNull(page.contents()).stream().map(object -> object.key()),
                  Objects.requireNonNull(page.commonPrefixes()).stream()
                      .map(common -> common.prefix()))
              .map(Objects::requireNonNull)
              .sorted(BYTES)
              .toList();
      assertThat(entries).hasSize(Objects.requireNonNull(page.keyCount()));
      assertThat(entries.size()).isLessThanOrEqualTo(limit);
      all.addAll(entries);
      token = page.nextContinuationToken();
    } while (token != null);
    return all;
  }

  /// All pages of ListObjects, whose marker clients may see.
  private static List<String> first(
      Storage storage, String prefix, String delimiter, String after, int limit) {
    var all = new ArrayList<String>();
    @Nullable String marker = after;
    do {
      var page =
          storage.call(
              S3Model.LIST_OBJECTS,
              ListObjectsRequest.builder()
                  .bucket(BUCKET)
                  .prefix(prefix)
                  .delimiter(delimiter)
                  .marker(marker)
                  .maxKeys(limit)
                  .build());
      Stream.concat(
              Objects.requireNonNull(page.contents()).stream().map(object -> object.key()),
              Objects.requireNonNull(page.commonPrefixes()).stream().map(common -> common.prefix()))
          .map(Objects::requireNonNull)
          .sorted(BYTES)
          .forEach(all::add);
      marker = page.nextMarker();
    } while (marker != null);
    return all;
  }

  @Test
  void encodesKeysWhenAsked() {
    var storage = new Storage(directory);
    storage.put("a b/ü+", "x");
    var page =
        storage.call(
            S3Model.LIST_OBJECTS_V2,
            ListObjectsV2Request.builder().bucket(BUCKET).encodingType("url").build());
    assertThat(page.contents())
        .extracting(object -> object.key())
        .containsExactly("a%20b/%C3%BC%2B");
  }

  @Test
  void listsNothingWhenNothingIsAsked() {
    var storage = new Storage(directory);
    storage.put("a", "x");
    var page =
        storage.call(
            S3Model.LIST_OBJECTS_V2,
            ListObjectsV2Request.builder().bucket(BUCKET).maxKeys(0).build());
    assertThat(page.contents()).isEmpty();
    assertThat(page.isTruncated()).isFalse();
  }
}
