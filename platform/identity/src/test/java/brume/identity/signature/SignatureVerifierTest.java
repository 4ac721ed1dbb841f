package brume.identity.signature;

import static brume.identity.signature.Fixture.KEY;
import static brume.identity.signature.Fixture.NOW;
import static brume.identity.signature.Fixture.refused;
import static brume.identity.signature.Fixture.request;
import static brume.identity.signature.Fixture.signer;
import static brume.identity.signature.Fixture.verifier;
import static brume.identity.signature.Fixture.withQuery;
import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Request;
import brume.identity.Credential;
import brume.identity.Principal;
import brume.identity.Session;
import brume.identity.sigv4.SigningScope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignatureVerifierTest {
  private final SignatureVerifier verifier = verifier(KEY);

  private static Request post() {
    return request("POST", "/", "", "{\"TableName\":\"Todos\"}")
        .with(
            Headers.of(
                "Host", "localhost:4566", "X-Amz-Target", "DynamoDB_20120810.DescribeTable"));
  }

  private static Request signed(String service) {
    return signer(service).sign(post(), NOW);
  }

  private static Request presigned(Duration life) {
    var plain = request("GET", "/photos/a%20b.jpg", "", "");
    return withQuery(plain, signer("s3").presign(plain, NOW, life));
  }

  private static Request without(Request request, String header) {
    return request.with(request.headers().without(header));
  }

  private static Request authorization(Request request, String from, String to) {
    var value = request.headers().first("authorization");
    return request.with(request.headers().set("Authorization", value.replaceFirst(from, to)));
  }

  @Test
  void knowsWhoSigned() throws IOException {
    var verified = verifier.verify(signed("dynamodb"), NOW);

    assertThat(verified.principal()).isEqualTo(KEY.principal());
    assertThat(verified.requireSigned()).isEqualTo(KEY.principal());
    assertThat(verified.authorization().scope())
        .isEqualTo(new SigningScope("20260301", "us-east-1", "dynamodb"));
    assertThat(verified.bodyMode()).isEqualTo(BodyMode.WHOLE);
    assertThat(verified.trailers().fields().fields()).isEmpty();
  }

  @Test
  void aSecondSignatureWithTheRememberedKeyIsVerifiedToo() throws IOException {
    verifier.verify(signed("dynamodb"), NOW);

    assertThat(verifier.verify(signed("dynamodb"), NOW).credential()).isEqualTo(KEY);
    refused(Refusal.MISMATCH, () -> verifier.verify(signed("dynamodb").with(Body.utf8("{}")), NOW));
  }

  @Test
  void whoDoesNotSignIsAnonymous() throws IOException {
    var verified = verifier.verify(post(), NOW);

    assertThat(verified.principal()).isEqualTo(new Principal.Anonymous());
    var refusal = refused(Refusal.MISSING, verified::requireSigned);
    assertThat(refusal.text()).isEqualTo("Request is missing Authentication Token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dynamodb", "s3", "sts", "execute-api"})
  void anotherBodyIsRefused(String service) {
    var replayed = signed(service).with(Body.utf8("{\"TableName\":\"Other\"}"));

    refused(
        service.equals("s3") ? Refusal.OTHER_BODY : Refusal.MISMATCH,
        () -> verifier.verify(replayed, NOW));
  }

  @Test
  void anotherTargetIsRefused() {
    var changed =
        signed("dynamodb")
            .with(
                signed("dynamodb").headers().set("X-Amz-Target", "DynamoDB_20120810.DeleteTable"));

    var refusal = refused(Refusal.MISMATCH, () -> verifier.verify(changed, NOW));
    assertThat(refusal.text())
        .startsWith("The request signature we calculated does not match the signature you provided")
        .contains("The Canonical String for this request should have been")
        .contains("DeleteTable");
  }

  @Test
  void aChangedSignatureKeyScopeOrTimeIsRefused() {
    var good = signed("dynamodb");
    for (var bad :
        List.of(
            authorization(good, "Signature=.", "Signature=x"),
            authorization(good, "us-east-1", "eu-west-1"),
            authorization(good, "/dynamodb/", "/sqs/"),
            authorization(good, "Signature=.*", "Signature=00"),
            good.with(good.headers().set("X-Amz-Date", "20260301T120001Z")))) {
      refused(Refusal.MISMATCH, () -> verifier.verify(bad, NOW));
    }
  }

  @Test
  void aDayThatIsNotThatOfTheTimestampIsRefused() {
    var bad = authorization(signed("dynamodb"), "20260301", "20260302");

    var refusal = refused(Refusal.WRONG_SCOPE, () -> verifier.verify(bad, NOW));
    assertThat(refusal.text())
        .isEqualTo(
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from"
                + " HTTP: '20260302' != '20260301', from '20260301T120000Z'.");
  }

  @Test
  void anUnknownKeyIsRefused() {
    var bad = authorization(signed("dynamodb"), "AKIDEXAMPLE", "AKIDSTRANGER");

    var refusal = refused(Refusal.UNKNOWN_KEY, () -> verifier.verify(bad, NOW));
    assertThat(refusal.text()).isEqualTo("The security token included in the request is invalid.");
  }

  @Test
  void theWrongSecretIsRefused() {
    var stranger = Credential.longTerm(KEY.accessKeyId(), "guessed", KEY.principal());
    var forged = new Signer(stranger, "us-east-1", "dynamodb").sign(post(), NOW);

    refused(Refusal.MISMATCH, () -> verifier.verify(forged, NOW));
  }

  @Test
  void clocksMayDifferByAQuarterOfAnHour() throws IOException {
    var limit = SignatureVerifier.MAX_SKEW;
    verifier.verify(signed("dynamodb"), NOW.plus(limit));
    verifier.verify(signed("dynamodb"), NOW.minus(limit));

    var late =
        refused(
            Refusal.SKEWED,
            () -> verifier.verify(signed("dynamodb"), NOW.plus(limit).plusSeconds(1)));
    assertThat(late.text())
        .isEqualTo(
            "Signature expired: 20260301T120000Z is now earlier than 20260301T120001Z"
                + " (20260301T121501Z - 15 min.)");
    var early =
        refused(
            Refusal.SKEWED,
            () -> verifier.verify(signed("dynamodb"), NOW.minus(limit).minusSeconds(1)));
    assertThat(early.text())
        .isEqualTo(
            "Signature not yet current: 20260301T120000Z is still later than 20260301T115959Z"
                + " (20260301T114459Z + 15 min.)");
    assertThat(
            refused(Refusal.SKEWED, () -> verifier.verify(signed("s3"), NOW.plusSeconds(9999)))
                .text())
        .startsWith("The difference between the request time and the current time");
  }

  @Test
  void theDateHeaderStandsInForXAmzDate() throws IOException {
    var signed = signed("dynamodb");
    var date = "Sun, 01 Mar 2026 12:00:00 GMT";
    var both = without(signed, "x-amz-date").headers().with("Date", date);

    refused(Refusal.MISMATCH, () -> verifier.verify(signed.with(both), NOW));
    assertThat(Authorization.of(signed.with(both)).timestamp()).isEqualTo("20260301T120000Z");
  }

  @Test
  void hostAndAmzHeadersMustBeSigned() {
    var hostless = authorization(signed("dynamodb"), "SignedHeaders=host;", "SignedHeaders=");
    refused(Refusal.UNSIGNED_HEADER, () -> verifier.verify(hostless, NOW));

    var added = signed("s3").with(signed("s3").headers().with("x-amz-acl", "public-read"));
    refused(Refusal.UNSIGNED_HEADER, () -> verifier.verify(added, NOW));
  }

  @Test
  void temporaryCredentialsAreGoodUntilTheyExpire() throws IOException {
    var session = Session.at(NOW);
    var temporary =
        new Credential(
            "ASIAEXAMPLE", "secret", "token", KEY.principal(), NOW.plusSeconds(60), session);
    var verifier = verifier(temporary);
    var signed = new Signer(temporary, "us-east-1", "dynamodb").sign(post(), NOW);

    assertThat(verifier.verify(signed, NOW.plusSeconds(59)).credential()).isEqualTo(temporary);
    refused(Refusal.EXPIRED_TOKEN, () -> verifier.verify(signed, NOW.plusSeconds(60)));
    refused(
        Refusal.UNKNOWN_KEY, () -> verifier.verify(without(signed, "x-amz-security-token"), NOW));
    var other = signed.with(signed.headers().set("X-Amz-Security-Token", "forged"));
    refused(Refusal.INVALID_TOKEN, () -> verifier.verify(other, NOW));
  }

  @Test
  void aPresignedUrlIsGoodForItsTime() throws IOException {
    var url = presigned(Duration.ofSeconds(60));

    assertThat(verifier.verify(url, NOW.plusSeconds(60)).bodyMode()).isEqualTo(BodyMode.UNSIGNED);
    var late = refused(Refusal.EXPIRED, () -> verifier.verify(url, NOW.plusSeconds(61)));
    assertThat(late.text()).isEqualTo("Request has expired");
    assertThat(late.in(Dialect.S3).error().code()).isEqualTo("AccessDenied");
    refused(Refusal.EXPIRED, () -> verifier.verify(url, NOW.minusSeconds(901)));
  }

  @Test
  void aPresignedUrlIsOfOneObjectMethodHostAndTime() {
    var url = presigned(Duration.ofHours(1));
    for (var bad :
        List.of(
            withQuery(request("GET", "/photos/other.jpg", "", ""), url.query()),
            withQuery(request("PUT", url.path(), "", ""), url.query()),
            url.with(Headers.of("Host", "elsewhere")),
            withQuery(url, url.query().replace("Expires=3600", "Expires=3601")),
            withQuery(url, url.query().replace("us-east-1", "us-west-2")),
            withQuery(url, url.query() + "&versionId=7"),
            withQuery(url, url.query().replaceFirst("Signature=.", "Signature=g")))) {
      refused(Refusal.MISMATCH, () -> verifier.verify(bad, NOW));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Amz-Expires=604801",
        "X-Amz-Expires=-1",
        "X-Amz-Expires=soon",
        "X-Amz-Expires=",
        "X-Amz-Other=1"
      })
  void aPresignedUrlSaysHowLongItIsValid(String expires) {
    var url = presigned(Duration.ofHours(1));
    var bad = withQuery(url, url.query().replace("X-Amz-Expires=3600", expires));

    refused(Refusal.INCOMPLETE_QUERY, () -> verifier.verify(bad, NOW));
  }

  @Test
  void aPresignedUrlForSevenDaysIsGood() throws IOException {
    var url = presigned(Duration.ofDays(7));

    assertThat(verifier.verify(url, NOW.plus(Duration.ofDays(7))).principal())
        .isEqualTo(KEY.principal());
  }

  @Test
  void aSignatureStandsInOnePlaceOnly() {
    var url = presigned(Duration.ofHours(1));
    var both = url.with(url.headers().with("Authorization", "AWS4-HMAC-SHA256 x"));

    refused(Refusal.INCOMPLETE, () -> verifier.verify(both, NOW));
  }

  @Test
  void aStreamedBodyIsCheckedBeforeItsLastByte() throws IOException {
    var signed = signer("s3").sign(request("PUT", "/b/k", "", "hello"), NOW);
    var good = verifier.verify(signed.with(stream("hello")), NOW);
    assertThat(Fixture.bytes(good.request())).asString().isEqualTo("hello");

    var forged = verifier.verify(signed.with(stream("jello")), NOW);
    refused(Refusal.OTHER_BODY, () -> forged.request().body().open().readNBytes(5));
  }

  @Test
  void aStreamWithoutADeclaredHashIsKeptUpToALimit() throws IOException {
    var signed = signed("dynamodb");
    var text = post().body();
    var streamed = signed.with(new Body.OfStream(text.open(), text.length()));

    assertThat(verifier.verify(streamed, NOW).request().body()).isEqualTo(text);
    var endless = new ByteArrayInputStream(new byte[Fixture.MAY_KEEP + 1]);
    refused(
        Refusal.TOO_LARGE,
        () -> verifier.verify(signed.with(new Body.OfStream(endless, Body.UNKNOWN)), NOW));
  }

  private static Body stream(String text) {
    return new Body.OfStream(
        new ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        text.length());
  }

  @Test
  void s3WantsTheHashOfTheBodyAndOthersTheBodySigned() {
    var hashless = without(signed("s3"), "x-amz-content-sha256");
    refused(Refusal.MISSING_CONTENT_HASH, () -> verifier.verify(hashless, NOW));

    var odd = signed("s3").with(signed("s3").headers().set("x-amz-content-sha256", "none"));
    refused(Refusal.INVALID_CONTENT_HASH, () -> verifier.verify(odd, NOW));

    var waived = post().with(post().headers().with("x-amz-content-sha256", "UNSIGNED-PAYLOAD"));
    var signed = signer("sqs").sign(waived, NOW);
    refused(Refusal.INVALID_CONTENT_HASH, () -> verifier.verify(signed, NOW));
  }

  @Test
  void whereARequestIsSentIsComparedWithItsScope() throws IOException {
    var authorization = verifier.verify(signed("sqs"), NOW).authorization();
    authorization.requireService("sqs");
    authorization.requireRegion("us-east-1");

    assertThat(refused(Refusal.WRONG_SCOPE, () -> authorization.requireService("sns")).text())
        .isEqualTo("Credential should be scoped to correct service: 'sns'. ");
    assertThat(refused(Refusal.WRONG_SCOPE, () -> authorization.requireRegion("eu-west-1")).text())
        .isEqualTo("Credential should be scoped to a valid region. ");
    assertThat(refused(Refusal.WRONG_SCOPE, () -> authorization.requireService("s3")).text())
        .isEqualTo(
            "The authorization header is malformed; incorrect service \"sqs\". This endpoint"
                + " belongs to \"s3\".");
  }

  @Test
  void anotherTimeIsNotNow() {
    refused(Refusal.SKEWED, () -> verifier.verify(signed("dynamodb"), Instant.EPOCH));
  }
}
