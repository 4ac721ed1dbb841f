package brume.s3.operation.multipart;

import static brume.s3.Storage.BUCKET;
import static brume.s3.Storage.bytes;
import static brume.s3.Storage.code;
import static brume.s3.Storage.refusal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Body;
import brume.base.Bytes;
import brume.model.s3.CompleteMultipartUploadOutput;
import brume.model.s3.CompleteMultipartUploadRequest;
import brume.model.s3.CompletedMultipartUpload;
import brume.model.s3.CompletedPart;
import brume.model.s3.CopyObjectRequest;
import brume.model.s3.CreateMultipartUploadRequest;
import brume.model.s3.S3Model;
import brume.model.s3.UploadPartCopyRequest;
import brume.model.s3.UploadPartOutput;
import brume.model.s3.UploadPartRequest;
import brume.s3.Storage;
import brume.s3.checksum.Md5;
import brume.store.KeyRange;
import brume.store.blob.Blobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Parts and copies of what customers' keys encrypt.
class CustomerKeyPartsTest {
  private static final int FULL = 5 << 20;
  private static final byte[] KEY = random(1, 32);
  private static final byte[] OTHER = random(2, 32);

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

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String md5(byte[] key) {
    return text(Md5.start().digest(key));
  }

  private String begin(String key) {
    var input =
        CreateMultipartUploadRequest.builder()
            .bucket(BUCKET)
            .key(key)
            .sseCustomerAlgorithm("AES256")
            .sseCustomerKey(text(KEY))
            .sseCustomerKeyMd5(md5(KEY));
    var begun = storage.call(S3Model.CREATE_MULTIPART_UPLOAD, input.build());
    assertThat(begun.sseCustomerKeyMd5()).isEqualTo(md5(KEY));
    assertThat(begun.serverSideEncryption()).isNull();
    return Objects.requireNonNull(begun.uploadId());
  }

  private static UploadPartRequest.Builder part(String key, String id, int number, byte[] bytes) {
    return UploadPartRequest.builder()
        .bucket(BUCKET)
        .key(key)
        .uploadId(id)
        .partNumber(number)
        .body(Body.of(bytes));
  }

  private static UploadPartRequest with(UploadPartRequest.Builder part, byte[] key) {
    return part.sseCustomerAlgorithm("AES256")
        .sseCustomerKey(text(key))
        .sseCustomerKeyMd5(md5(key))
        .build();
  }

  private UploadPartOutput upload(String key, String id, int number, byte[] bytes) {
    return storage.call(S3Model.UPLOAD_PART, with(part(key, id, number, bytes), KEY));
  }

  private CompleteMultipartUploadOutput complete(String key, String id, String... etags) {
    var parts = new ArrayList<CompletedPart>();
    for (var etag : etags) {
      parts.add(CompletedPart.builder().partNumber(parts.size() + 1).eTag(etag).build());
    }
    return storage.call(
        S3Model.COMPLETE_MULTIPART_UPLOAD,
        CompleteMultipartUploadRequest.builder()
            .bucket(BUCKET)
            .key(key)
            .uploadId(id)
            .multipartUpload(new CompletedMultipartUpload(parts))
            .build());
  }

  private byte[] read(String object, byte[] key, String range) {
    return bytes(
        storage.get(
            object,
            input ->
                input
                    .sseCustomerAlgorithm("AES256")
                    .sseCustomerKey(text(key))
                    .sseCustomerKeyMd5(md5(key))
                    .range(range)));
  }

  /// An object of three parts, the last of which ends within a block.
  private byte[] putInParts(String key) {
    var id = begin(key);
    var parts = List.of(random(3, FULL + 5), random(4, FULL), random(5, 1_003));
    var etags = new ArrayList<String>();
    for (var bytes : parts) {
      etags.add(String.valueOf(upload(key, id, etags.size() + 1, bytes).eTag()));
    }
    var done = complete(key, id, etags.toArray(String[]::new));
    assertThat(done.serverSideEncryption()).isNull();
    var whole = Arrays.copyOf(parts.get(0), 2 * FULL + 1_008);
    System.arraycopy(parts.get(1), 0, whole, FULL + 5, FULL);
    System.arraycopy(parts.get(2), 0, whole, 2 * FULL + 5, 1_003);
    return whole;
  }

