package brume.s3.operation;

import static brume.s3.Storage.BUCKET;
import static brume.s3.Storage.bytes;
import static brume.s3.Storage.code;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Body;
import brume.base.Trailer;
import brume.model.s3.Delete;
import brume.model.s3.DeleteObjectsRequest;
import brume.model.s3.HeadObjectRequest;
import brume.model.s3.ObjectIdentifier;
import brume.model.s3.S3Model;
import brume.s3.Storage;
import brume.s3.data.Contents;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectTest {
  @TempDir Path directory;
  private Storage storage;

  @BeforeEach
  void open() {
    storage = new Storage(directory);
  }

  private static byte[] random(int length) {
    var bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, Contents.MAX_INLINE, Contents.MAX_INLINE + 1, 300_000})
  void readsWhatWasPut(int length) {
    var put = storage.put("a/b c", random(length), input -> input);
    var got = storage.get("a/b c");
    assertThat(bytes(got)).isEqualTo(random(length));
    assertThat(got.contentLength()).isEqualTo(length);
    assertThat(got.eTag()).isEqualTo(put.eTag());
    assertThat(got.lastModified()).isEqualTo(storage.local.clock.instant());
    assertThat(got.contentType()).isEqualTo("binary/octet-stream");
    assertThat(got.versionId()).isNull();
  }

  @Test
  void answersTheMd5AsEtag() {
    assertThat(storage.put("k", "hello").eTag()).isEqualTo("\"5d41402abc4b2a76b9719d911017c592\"");
  }

  @Test
  void sendsLargeObjectsFromTheirFiles() {
    storage.put("large", random(100_000), input -> input);
    assertThat(storage.get("large").body()).isInstanceOf(Body.OfFile.class);
  }

  @Test
  void keepsHeadersAndMetadata() {
    storage.put(
        "k",
        new byte[1],
        input ->
            input
                .contentType("text/plain")
                .cacheControl("no-cache")
                .metadata(Map.of("colour", "blau"))
                .storageClass("STANDARD_IA")
                .tagging("a=1&b=2"));
    var head =
        storage.call(
            S3Model.HEAD_OBJECT, HeadObjectRequest.builder().bucket(BUCKET).key("k").build());
    assertThat(head.contentType()).isEqualTo("text/plain");
    assertThat(head.cacheControl()).isEqualTo("no-cache");
    assertThat(head.metadata()).containsExactly(Map.entry("colour", "blau"));
    assertThat(head.storageClass()).isEqualTo("STANDARD_IA");
    assertThat(head.tagCount()).isEqualTo(2);
    assertThat(head.serverSideEncryption()).isEqualTo("AES256");
    assertThat(storage.get("k", input -> input.responseContentType("x/y")).contentType())
        .isEqualTo("x/y");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3, 0123, bytes 0-3/10",
    "bytes=7-, 789, bytes 7-9/10",
    "bytes=-2, 89, bytes 8-9/10",
    "bytes=5-100, 56789, bytes 5-9/10",
    "bytes=3-1, 0123456789,",
    "lines=1-2, 0123456789,"
  })
  void sendsRanges(String range, String text, String contentRange) {
    storage.put("digits", "0123456789");
    var got = storage.get("digits", input -> input.range(range));
    assertThat(new String(bytes(got), UTF_8)).isEqualTo(text);
    assertThat(got.contentRange()).isEqualTo(contentRange);
    assertThat(got.contentLength()).isEqualTo(text.length());
  }

  @Test
  void sendsRangesOfFiles() {
    storage.put("large", random(100_000), input -> input);
    var got = storage.get("large", input -> input.range("bytes=70000-70009"));
    assertThat(bytes(got)).isEqualTo(java.util.Arrays.copyOfRange(random(100_000), 70_000, 70_010));
  }

  @Test
  void refusesRangesBehindTheEnd() {
    storage.put("k", "abc");
    assertThat(code(() -> storage.get("k", input -> input.range("bytes=3-4"))))
        .isEqualTo("InvalidRange");
  }

  @Test
  void readsUnderConditions() {
    var etag = storage.put("k", "abc").eTag();
    assertThat(code(() -> storage.get("k", input -> input.ifNoneMatch(etag))))
        .isEqualTo("NotModified");
    assertThat(code(() -> storage.get("k", input -> input.ifMatch("\"other\""))))
        .isEqualTo("PreconditionFailed");
    var now = storage.local.clock.instant();
    assertThat(code(() -> storage.get("k", input -> input.ifModifiedSince(now))))
        .isEqualTo("NotModified");
    assertThat(code(() -> storage.get("k", input -> input.ifUnmodifiedSince(now.minusSeconds(9)))))
        .isEqualTo("PreconditionFailed");
    storage.get("k", input -> input.ifMatch(etag).ifUnmodifiedSince(now.minusSeconds(9)));
  }

  @Test
  void writesUnderConditions() {
    var etag = storage.put("k", new byte[1], input -> input.ifNoneMatch("*")).eTag();
    assertThat(code(() -> storage.put("k", new byte[2], input -> input.ifNoneMatch("*"))))
        .isEqualTo("PreconditionFailed");
    assertThat(code(() -> storage.put("new", new byte[2], input -> input.ifMatch(etag))))
        .isEqualTo("NoSuchKey");
    storage.put("k", new byte[3], input -> input.ifMatch(etag));
    assertThat(code(() -> storage.put("k", new byte[4], input -> input.ifMatch(etag))))
        .isEqualTo("PreconditionFailed");
  }

  @Test
  void verifiesDigests() {
    assertThat(code(() -> storage.put("k", new byte[1], input -> input.contentMd5("x"))))
        .isEqualTo("InvalidDigest");
    var wrong = "1B2M2Y8AsgTpgAmY7PhCfg==";
    assertThat(code(() -> storage.put("k", new byte[1], input -> input.contentMd5(wrong))))
        .isEqualTo("BadDigest");
    assertThat(code(() -> storage.put("k", new byte[1], input -> input.checksumCrc32("AAAAAA=="))))
        .isEqualTo("BadDigest");
    assertThat(code(() -> storage.put("k", new byte[1], input -> input.checksumCrc32("AAAA"))))
        .isEqualTo("InvalidRequest");
    assertThat(storage.keys()).isEmpty();
  }

  @Test
  void answersChecksumsWhenAsked() {
    storage.put("k", "123456789");
    assertThat(storage.get("k").checksumCrc64Nvme()).isNull();
    var got = storage.get("k", input -> input.checksumMode("ENABLED"));
    assertThat(got.checksumCrc64Nvme()).isEqualTo("rosUhgp5mIg=");
    assertThat(got.checksumType()).isEqualTo("FULL_OBJECT");
    var put =
        storage.put("k", "123456789".getBytes(UTF_8), input -> input.checksumAlgorithm("CRC32"));
    assertThat(put.checksumCrc32()).isEqualTo("y/Q5Jg==");
  }

  private record Following(String name, String text) implements Trailer {
    @Override
    public List<String> names() {
      return List.of(name);
    }

    @Override
    public String value(String asked) {
      return text;
    }
  }

  private static Body followed(String checksum) {
    var in = new ByteArrayInputStream("123456789".getBytes(UTF_8));
    return new Body.OfStream(in, 9, new Following("x-amz-checksum-crc32c", checksum));
  }

  @Test
  void verifiesTheChecksumBehindTheBody() {
    storage.put("k", new byte[0], input -> input.body(followed("4waSgw==")));
    assertThat(storage.get("k", input -> input.checksumMode("ENABLED")).checksumCrc32C())
        .isEqualTo("4waSgw==");
    assertThat(
            code(() -> storage.put("bad", new byte[0], input -> input.body(followed("4waSgg==")))))
        .isEqualTo("BadDigest");
    assertThat(storage.keys()).containsExactly("k");
  }

  @Test
  void refusesWhatIsNotThere() {
    assertThat(code(() -> storage.get("nothing"))).isEqualTo("NoSuchKey");
    assertThat(code(() -> storage.get("k", input -> input.bucket("nowhere"))))
        .isEqualTo("NoSuchBucket");
    assertThat(code(() -> storage.put("k", new byte[1], input -> input.storageClass("GLACIER"))))
        .isEqualTo("NotImplemented");
    assertThat(
            code(
                () ->
                    storage.put("k", new byte[1], input -> input.serverSideEncryption("aws:kms"))))
        .isEqualTo("NotImplemented");
    assertThat(code(() -> storage.put("k", new byte[1], input -> input.acl("public-read"))))
        .isEqualTo("AccessControlListNotSupported");
    assertThat(code(() -> storage.put("k".repeat(1025), "x"))).isEqualTo("KeyTooLongError");
    assertThat(
            code(
                () ->
                    storage.put(
                        "k", new byte[1], input -> input.metadata(Map.of("m", "x".repeat(2048))))))
        .isEqualTo("MetadataTooLarge");
    assertThat(
            code(
                () ->
                    storage.put(
                        "k", new byte[1], input -> input.expectedBucketOwner("1".repeat(12)))))
        .isEqualTo("AccessDenied");
  }

  @Test
  void deletesObjects() {
    storage.put("a", "1");
    storage.delete("a");
    storage.delete("a");
    assertThat(storage.keys()).isEmpty();
  }

  @Test
  void deletesManyAndReportsEach() {
    storage.put("a", "1");
    storage.put("b", "2");
    storage.put("c", "3");
    var objects =
        List.of(
            ObjectIdentifier.builder().key("a").build(),
            ObjectIdentifier.builder().key("b").eTag("\"other\"").build(),
            ObjectIdentifier.builder().key("nothing").build());
    var output =
        storage.call(
            S3Model.DELETE_OBJECTS,
            DeleteObjectsRequest.builder()
                .bucket(BUCKET)
                .delete(Delete.builder().objects(objects).build())
                .build());
    assertThat(output.deleted()).extracting(gone -> gone.key()).containsExactly("a", "nothing");
    assertThat(output.errors())
        .extracting(error -> error.code())
        .containsExactly("PreconditionFailed");
    assertThat(storage.keys()).containsExactly("b", "c");
  }
}
