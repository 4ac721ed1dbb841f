package brume.s3.form;

import static brume.s3.Storage.bytes;
import static brume.s3.Storage.refusal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Request;
import brume.http.Response;
import brume.identity.Credential;
import brume.identity.Principal;
import brume.identity.sigv4.SigningKey;
import brume.identity.sigv4.SigningScope;
import brume.json.Json;
import brume.model.s3.GetObjectTaggingRequest;
import brume.model.s3.ObjectLockConfiguration;
import brume.model.s3.PutObjectLockConfigurationRequest;
import brume.model.s3.S3Error;
import brume.model.s3.S3Model;
import brume.model.s3.Tag;
import brume.s3.Storage;
import brume.s3.checksum.Algorithm;
import brume.s3.checksum.Checksum;
import brume.s3.checksum.Md5;
import brume.service.Call;
import brume.service.Platform;
import brume.testing.Local;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormUploadTest {
  private static final Credential KEY =
      Credential.longTerm("AKIA", "secret", new Principal.User("000000000000", "/", "ann", "AIDA"));
  private static final String CREDENTIAL = "AKIA/20260102/us-east-1/s3/aws4_request";
  private static final String POLICY =
      """
      {"expiration": "2026-01-02T04:00:00.000Z", "conditions": [
        {"bucket": "photos"}, ["starts-with", "$key", "user/ann/"], {"acl": "private"},
        ["starts-with", "$Content-Type", "image/"], ["content-length-range", 3, 100000],
        {"x-amz-algorithm": "AWS4-HMAC-SHA256"}, ["starts-with", "$x-amz-credential", ""],
        ["eq", "$success_action_status", "201"], ["starts-with", "$x-amz-meta-note", ""]]}""";

  @TempDir Path directory;
  private Storage storage;
  private Call nobody;

  @BeforeEach
  void open() {
    storage = new Storage(directory);
    var local = storage.local;
    var platform =
        new Platform(
            local,
            (id, _) -> id.equals(KEY.accessKeyId()) ? KEY : null,
            local.ids,
            local.clock,
            local.platform.endpoint());
    nobody = platform.call(Principal.anonymous(), Local.SCOPE);
  }

  private static Map<String, String> signed(String policy) {
    var encoded = Base64.getEncoder().encodeToString(policy.getBytes(UTF_8));
    var key = SigningKey.derive("secret", new SigningScope("20260102", "us-east-1", "s3"));
    var fields = new LinkedHashMap<String, String>();
    fields.put("key", "user/ann/${filename}");
    fields.put("acl", "private");
    fields.put("Content-Type", "image/png");
    fields.put("success_action_status", "201");
    fields.put("x-amz-meta-note", "grüße");
    fields.put("x-amz-algorithm", "AWS4-HMAC-SHA256");
    fields.put("x-amz-credential", CREDENTIAL);
    fields.put("policy", encoded);
    fields.put("x-amz-signature", key.sign(encoded));
    return fields;
  }

  private Response post(Map<String, String> fields, byte[] file) {
    var body = new java.io.ByteArrayOutputStream();
    fields.forEach((name, value) -> body.writeBytes(part("name=\"" + name + '"', value)));
    body.writeBytes(part("name=\"file\"; filename=\"me.png\"\r\nContent-Type: image/gif", "", ""));
    body.writeBytes(file);
    body.writeBytes("\r\n".getBytes(UTF_8));
    body.writeBytes(part("name=\"submit\"", "x"));
    body.writeBytes("--bo-und--\r\n".getBytes(UTF_8));
    return send(new Dribble(body.toByteArray()));
  }

  private static byte[] part(String disposition, String value) {
    return part(disposition, value, "\r\n");
  }

  private static byte[] part(String disposition, String value, String end) {
    var head = "--bo-und\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
    return (head + value + end).getBytes(UTF_8);
  }

  private Response send(InputStream body) {
    var headers = Headers.of("Content-Type", "multipart/form-data; boundary=bo-und");
    var remote = InetSocketAddress.createUnresolved("client", 1);
    var request =
        new Request(
            "POST", "/photos", "", headers, new Body.OfStream(body, Body.UNKNOWN), remote, false);
    try {
      var reception = Objects.requireNonNull(storage.service.reception());
      return Objects.requireNonNull(reception.serve(nobody, request));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Gives its bytes in small portions.
  private static final class Dribble extends ByteArrayInputStream {
    private final Random random = new Random(7);

    Dribble(byte[] bytes) {
      super(bytes);
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) {
      return super.read(into, offset, Math.min(length, 1 + random.nextInt(50)));
    }
  }

  @Test
  void putsTheFileAsWhoeverSignedThePolicy() throws IOException {
    var file = new byte[50_000];
    new Random(1).nextBytes(file);
    System.arraycopy("\r\n--bo-un".getBytes(UTF_8), 0, file, 100, 9);
    var answer = post(signed(POLICY), file);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(new String(answer.body().open().readAllBytes(), UTF_8))
        .contains("<PostResponse>", "<Key>user/ann/me.png</Key>", "<Bucket>photos</Bucket>");
    var there = storage.get("user/ann/me.png");
    assertThat(bytes(there)).isEqualTo(file);
    assertThat(there.contentType()).isEqualTo("image/png");
    assertThat(there.metadata()).containsEntry("note", "grüße");
    assertThat(storage.local.asked().toString()).contains("s3:PutObject");
  }

  @Test
  void thePolicyIsEnforced() {
    assertThat(message(with("key", "user/bob/x"), 5))
        .startsWith("Invalid according to Policy: Policy Condition failed: [\"starts-with\"");
    assertThat(message(with("Content-Type", "text/html"), 5)).contains("Policy Condition failed");
    assertThat(message(with("x-amz-meta-other", "x"), 5))
        .isEqualTo("Invalid according to Policy: Extra input fields: x-amz-meta-other");
    assertThat(message(signed(POLICY.replace("T04:", "T03:")), 5))
        .isEqualTo("Invalid according to Policy: Policy expired.");
    assertThat(message(signed(POLICY), 2)).contains("smaller than the minimum");
    assertThat(message(signed(POLICY), 100_001)).contains("exceeds the maximum");
    assertThat(storage.keys()).isEmpty();
    assertThat(storage.files()).isEmpty();
  }

  @Test
  void theSignatureIsVerified() {
    assertThat(message(with("x-amz-signature", "0".repeat(64)), 5))
        .startsWith("The request signature we calculated");
    assertThat(message(with("x-amz-credential", CREDENTIAL.replace("AKIA", "OTHER")), 5))
        .contains("does not exist in our records");
    var tampered = signed(POLICY);
    tampered.put("policy", signed(POLICY.replace("100000", "900000")).get("policy"));
    assertThat(message(tampered, 5)).startsWith("The request signature we calculated");
  }

  @Test
  void version2SignsThePolicyAlone() {
    var policy =
        """
        {"expiration": "2026-01-02T04:00:00.000Z", "conditions": [["eq", "$key", "a"]]}""";
    var encoded = Base64.getEncoder().encodeToString(policy.getBytes(UTF_8));
    var fields = new LinkedHashMap<String, String>();
    fields.put("key", "a");
    fields.put("AWSAccessKeyId", "AKIA");
    fields.put("policy", encoded);
    fields.put("signature", FormSignature.version2("secret", encoded));
    assertThat(post(fields, new byte[10]).status()).isEqualTo(204);
    assertThat(storage.get("a").contentType()).isEqualTo("image/gif");
  }

  @Test
  void aBrowserIsSentOn() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("key", "a b");
    fields.put("success_action_redirect", "http://page.example/done?x=1");
    var answer = post(fields, new byte[10]);
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.headers().first("location"))
        .startsWith("http://page.example/done?x=1&bucket=photos&key=a%20b&etag=%22");
    fields.put("success_action_redirect", "http://page.example/\r\nx: y");
    assertThat(post(fields, new byte[10]).status()).isEqualTo(204);
  }

  @Test
  void whatIsNoFormIsRefused() {
    assertThat(message(Map.of(), 5)).startsWith("Bucket POST must contain a field named 'key'.");
    assertThat(refusal(() -> send(new Dribble("--bo-und\r\nx".getBytes(UTF_8)))).error().code())
        .isEqualTo("MalformedPOSTRequest");
    assertThat(message(Map.of("key", "x".repeat(30_000)), 5)).contains("were too large");
    assertThat(message(Map.of("key", "k", "x-amz-tagging-other", "y"), 5)).contains("form field");
  }

  /// Fields of a form that its policy speaks of, and others in addition.
  private static Map<String, String> allowing(Map<String, String> more) {
    var conditions = new StringBuilder();
    more.forEach(
        (name, value) -> conditions.append(", ").append(Json.object(name, Json.of(value)).print()));
    var fields = signed(POLICY.replace("]}", conditions + "]}"));
    fields.putAll(more);
    return fields;
  }

  @Test
  void tagsAreADocument() {
    var document =
        "<Tagging><TagSet><Tag><Key>a b</Key><Value>1&amp;2</Value></Tag>"
            + "<Tag><Key>c</Key><Value></Value></Tag></TagSet></Tagging>";
    post(allowing(Map.of("tagging", document)), new byte[5]);
    var asked = GetObjectTaggingRequest.builder().bucket("photos").key("user/ann/me.png").build();
    assertThat(storage.call(S3Model.GET_OBJECT_TAGGING, asked).tagSet())
        .containsExactlyInAnyOrder(new Tag("a b", "1&2"), new Tag("c", ""));
    assertThat(storage.local.asked().toString()).contains("s3:PutObjectTagging");
    assertThat(message(with("tagging", document), 5)).endsWith("Extra input fields: tagging");
    for (var wrong : List.of("<Tagging", "<Tagging/>", document.replace("<Key>c</Key>", ""))) {
      assertThat(refusal(() -> post(allowing(Map.of("tagging", wrong)), new byte[5])).error())
          .isEqualTo(S3Error.MALFORMED_XML);
    }
  }

  @Test
  void checksumsAreChecked() {
    var file = "file".getBytes(UTF_8);
    var sum = Checksum.of(Algorithm.SHA256, Algorithm.SHA256.of(file)).value();
    var answer = post(allowing(Map.of("x-amz-checksum-sha256", sum)), file);
    assertThat(answer.headers().first("x-amz-checksum-sha256")).isEqualTo(sum);
    assertThat(answer.headers().first("x-amz-server-side-encryption")).isEqualTo("AES256");
    var wrong = sum.replace(sum.charAt(0), sum.charAt(0) == 'A' ? 'B' : 'A');
    assertThat(message(allowing(Map.of("x-amz-checksum-sha256", wrong)), 4)).contains("SHA256");
    var md5 = Base64.getEncoder().encodeToString(Md5.start().digest(file));
    assertThat(message(allowing(Map.of("Content-MD5", md5)), 4)).contains("Content-MD5");
    assertThat(post(allowing(Map.of("Content-MD5", md5)), file).status()).isEqualTo(201);
  }

  @Test
  void aCustomersKeyEncrypts() {
    var key = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    var encoded = Base64.getEncoder().encodeToString(key);
    var md5 = Base64.getEncoder().encodeToString(Md5.start().digest(key));
    var prefix = "x-amz-server-side-encryption-customer-";
    var fields =
        Map.of(prefix + "algorithm", "AES256", prefix + "key", encoded, prefix + "key-MD5", md5);
    var answer = post(allowing(fields), "secret".getBytes(UTF_8));
    assertThat(answer.headers().first(prefix + "key-MD5")).isEqualTo(md5);
    assertThat(answer.headers().first("x-amz-server-side-encryption")).isNull();
    assertThat(refusal(() -> storage.get("user/ann/me.png")).error())
        .isEqualTo(S3Error.INVALID_REQUEST);
    var read =
        storage.get(
            "user/ann/me.png",
            input ->
                input
                    .sseCustomerAlgorithm("AES256")
                    .sseCustomerKey(encoded)
                    .sseCustomerKeyMd5(md5));
    assertThat(new String(bytes(read), UTF_8)).isEqualTo("secret");
  }

  @Test
  void locksAreHonoured() {
    storage.versioning("Enabled");
    var lock = ObjectLockConfiguration.builder().objectLockEnabled("Enabled").build();
    storage.call(
        S3Model.PUT_OBJECT_LOCK_CONFIGURATION,
        PutObjectLockConfigurationRequest.builder()
            .bucket("photos")
            .objectLockConfiguration(lock)
            .build());
    var fields =
        Map.of(
            "x-amz-object-lock-mode", "GOVERNANCE",
            "x-amz-object-lock-retain-until-date", "2026-02-01T00:00:00Z",
            "x-amz-object-lock-legal-hold", "ON");
    var answer = post(allowing(fields), new byte[5]);
    var there = storage.get("user/ann/me.png");
    assertThat(there.objectLockMode()).isEqualTo("GOVERNANCE");
    assertThat(there.objectLockRetainUntilDate()).isEqualTo("2026-02-01T00:00:00Z");
    assertThat(there.objectLockLegalHoldStatus()).isEqualTo("ON");
    assertThat(answer.headers().first("x-amz-version-id")).isEqualTo(there.versionId());
    var never = Map.of("x-amz-object-lock-retain-until-date", "never");
    assertThat(message(allowing(never), 5)).contains("x-amz-object-lock-retain-until-date");
  }

  @Test
  void noFieldBreaksTheHeadersOfAReply() {
    assertThat(message(allowing(Map.of("x-amz-meta-other", "a\r\nb: c")), 5)).contains("not valid");
    assertThat(message(allowing(Map.of("Cache-Control", "a\nb")), 5)).contains("not valid");
  }

  private static Map<String, String> with(String name, String value) {
    var fields = signed(POLICY);
    fields.put(name, value);
    return fields;
  }

  private String message(Map<String, String> fields, int size) {
    return refusal(() -> post(fields, new byte[size])).message();
  }
}
