package brume.s3.operation;

import static brume.s3.Storage.BUCKET;
import static brume.s3.Storage.bytes;
import static brume.s3.Storage.code;
import static brume.s3.Storage.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Bytes;
import brume.model.s3.HeadObjectRequest;
import brume.model.s3.PutObjectRequest;
import brume.model.s3.S3Model;
import brume.s3.Storage;
import brume.s3.checksum.Md5;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerKeyTest {
  private static final byte[] KEY = key(1);
  private static final byte[] OTHER = key(2);

  @TempDir Path directory;
  private Storage storage;

  @BeforeEach
  void open() {
    storage = new Storage(directory);
  }

  private static byte[] key(int seed) {
    var key = new byte[32];
    new Random(seed).nextBytes(key);
    return key;
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String md5(byte[] key) {
    return text(Md5.start().digest(key));
  }

  private static PutObjectRequest.Builder with(PutObjectRequest.Builder input, byte[] key) {
    return input
        .sseCustomerAlgorithm("AES256")
        .sseCustomerKey(text(key))
        .sseCustomerKeyMd5(md5(key));
  }

  private byte[] read(byte[] key, String range) {
    return bytes(
        storage.get(
            "secret",
            input ->
                input
                    .sseCustomerAlgorithm("AES256")
                    .sseCustomerKey(text(key))
                    .sseCustomerKeyMd5(md5(key))
                    .range(range)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1_000, 100_000})
  void onlyTheKeyReads(int size) throws IOException {
    var plain = new byte[size];
    new Random(3).nextBytes(plain);
    var put = storage.put("secret", plain, input -> with(input, KEY));
    assertThat(put.sseCustomerKeyMd5()).isEqualTo(md5(KEY));
    assertThat(put.serverSideEncryption()).isNull();
    assertThat(read(KEY, null)).isEqualTo(plain);
    assertThat(code(() -> read(OTHER, null))).isEqualTo("AccessDenied");
    assertThat(refusal(() -> storage.get("secret")).message())
        .startsWith("The object was stored using a form of Server Side Encryption.");
    for (var file : storage.files()) {
      var stored = Bytes.wrap(Files.readAllBytes(file)).toHex();
      assertThat(stored).doesNotContain(Bytes.wrap(Arrays.copyOf(plain, 16)).toHex());
    }
  }

  @Test
  void rangesBeginAnywhere() {
    var plain = new byte[50_000];
    new Random(4).nextBytes(plain);
    storage.put("secret", plain, input -> with(input, KEY));
    var random = new Random(5);
    for (int i = 0; i < 50; i++) {
      int first = random.nextInt(plain.length);
      int last = first + random.nextInt(plain.length - first);
      assertThat(read(KEY, "bytes=" + first + '-' + last))
          .isEqualTo(Arrays.copyOfRange(plain, first, last + 1));
    }
  }

  @Test
  void noTwoObjectsAreEncryptedAlike() throws IOException {
    var plain = new byte[20_000];
    storage.put("one", plain, input -> with(input, KEY));
    storage.put("two", plain, input -> with(input, KEY));
    var files = storage.files();
    assertThat(files).hasSize(2);
    assertThat(Files.mismatch(files.get(0), files.get(1))).isNotEqualTo(-1);
  }

  @Test
  void aKeyIsWhole() {
    assertThat(message(input -> input.sseCustomerAlgorithm("AES256")))
        .contains("must provide an appropriate secret key");
    assertThat(message(input -> with(input, KEY).sseCustomerAlgorithm(null)))
        .contains("must provide a valid encryption algorithm");
    assertThat(message(input -> with(input, KEY).sseCustomerKeyMd5(null)))
        .contains("the client calculated MD5");
    assertThat(message(input -> with(input, KEY).sseCustomerKeyMd5(md5(OTHER))))
        .contains("did not match the hash that was provided");
    assertThat(message(input -> with(input, new byte[16])))
        .isEqualTo("The secret key was invalid for the specified algorithm.");
    assertThat(message(input -> with(input, KEY).sseCustomerAlgorithm("DES")))
        .contains("The valid value is AES256");
  }

  private String message(java.util.function.UnaryOperator<PutObjectRequest.Builder> more) {
    return refusal(() -> storage.put("secret", new byte[1], more)).message();
  }

  @Test
  void aKeyIsForWhatItEncrypts() {
    storage.put("secret", "open");
    assertThat(refusal(() -> read(KEY, null)).message())
        .isEqualTo("The encryption parameters are not applicable to this object.");
    storage.put("secret", new byte[1], input -> with(input, KEY));
    var head = HeadObjectRequest.builder().bucket(BUCKET).key("secret").build();
    assertThat(code(() -> storage.call(S3Model.HEAD_OBJECT, head))).isEqualTo("InvalidRequest");
  }

  @Test
  void aKeyGoesWithNoOtherEncryption() {
    assertThat(message(input -> with(input, KEY).serverSideEncryption("AES256")))
        .contains("is incompatible with the encryption method specified");
  }
}
