package brume.identity.signature;

import static brume.identity.signature.Fixture.KEY;
import static brume.identity.signature.Fixture.refused;
import static brume.identity.signature.Fixture.request;
import static brume.identity.signature.Fixture.signer;
import static brume.identity.signature.Fixture.verifier;
import static brume.identity.signature.Fixture.withQuery;
import static org.assertj.core.api.Assertions.assertThat;

import brume.http.Request;
import brume.identity.Credential;
import brume.identity.Principal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// URLs as botocore's `HmacV1QueryAuth` made them.
final class SignatureVersion2Test {
  private static final Instant NOW = Instant.ofEpochSecond(1_772_366_430);
  private static final String PATH = "/photos/a%20b+c.jpg";
  private static final String SIGNED =
      "AWSAccessKeyId=AKIDEXAMPLE&Signature=4JV9kSNbScCYk2Dtz2IqpUcQfz8%3D&Expires=1772366460";

  private final SignatureVerifier verifier = verifier(KEY);

  private static Request get(String query) {
    return request("GET", PATH, query, "");
  }

  @Test
  void knowsWhoPresigned() throws IOException {
    assertThat(verifier.verifyForS3(get(SIGNED), PATH, NOW).principal()).isEqualTo(KEY.principal());
  }

  @Test
  void theBucketOfTheHostIsSigned() throws IOException {
    var ofHost = request("GET", "/a%20b+c.jpg", SIGNED, "");
    assertThat(verifier.verifyForS3(ofHost, PATH, NOW).principal()).isEqualTo(KEY.principal());
    refused(Refusal.MISMATCH, () -> verifier.verifyForS3(ofHost, "/other/a%20b+c.jpg", NOW));
  }

  @Test
  void theUrlHasAnEnd() {
    refused(Refusal.EXPIRED, () -> verifier.verifyForS3(get(SIGNED), PATH, NOW.plusSeconds(31)));
    var longer = SIGNED.replace("1772366460", "1772369999");
    refused(Refusal.MISMATCH, () -> verifier.verifyForS3(get(longer), PATH, NOW));
  }

  @Test
  void nothingThatSaysWhatToDoIsAddedLater() {
    refused(Refusal.MISMATCH, () -> verifier.verifyForS3(get(SIGNED + "&acl"), PATH, NOW));
    refused(Refusal.MISMATCH, () -> verifier.verifyForS3(get(SIGNED + "&x-amz-acl=a"), PATH, NOW));
    var withHeader = get(SIGNED);
    var more = withHeader.headers().with("x-amz-meta-a", "b");
    refused(Refusal.MISMATCH, () -> verifier.verifyForS3(withHeader.with(more), PATH, NOW));
    var put = request("PUT", PATH, SIGNED, "");
    refused(Refusal.MISMATCH, () -> verifier.verifyForS3(put, PATH, NOW));
  }

  @Test
  void theHeadersOfTheQueryAreHeaders() throws IOException {
    var session =
        new Credential("AKIDEXAMPLE", KEY.secretKey(), "tok", KEY.principal(), null, null);
    var query =
        "versionId=1&x-id=PutObject&AWSAccessKeyId=AKIDEXAMPLE"
            + "&Signature=ushh52%2Fd4bFTvZBZiv%2FJoRX7i3g%3D&content-type=image%2Fpng"
            + "&x-amz-acl=private&x-amz-meta-a=b%20c&x-amz-security-token=tok&Expires=1772366460";
    var verified = verifier(session).verifyForS3(request("PUT", PATH, query, "x"), PATH, NOW);
    assertThat(verified.request().headers().first("x-amz-meta-a")).isEqualTo("b c");
    assertThat(verified.request().headers().first("content-type")).isEqualTo("image/png");
  }

  @Test
  void theHeadersInTheQueryOfVersion4AreHeadersToo() throws IOException {
    var plain = request("PUT", PATH, "x-amz-meta-a=b", "");
    var url = withQuery(plain, signer("s3").presign(plain, NOW, Duration.ofMinutes(1)));
    assertThat(verifier.verify(url, NOW).request().headers().first("x-amz-meta-a")).isEqualTo("b");
  }

  @Test
  void withoutASignatureComesNobody() throws IOException {
    assertThat(verifier.verifyForS3(get(""), PATH, NOW).principal())
        .isEqualTo(Principal.anonymous());
    refused(Refusal.MISSING, () -> verifier.verifyForS3(get("AWSAccessKeyId=a"), PATH, NOW));
    refused(
        Refusal.UNKNOWN_KEY,
        () -> verifier.verifyForS3(get(SIGNED.replace("AKID", "OTHER")), PATH, NOW));
  }
}
