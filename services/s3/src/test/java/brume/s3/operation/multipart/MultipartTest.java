package brume.s3.operation.multipart;

import static brume.s3.Storage.BUCKET;
import static brume.s3.Storage.bytes;
import static brume.s3.Storage.code;
import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Body;
import brume.base.Bytes;
import brume.model.s3.AbortMultipartUploadRequest;
import brume.model.s3.CompleteMultipartUploadOutput;
import brume.model.s3.CompleteMultipartUploadRequest;
import brume.model.s3.CompletedMultipartUpload;
import brume.model.s3.CompletedPart;
import brume.model.s3.CreateMultipartUploadRequest;
import brume.model.s3.DeleteBucketRequest;
import brume.model.s3.GetObjectAttributesRequest;
import brume.model.s3.ListMultipartUploadsRequest;
import brume.model.s3.ListPartsRequest;
import brume.model.s3.S3Model;
import brume.model.s3.UploadPartCopyRequest;
import brume.model.s3.UploadPartOutput;
import brume.model.s3.UploadPartRequest;
import brume.s3.Storage;
import brume.s3.checksum.Algorithm;
import brume.s3.checksum.Checksum;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MultipartTest {
  private static final int FULL = 5 << 20;

  @TempDir Path directory;
  private Storage storage;

  @BeforeEach
  void open() {
    storage = new Storage(directory);
  }

  private static byte[] random(int seed, int length) {
    var bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private String begin(String key, UnaryOperator<CreateMultipartUploadRequest.Builder> more) {
    var input = CreateMultipartUploadRequest.builder().bucket(BUCKET).key(key);
    var output = storage.call(S3Model.CREATE_MULTIPART_UPLOAD, more.apply(input).build());
    return Objects.requireNonNull(output.uploadId());
  }

  private UploadPartOutput upload(String key, String id, int number, byte[] bytes) {
    return storage.call(
        S3Model.UPLOAD_PART,
        UploadPartRequest.builder()
            .bucket(BUCKET)
            .key(key)
            .uploadId(id)
            .partNumber(number)
            .body(Body.of(bytes))
            .build());
  }

  private static CompletedPart part(int number, UploadPartOutput uploaded) {
    return CompletedPart.builder().partNumber(number).eTag(uploaded.eTag()).build();
  }

  private CompleteMultipartUploadOutput complete(String key, String id, CompletedPart... parts) {
    return storage.call(
        S3Model.COMPLETE_MULTIPART_UPLOAD,
        CompleteMultipartUploadRequest.builder()
            .bucket(BUCKET)
            .key(key)
            .uploadId(id)
            .multipartUpload(new CompletedMultipartUpload(List.of(parts)))
            .build());
  }

  private static byte[] joined(byte[]... all) {
    var out = new ByteArrayOutputStream();
    for (var bytes : all) {
      out.writeBytes(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void makesAnObjectOfItsParts() throws Exception {
    var id = begin("k", input -> input.contentType("video/mp4").tagging("a=b"));
    var first = upload("k", id, 2, random(1, FULL));
    var last = upload("k", id, 7, random(2, 1000));
    var done = complete("k", id, part(2, first), part(7, last));

    var md5 = MessageDigest.getInstance("MD5");
    md5.update(MessageDigest.getInstance("MD5").digest(random(1, FULL)));
    md5.update(MessageDigest.getInstance("MD5").digest(random(2, 1000)));
    assertThat(done.eTag()).isEqualTo('"' + Bytes.wrap(md5.digest()).toHex() + "-2\"");
    var whole = joined(random(1, FULL), random(2, 1000));
    var got = storage.get("k", input -> input.checksumMode("ENABLED"));
    assertThat(bytes(got)).isEqualTo(whole);
    assertThat(got.contentType()).isEqualTo("video/mp4");
    assertThat(got.tagCount()).isEqualTo(1);
    assertThat(Checksum.in(got))
        .isEqualTo(Checksum.of(Algorithm.CRC64NVME, Algorithm.CRC64NVME.of(whole)));
    assertThat(code(() -> complete("k", id, part(2, first)))).isEqualTo("NoSuchUpload");
  }

  @Test
  void readsParts() {
    var id = begin("k", input -> input);
    var first = upload("k", id, 1, random(1, FULL));
    var second = upload("k", id, 2, random(2, 1000));
    complete("k", id, part(1, first), part(2, second));
    var got = storage.get("k", input -> input.partNumber(2).checksumMode("ENABLED"));
    assertThat(bytes(got)).isEqualTo(random(2, 1000));
    assertThat(got.partsCount()).isEqualTo(2);
    assertThat(got.contentRange()).isEqualTo("bytes 5242880-5243879/5243880");
    assertThat(Checksum.in(got)).isEqualTo(Checksum.in(second));
    assertThat(code(() -> storage.get("k", input -> input.partNumber(3))))
        .isEqualTo("InvalidPartNumber");
    var attributes =
        storage.call(
            S3Model.GET_OBJECT_ATTRIBUTES,
            GetObjectAttributesRequest.builder()
                .bucket(BUCKET)
                .key("k")
                .objectAttributes(List.of("ObjectParts", "ObjectSize", "ETag"))
                .maxParts(1)
                .build());
    assertThat(attributes.objectSize()).isEqualTo(FULL + 1000);
    assertThat(attributes.objectParts().totalPartsCount()).isEqualTo(2);
    assertThat(attributes.objectParts().isTruncated()).isTrue();
    assertThat(attributes.objectParts().parts())
        .extracting(part -> part.size())
        .containsExactly((long) FULL);
    assertThat(attributes.checksum()).isNull();
  }

  @Test
  void composesChecksums() {
    var id = begin("k", input -> input.checksumAlgorithm("SHA256"));
    var first = upload("k", id, 1, random(1, FULL));
    var second = upload("k", id, 2, random(2, 10));
    var sums = joined(Algorithm.SHA256.of(random(1, FULL)), Algorithm.SHA256.of(random(2, 10)));
    var expected = Bytes.wrap(Algorithm.SHA256.of(sums)).toBase64() + "-2";
    var done = complete("k", id, part(1, first), part(2, second));
    assertThat(done.checksumSha256()).isEqualTo(expected);
    assertThat(done.checksumType()).isEqualTo("COMPOSITE");
  }

  @Test
  void combinesChecksumsOfTheWhole() {
    var id = begin("k", input -> input.checksumAlgorithm("CRC32").checksumType("FULL_OBJECT"));
    var first = upload("k", id, 1, random(1, FULL));
    var second = upload("k", id, 2, random(2, 10));
    var done = complete("k", id, part(1, first), part(2, second));
    var whole = joined(random(1, FULL), random(2, 10));
    assertThat(done.checksumCrc32()).isEqualTo(Bytes.wrap(Algorithm.CRC32.of(whole)).toBase64());
  }

  @Test
  void refusesWrongParts() {
    var id = begin("k", input -> input);
    var first = upload("k", id, 1, random(1, 10));
    var second = upload("k", id, 2, random(2, 10));
    assertThat(code(() -> complete("k", id))).isEqualTo("MalformedXML");
    assertThat(code(() -> complete("k", id, part(2, second), part(1, first))))
        .isEqualTo("InvalidPartOrder");
    assertThat(code(() -> complete("k", id, part(3, first)))).isEqualTo("InvalidPart");
    assertThat(code(() -> complete("k", id, part(1, second)))).isEqualTo("InvalidPart");
    assertThat(code(() -> complete("k", id, part(1, first), part(2, second))))
        .isEqualTo("EntityTooSmall");
    assertThat(code(() -> upload("k", id, 10_001, new byte[1]))).isEqualTo("InvalidArgument");
    assertThat(code(() -> upload("k", "other", 1, new byte[1]))).isEqualTo("NoSuchUpload");
    assertThat(
            code(
                () ->
                    begin(
                        "k", input -> input.checksumAlgorithm("SHA1").checksumType("FULL_OBJECT"))))
        .isEqualTo("InvalidRequest");
  }

  @Test
  void replacesPartsAndListsThem() {
    var id = begin("k", input -> input);
    upload("k", id, 1, random(1, 10));
    upload("k", id, 2, random(2, 20));
    upload("k", id, 1, random(3, 30));
    var listed =
        storage.call(
            S3Model.LIST_PARTS,
            ListPartsRequest.builder().bucket(BUCKET).key("k").uploadId(id).maxParts(1).build());
    assertThat(listed.parts()).extracting(part -> part.size()).containsExactly(30L);
    assertThat(listed.isTruncated()).isTrue();
    var rest =
        storage.call(
            S3Model.LIST_PARTS,
            ListPartsRequest.builder()
                .bucket(BUCKET)
                .key("k")
                .uploadId(id)
                .partNumberMarker(listed.nextPartNumberMarker())
                .build());
    assertThat(rest.parts()).extracting(part -> part.partNumber()).containsExactly(2);
    assertThat(rest.isTruncated()).isFalse();
  }

  private List<String> uploads(UnaryOperator<ListMultipartUploadsRequest.Builder> more) {
    var input = ListMultipartUploadsRequest.builder().bucket(BUCKET);
    return Objects.requireNonNull(
            storage.call(S3Model.LIST_MULTIPART_UPLOADS, more.apply(input).build()).uploads())
        .stream()
        .map(upload -> Objects.requireNonNull(upload.uploadId()))
        .toList();
  }

  @Test
  void listsAndAbortsUploads() {
    var b = begin("b", input -> input);
    var first = begin("a", input -> input);
    storage.local.clock.advance(java.time.Duration.ofSeconds(1));
    var second = begin("a", input -> input);
    assertThat(uploads(input -> input)).containsExactly(first, second, b);
    assertThat(uploads(input -> input.keyMarker("a"))).containsExactly(b);
    assertThat(uploads(input -> input.keyMarker("a").uploadIdMarker(first)))
        .containsExactly(second, b);
    assertThat(uploads(input -> input.prefix("b"))).containsExactly(b);
    storage.call(
        S3Model.ABORT_MULTIPART_UPLOAD,
        AbortMultipartUploadRequest.builder().bucket(BUCKET).key("a").uploadId(first).build());
    assertThat(uploads(input -> input)).containsExactly(second, b);
  }

  @Test
  void copiesRangesIntoParts() {
    storage.put("source", random(9, 100_000), input -> input);
    var id = begin("k", input -> input);
    var copied =
        storage.call(
            S3Model.UPLOAD_PART_COPY,
            UploadPartCopyRequest.builder()
                .bucket(BUCKET)
                .key("k")
                .uploadId(id)
                .partNumber(1)
                .copySource(BUCKET + "/source")
                .copySourceRange("bytes=10-99")
                .build());
    var etag = Objects.requireNonNull(copied.copyPartResult()).eTag();
    complete("k", id, CompletedPart.builder().partNumber(1).eTag(etag).build());
    assertThat(bytes(storage.get("k"))).isEqualTo(Arrays.copyOfRange(random(9, 100_000), 10, 100));
    assertThat(
            code(
                () ->
                    storage.call(
                        S3Model.UPLOAD_PART_COPY,
                        UploadPartCopyRequest.builder()
                            .bucket(BUCKET)
                            .key("k")
                            .uploadId(begin("k", input -> input))
                            .partNumber(1)
                            .copySource(BUCKET + "/source")
                            .copySourceRange("bytes=10-")
                            .build())))
        .isEqualTo("InvalidArgument");
  }

  @Test
  void endsTheUploadsOfADeletedBucket() throws Exception {
    var id = begin("k", input -> input);
    upload("k", id, 1, random(1, 100_000));
    storage.call(S3Model.DELETE_BUCKET, new DeleteBucketRequest(BUCKET, null));
    storage.run("s3-leftovers");
    storage.create(BUCKET);
    assertThat(uploads(input -> input)).isEmpty();
    storage.local.clock.advance(brume.store.blob.Blobs.GRACE);
    storage.blobs.deleteDue();
    assertThat(storage.files()).isEmpty();
  }
}