  @Test
  void rangesOfPartsBeginAnywhere() {
    var whole = putInParts("secret");
    assertThat(read("secret", KEY, null)).isEqualTo(whole);
    int border = FULL + 5;
    for (int first : new int[] {0, 1, border - 17, border - 1, border, border + 1}) {
      for (int last : new int[] {first, border + 40, border + FULL - 1, whole.length - 1}) {
        assertThat(read("secret", KEY, "bytes=" + first + '-' + last))
            .isEqualTo(Arrays.copyOfRange(whole, first, last + 1));
      }
    }
    assertThat(code(() -> read("secret", OTHER, null))).isEqualTo("AccessDenied");
    assertThat(code(() -> storage.get("secret"))).isEqualTo("InvalidRequest");
  }

  @Test
  void noTwoPartsAreEncryptedAlike() throws IOException {
    var id = begin("secret");
    upload("secret", id, 1, new byte[20_000]);
    upload("secret", id, 2, new byte[20_000]);
    upload("secret", id, 1, new byte[20_000]);
    upload("secret", id, 2, new byte[20_000]);
    var beginnings = new HashSet<String>();
    for (var file : storage.files()) {
      beginnings.add(Bytes.wrap(Files.readAllBytes(file)).slice(0, 16).toHex());
    }
    assertThat(beginnings).as("of the parts and of those they replaced").hasSize(4);
  }

  @Test
  void neitherKeysNorBytesAreStored() throws IOException {
    var plain = Bytes.wrap(Arrays.copyOf(putInParts("secret"), 16)).toHex();
    var id = begin("unfinished");
    upload("unfinished", id, 1, random(6, 100));
    for (var file : storage.files()) {
      assertThat(Bytes.wrap(Files.readAllBytes(file)).toHex()).doesNotContain(plain);
    }
    try (var snapshot = storage.local.store.snapshot();
        var cursor = snapshot.scan(KeyRange.prefix("s3.".getBytes(UTF_8)))) {
      int seen = 0;
      for (; cursor.next(); seen++) {
        assertThat(Bytes.wrap(cursor.value()).toUtf8()).doesNotContain(text(KEY));
        assertThat(Bytes.wrap(cursor.value()).toHex())
            .doesNotContain(Bytes.wrap(KEY).toHex())
            .doesNotContain(Bytes.wrap(random(6, 16)).toHex());
      }
      assertThat(seen).isGreaterThan(5);
    }
  }

  @Test
  void aPartBringsTheKeyOfItsUpload() {
    var id = begin("secret");
    var bytes = new byte[1];
    assertThat(message(part("secret", id, 1, bytes).build())).contains("initiate requested");
    assertThat(message(with(part("secret", id, 1, bytes), OTHER))).contains("did not match");
    var open =
        storage.call(
            S3Model.CREATE_MULTIPART_UPLOAD,
            CreateMultipartUploadRequest.builder().bucket(BUCKET).key("open").build());
    var openId = Objects.requireNonNull(open.uploadId());
    assertThat(message(with(part("open", openId, 1, bytes), KEY))).contains("did not request");
    assertThat(message(part("open", openId, 1, bytes).sseCustomerKey(text(KEY)).build()))
        .contains("must provide a valid encryption algorithm");
  }

  private String message(UploadPartRequest input) {
    return refusal(() -> storage.call(S3Model.UPLOAD_PART, input)).message();
  }

