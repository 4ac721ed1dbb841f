package brume.s3.operation;

import static brume.s3.Storage.BUCKET;
import static brume.s3.Storage.bytes;
import static brume.s3.Storage.code;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import brume.model.s3.CopyObjectRequest;
import brume.model.s3.DeleteBucketRequest;
import brume.model.s3.DeleteObjectOutput;
import brume.model.s3.DeleteObjectRequest;
import brume.model.s3.DeleteObjectTaggingRequest;
import brume.model.s3.GetObjectTaggingRequest;
import brume.model.s3.ListObjectVersionsOutput;
import brume.model.s3.ListObjectVersionsRequest;
import brume.model.s3.PutObjectTaggingRequest;
import brume.model.s3.S3Model;
import brume.model.s3.Tag;
import brume.model.s3.Tagging;
import brume.s3.Storage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionTest {
  @TempDir Path directory;
  private Storage storage;

  @BeforeEach
  void open() {
    storage = new Storage(directory);
    storage.versioning("Enabled");
  }

  private String put(String key, String text) {
    return Objects.requireNonNull(storage.put(key, text).versionId());
  }

  private String text(String key, String version) {
    return new String(bytes(storage.get(key, input -> input.versionId(version))), UTF_8);
  }

  private DeleteObjectOutput delete(String key, String version) {
    return storage.call(
        S3Model.DELETE_OBJECT,
        DeleteObjectRequest.builder().bucket(BUCKET).key(key).versionId(version).build());
  }

  private ListObjectVersionsOutput list(UnaryOperator<ListObjectVersionsRequest.Builder> more) {
    var input = ListObjectVersionsRequest.builder().bucket(BUCKET);
    return storage.call(S3Model.LIST_OBJECT_VERSIONS, more.apply(input).build());
  }

  @Test
  void keepsVersions() {
    var first = put("k", "1");
    var second = put("k", "2");
    assertThat(storage.text("k")).isEqualTo("2");
    assertThat(text("k", first)).isEqualTo("1");
    assertThat(storage.get("k").versionId()).isEqualTo(second);
    assertThat(code(() -> text("k", "0".repeat(32)))).isEqualTo("NoSuchVersion");
    assertThat(code(() -> text("k", "what"))).isEqualTo("InvalidArgument");
  }

  @Test
  void hidesObjectsBehindDeleteMarkers() {
    var first = put("k", "1");
    var deleted = storage.delete("k");
    var marker = Objects.requireNonNull(deleted.versionId());
    assertThat(deleted.deleteMarker()).isTrue();
    assertThat(code(() -> storage.get("k"))).isEqualTo("NoSuchKey");
    assertThat(code(() -> text("k", marker))).isEqualTo("MethodNotAllowed");
    assertThat(text("k", first)).isEqualTo("1");
    assertThat(storage.keys()).isEmpty();
    assertThat(delete("k", marker).deleteMarker()).isTrue();
    assertThat(storage.text("k")).isEqualTo("1");
  }

  @Test
  void showsTheVersionBeforeARemovedOne() {
    var first = put("k", "1");
    var second = put("k", "2");
    delete("k", second);
    assertThat(storage.text("k")).isEqualTo("1");
    delete("k", first);
    assertThat(code(() -> storage.get("k"))).isEqualTo("NoSuchKey");
    storage.call(S3Model.DELETE_BUCKET, new DeleteBucketRequest(BUCKET, null));
  }

  @Test
  void replacesTheNullVersionOnly() {
    var kept = put("k", "1");
    storage.versioning("Suspended");
    assertThat(put("k", "2")).isEqualTo("null");
    assertThat(put("k", "3")).isEqualTo("null");
    assertThat(text("k", "null")).isEqualTo("3");
    assertThat(text("k", kept)).isEqualTo("1");
    storage.delete("k");
    assertThat(code(() -> storage.get("k"))).isEqualTo("NoSuchKey");
    assertThat(list(input -> input).versions())
        .extracting(v -> v.versionId())
        .containsExactly(kept);
    assertThat(list(input -> input).deleteMarkers())
        .extracting(v -> v.versionId())
        .containsExactly("null");
  }

  @Test
  void keepsWhatWasPutBeforeVersions() {
    var old = new Storage(directory.resolve("older"));
    old.put("k", "0");
    old.versioning("Enabled");
    old.put("k", "1");
    assertThat(new String(bytes(old.get("k", input -> input.versionId("null"))), UTF_8))
        .isEqualTo("0");
  }

  @Test
  void listsNewestFirst() {
    var a1 = put("a", "1");
    var a2 = put("a", "2");
    storage.delete("b");
    var page = list(input -> input.maxKeys(1));
    assertThat(page.versions()).extracting(v -> v.versionId()).containsExactly(a2);
    assertThat(page.versions()).extracting(v -> v.isLatest()).containsExactly(true);
    var rest =
        list(
            input ->
                input.keyMarker(page.nextKeyMarker()).versionIdMarker(page.nextVersionIdMarker()));
    assertThat(rest.versions()).extracting(v -> v.versionId()).containsExactly(a1);
    assertThat(rest.versions()).extracting(v -> v.isLatest()).containsExactly(false);
    assertThat(rest.deleteMarkers()).extracting(v -> v.isLatest()).containsExactly(true);
    assertThat(list(input -> input.keyMarker("a")).versions()).isEmpty();
  }

  @Test
  void doesNotDeleteABucketWithVersions() {
    put("k", "1");
    storage.delete("k");
    assertThat(
            code(() -> storage.call(S3Model.DELETE_BUCKET, new DeleteBucketRequest(BUCKET, null))))
        .isEqualTo("BucketNotEmpty");
  }

  private String copy(UnaryOperator<CopyObjectRequest.Builder> more) {
    var input = CopyObjectRequest.builder().bucket(BUCKET).key("copy").copySource(BUCKET + "/k");
    var output = storage.call(S3Model.COPY_OBJECT, more.apply(input).build());
    return Objects.requireNonNull(Objects.requireNonNull(output.copyObjectResult()).eTag());
  }

  @Test
  void copiesObjectsAndVersions() {
    var first = put("k", "1");
    var etag =
        storage.put("k", new byte[50_000], input -> input.contentType("a/b").tagging("t=1")).eTag();
    assertThat(copy(input -> input)).isEqualTo(etag);
    var got = storage.get("copy");
    assertThat(got.contentType()).isEqualTo("a/b");
    assertThat(got.tagCount()).isEqualTo(1);
    assertThat(bytes(got)).isEqualTo(new byte[50_000]);
    copy(input -> input.copySource(BUCKET + "/k?versionId=" + first));
    assertThat(storage.text("copy")).isEqualTo("1");
    copy(
        input ->
            input
                .metadataDirective("REPLACE")
                .metadata(Map.of("x", "y"))
                .taggingDirective("REPLACE")
                .checksumAlgorithm("SHA1"));
    var replaced = storage.get("copy", input -> input.checksumMode("ENABLED"));
    assertThat(replaced.metadata()).containsExactly(Map.entry("x", "y"));
    assertThat(replaced.contentType()).isEqualTo("binary/octet-stream");
    assertThat(replaced.tagCount()).isNull();
    assertThat(replaced.checksumSha1()).isNotNull();
  }

  @Test
  void refusesCopies() {
    var etag = storage.put("k", "1").eTag();
    assertThat(code(() -> copy(input -> input.key("k")))).isEqualTo("InvalidRequest");
    assertThat(code(() -> copy(input -> input.copySourceIfNoneMatch(etag))))
        .isEqualTo("PreconditionFailed");
    assertThat(code(() -> copy(input -> input.copySource("//x")))).isEqualTo("InvalidArgument");
    assertThat(code(() -> copy(input -> input.copySource(BUCKET + "/nothing"))))
        .isEqualTo("NoSuchKey");
  }

  @Test
  void tagsVersions() {
    var first = put("k", "1");
    put("k", "2");
    storage.call(
        S3Model.PUT_OBJECT_TAGGING,
        PutObjectTaggingRequest.builder()
            .bucket(BUCKET)
            .key("k")
            .versionId(first)
            .tagging(new Tagging(List.of(new Tag("a", "b"))))
            .build());
    assertThat(tags(first)).containsExactly(new Tag("a", "b"));
    assertThat(tags(null)).isEmpty();
    storage.call(
        S3Model.DELETE_OBJECT_TAGGING,
        DeleteObjectTaggingRequest.builder().bucket(BUCKET).key("k").versionId(first).build());
    assertThat(tags(first)).isEmpty();
    var twice = new Tagging(List.of(new Tag("a", "1"), new Tag("a", "2")));
    assertThat(
            code(
                () ->
                    storage.call(
                        S3Model.PUT_OBJECT_TAGGING,
                        PutObjectTaggingRequest.builder()
                            .bucket(BUCKET)
                            .key("k")
                            .tagging(twice)
                            .build())))
        .isEqualTo("InvalidTag");
  }

  private List<Tag> tags(@org.jspecify.annotations.Nullable String version) {
    return storage
        .call(
            S3Model.GET_OBJECT_TAGGING,
            GetObjectTaggingRequest.builder().bucket(BUCKET).key("k").versionId(version).build())
        .tagSet();
  }
}
