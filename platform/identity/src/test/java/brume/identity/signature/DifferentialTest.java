package brume.identity.signature;

import static brume.identity.signature.Fixture.KEY;
import static brume.identity.signature.Fixture.NOW;
import static brume.identity.signature.Fixture.refused;
import static brume.identity.signature.Fixture.verifier;
import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Body;
import brume.http.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.checksums.DefaultChecksumAlgorithm;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/// Whatever the AWS SDK signs is verified here, and nothing that was changed after.
final class DifferentialTest {
  private static final int ROUNDS = 200;
  private final SignatureVerifier verifier = verifier(KEY);

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  private void verifies(Request signed, byte[] body) throws IOException {
    var verified = verifier.verify(signed, NOW);
    assertThat(verified.principal()).isEqualTo(KEY.principal());
    assertThat(Fixture.bytes(verified.request())).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dynamodb", "lambda", "s3", "execute-api"})
  void headersOfAnyRequest(String service) throws IOException {
    var random = new Random(1);
    for (int i = 0; i < ROUNDS; i++) {
      var draft = Draft.random(random).over(false);
      verifies(OthersSigner.sign(draft, service), draft.body());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sts", "s3", "execute-api"})
  void presignedUrlsOfAnyRequest(String service) throws IOException {
    var random = new Random(2);
    for (int i = 0; i < ROUNDS; i++) {
      var draft = Draft.of(random, "GET", new byte[0]).over(service.equals("s3"));
      verifies(OthersSigner.presign(draft, service, Duration.ofMinutes(5)), draft.body());
    }
  }

  @Test
  void unsignedBodies() throws IOException {
    var random = new Random(3);
    for (int i = 0; i < ROUNDS; i++) {
      var draft = Draft.random(random).over(true);
      var signed =
          OthersSigner.sign(
              draft,
              "s3",
              options -> options.putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false));
      assertThat(verifier.verify(signed, NOW).bodyMode()).isEqualTo(BodyMode.UNSIGNED);
      verifies(signed, draft.body());
    }
  }

  private static Request chunked(byte[] body, boolean signed, boolean trailer) {
    var draft = Draft.of(new Random(body.length), "PUT", body).over(!signed);
    return OthersSigner.sign(
        draft,
        "s3",
        options -> {
          options
              .putProperty(AwsV4HttpSigner.CHUNK_ENCODING_ENABLED, true)
              .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, signed);
          if (trailer) {
            options.putProperty(AwsV4HttpSigner.CHECKSUM_ALGORITHM, DefaultChecksumAlgorithm.CRC32);
          }
        });
  }

  private static byte[] bytes(long seed) {
    var random = new Random(seed);
    var body = new byte[1 + random.nextInt(400_000)];
    random.nextBytes(body);
    return body;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void signedChunks(long seed) throws IOException {
    var body = bytes(seed);
    var verified = verifier.verify(chunked(body, true, false), NOW);

    assertThat(verified.bodyMode()).isEqualTo(BodyMode.CHUNKS);
    assertThat(Fixture.bytes(verified.request())).isEqualTo(body);
    assertThat(verified.request().body().length()).isEqualTo(body.length);
    assertThat(verified.request().headers().has("content-encoding")).isFalse();
    assertThat(verified.trailers().fields().fields()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void signedChunksWithATrailer(long seed) throws IOException {
    var body = bytes(seed);
    var verified = verifier.verify(chunked(body, true, true), NOW);

    assertThat(verified.bodyMode()).isEqualTo(BodyMode.CHUNKS_AND_TRAILER);
    assertThat(Fixture.bytes(verified.request())).isEqualTo(body);
    assertThat(verified.trailers().fields().first("x-amz-checksum-crc32")).hasSize(8);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void unsignedChunksWithATrailer(long seed) throws IOException {
    var body = bytes(seed);
    var verified = verifier.verify(chunked(body, false, true), NOW);

    assertThat(verified.bodyMode()).isEqualTo(BodyMode.UNSIGNED_TRAILER);
    assertThat(Fixture.bytes(verified.request())).isEqualTo(body);
    assertThat(verified.trailers().fields().first("x-amz-checksum-crc32")).hasSize(8);
  }

  /// Each byte of a chunked body in turn: head, data, signature, trailer.
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void noByteOfASignedChunkedBodyCanBeChanged(boolean trailer) throws IOException {
    var body = "hello, world".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    var signed = chunked(body, true, trailer);
    var wire = Fixture.bytes(signed);
    for (int i = 0; i < wire.length; i++) {
      var changed = wire.clone();
      changed[i] ^= 1;
      var forged = stream(signed, changed);
      var thrown =
          org.assertj.core.api.Assertions.catchThrowableOfType(
              RefusedException.class,
              () -> verifier.verify(forged, NOW).request().body().open().readNBytes(body.length));
      assertThat(thrown).as("byte %s of %s", i, wire.length).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aChunkedBodyCutShortIsRefused(boolean trailer) throws IOException {
    var body = "hello, world".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    var signed = chunked(body, true, trailer);
    var wire = Fixture.bytes(signed);
    for (int length = 0; length < wire.length; length++) {
      var cut = stream(signed, java.util.Arrays.copyOf(wire, length));
      refused(
          Refusal.INCOMPLETE_BODY,
          () -> verifier.verify(cut, NOW).request().body().open().readNBytes(body.length));
    }
  }

  private static Request stream(Request request, byte[] wire) {
    return request.with(new Body.OfStream(new ByteArrayInputStream(wire), wire.length));
  }
}