  @Test
  void theTagIsNotTheMd5OfTheBytes() throws IOException {
    var md5 = Bytes.wrap(Md5.start().digest(random(7, 100))).toHex();
    var put = upload("secret", begin("secret"), 1, random(7, 100));
    assertThat(put.eTag()).hasSize(34).doesNotContain(md5);
  }

  private CopyObjectRequest.Builder copy(String to) {
    return CopyObjectRequest.builder().bucket(BUCKET).key(to).copySource(BUCKET + "/secret");
  }

  private CopyObjectRequest.Builder opened(CopyObjectRequest.Builder input, byte[] key) {
    return input
        .copySourceSseCustomerAlgorithm("AES256")
        .copySourceSseCustomerKey(text(key))
        .copySourceSseCustomerKeyMd5(md5(key));
  }

  @Test
  void copiesAreEncryptedAnew() {
    var whole = putInParts("secret");
    var other =
        opened(copy("other"), KEY)
            .sseCustomerAlgorithm("AES256")
            .sseCustomerKey(text(OTHER))
            .sseCustomerKeyMd5(md5(OTHER))
            .build();
    assertThat(storage.call(S3Model.COPY_OBJECT, other).sseCustomerKeyMd5()).isEqualTo(md5(OTHER));
    assertThat(read("other", OTHER, null)).isEqualTo(whole);
    assertThat(code(() -> read("other", KEY, null))).isEqualTo("AccessDenied");

    storage.call(
        S3Model.COPY_OBJECT, opened(copy("open").serverSideEncryption("AES256"), KEY).build());
    assertThat(bytes(storage.get("open"))).isEqualTo(whole);

    assertThat(code(() -> storage.call(S3Model.COPY_OBJECT, copy("no").build())))
        .isEqualTo("InvalidRequest");
    var wrong = opened(copy("no"), OTHER).build();
    assertThat(code(() -> storage.call(S3Model.COPY_OBJECT, wrong))).isEqualTo("AccessDenied");
  }

  @Test
  void partsAreCopiedFromWhatAKeyEncrypts() {
    var whole = putInParts("secret");
    var id = begin("copy");
    var input =
        UploadPartCopyRequest.builder()
            .bucket(BUCKET)
            .key("copy")
            .uploadId(id)
            .partNumber(1)
            .copySource(BUCKET + "/secret")
            .copySourceRange("bytes=100-" + (FULL + 500))
            .copySourceSseCustomerAlgorithm("AES256")
            .copySourceSseCustomerKey(text(KEY))
            .copySourceSseCustomerKeyMd5(md5(KEY));
    assertThat(code(() -> storage.call(S3Model.UPLOAD_PART_COPY, input.build())))
        .isEqualTo("InvalidRequest");
    var done =
        storage.call(
            S3Model.UPLOAD_PART_COPY,
            input
                .sseCustomerAlgorithm("AES256")
                .sseCustomerKey(text(KEY))
                .sseCustomerKeyMd5(md5(KEY))
                .build());
    complete("copy", id, String.valueOf(Objects.requireNonNull(done.copyPartResult()).eTag()));
    assertThat(read("copy", KEY, null)).isEqualTo(Arrays.copyOfRange(whole, 100, FULL + 501));
  }

  @Test
  void nothingIsLeftOfWhatIsDeleted() {
    putInParts("secret");
    assertThat(keysOfParts()).hasSize(2);
    storage.delete("secret");
    storage.local.clock.advance(Blobs.GRACE);
    storage.blobs.deleteDue();
    assertThat(storage.files()).isEmpty();
    assertThat(keysOfParts()).isEmpty();
  }

  private List<String> keysOfParts() {
    var keys = new ArrayList<String>();
    try (var snapshot = storage.local.store.snapshot();
        var cursor = snapshot.scan(KeyRange.prefix("s3.object-".getBytes(UTF_8)))) {
      while (cursor.next()) {
        keys.add(Bytes.wrap(cursor.key()).toUtf8());
      }
    }
    return keys;
  }
}
