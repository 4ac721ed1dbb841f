package brume.frontdoor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.base.Body;
import brume.base.Ids;
import brume.base.Scope;
import brume.frontdoor.Echo;
import brume.frontdoor.audit.Attempt;
import brume.frontdoor.locate.Destination;
import brume.frontdoor.locate.Directory;
import brume.frontdoor.meter.RecentRequests;
import brume.http.Headers;
import brume.http.RejectedBodyException;
import brume.http.Request;
import brume.http.Response;
import brume.identity.Credential;
import brume.identity.Principal;
import brume.identity.signature.SignatureVerifier;
import brume.identity.signature.Signer;
import brume.service.Access;
import brume.service.Authorizer;
import brume.service.DeniedException;
import brume.service.Endpoint;
import brume.service.Platform;
import brume.store.StoreUnavailableException;
import brume.testing.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class PipelineTest {
  private static final Scope HOME = new Scope("000000000000", "us-east-1");
  private static final Credential KEY =
      Credential.longTerm("AKIAEXAMPLE", "secret", new Principal.Root("111111111111"));

  private final TestClock clock = new TestClock(Instant.parse("2026-01-02T03:04:05Z"));
  private final RecentRequests recent = new RecentRequests();
  private final List<Attempt> audited = new ArrayList<>();
  private final List<Access> asked = new ArrayList<>();
  private Authorizer authorizer = (_, access) -> asked.add(access);
  private UnaryOperator<String> answer = text -> text;

  @Test
  void anOperationAnswersItsCaller() throws IOException {
    var response = send(signed("Say", "{\"Text\":\"hello\"}"));
    assertThat(response.status()).isEqualTo(200);
    assertThat(text(response)).isEqualTo("{\"Text\":\"hello\"}");
    assertThat(asked).containsExactly(Access.to("echo:Say", "arn:aws:echo:::hello"));
    var served = recent.newest(1).getFirst();
    assertThat(served.operation()).isEqualTo("Say");
    assertThat(served.account()).isEqualTo("111111111111");
    assertThat(served.region()).isEqualTo("eu-west-1");
    assertThat(response.headers().first("x-amzn-requestid")).isEqualTo(served.requestId());
  }

  @Test
  void whoDoesNotSignIsAskedTo() throws IOException {
    refused(plain("Say", "{\"Text\":\"hello\"}"), 400, "MissingAuthenticationTokenException");
    assertThat(asked).isEmpty();
  }

  @Test
  void anOperationWithoutSignatureAnswersAnyone() throws IOException {
    assertThat(text(send(plain("Listen", "{\"Text\":\"x\"}"))))
        .isEqualTo("{\"Text\":\"anonymous\"}");
  }

  @Test
  void aTamperedBodyIsRefused() throws IOException {
    var request = signed("Say", "{\"Text\":\"hello\"}").with(Body.utf8("{\"Text\":\"other\"}"));
    refused(request, 400, "InvalidSignatureException");
    assertThat(asked).isEmpty();
    var attempt = audited.getFirst();
    assertThat(attempt.call().caller()).isEqualTo(Principal.anonymous());
    assertThat(attempt.failure().code()).isEqualTo("InvalidSignatureException");
  }

  @Test
  void anUnreadableSignatureIsRefusedInTheWordsOfTheService() throws IOException {
    var request = plain("Say", "{}");
    var garbled = request.headers().with("authorization", "AWS4-HMAC-SHA256 garbled");
    refused(request.with(garbled), 400, "IncompleteSignatureException");
  }

  @Test
  void anUnknownKeyIsRefused() throws IOException {
    var stranger = Credential.longTerm("AKIAOTHER", "secret", new Principal.Root("1"));
    var request = new Signer(stranger, "eu-west-1", Echo.SIGNING_NAME);
    refused(request.sign(plain("Say", "{}"), clock.instant()), 400, "UnrecognizedClientException");
  }

  @Test
  void whatIsNotHereIsNamed() throws IOException {
    assertThat(refused(signed("Sing", "{\"Text\":\"la\"}"), 501, "NotImplemented"))
        .contains("Brume does not have the operation Sing of echo");
    refused(signed("Shout", "{}"), 400, "UnknownOperationException");
    var other = new Signer(KEY, "eu-west-1", "quantum").sign(plain("Say", "{}"), clock.instant());
    assertThat(refused(other, 501, "NotImplemented"))
        .contains("Brume does not have the service quantum");
  }

  @Test
  void theModelIsEnforced() throws IOException {
    assertThat(refused(signed("Say", "{\"Text\":\"too long\"}"), 400, "ValidationException"))
        .contains("1 validation error detected");
    refused(signed("Say", "{\"Text\":"), 400, "SerializationException");
    assertThat(asked).isEmpty();
  }

  @Test
  void whatIsNotAllowedDoesNotRun() throws IOException {
    authorizer =
        (_, _) -> {
          throw new DeniedException("no", "statement 1 of x", "sealed");
        };
    answer =
        _ -> {
          throw new AssertionError("ran");
        };
    refused(signed("Say", "{\"Text\":\"hello\"}"), 400, "AccessDeniedException");
    var attempt = audited.getFirst();
    assertThat(attempt.call().caller()).isEqualTo(KEY.principal());
    assertThat(attempt.call().context().accessKeyId()).isEqualTo(KEY.accessKeyId());
    assertThat(attempt.input()).isEqualTo(new Echo.Text("hello"));
    assertThat(attempt.failure().decidedBy()).isEqualTo("statement 1 of x");
    var told = send(signed("Say", "{\"Text\":\"hello\"}")).headers();
    assertThat(told.first("x-brume-authorization-message")).isEqualTo("sealed");
  }

  @Test
  void ourOwnFaultsAreToldWithoutTheirInside() throws IOException {
    answer =
        _ -> {
          throw new IllegalStateException("a detail");
        };
    assertThat(refused(signed("Say", "{\"Text\":\"hello\"}"), 500, "InternalFailure"))
        .doesNotContain("a detail");
    answer =
        _ -> {
          throw new StoreUnavailableException("full", null);
        };
    refused(signed("Say", "{\"Text\":\"hello\"}"), 503, "ServiceUnavailable");
  }

  @Test
  void aBodyThatTheServerRefusesIsItsToAnswer() {
    var broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new RejectedBodyException(413, "too much");
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            return read();
          }
        };
    var request = plain("Listen", "").with(new Body.OfStream(broken, Body.UNKNOWN));
    assertThatThrownBy(() -> send(request)).isInstanceOf(RejectedBodyException.class);
  }

  @Test
  void aPageIsToldWhatItMaySendAndRead() throws IOException {
    var asked = Headers.of("origin", "http://page.example", "host", "localhost");
    var announced = asked.with("access-control-request-headers", "authorization,x-amz-target");
    var preflight = plain("Say", "").with(announced);
    var answer =
        send(
            new Request(
                "OPTIONS", "/", "", preflight.headers(), Body.EMPTY, preflight.remote(), false));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().first("access-control-allow-headers"))
        .isEqualTo("authorization,x-amz-target");
    var request = plain("Listen", "{\"Text\":\"x\"}");
    assertThat(send(request).headers().first("access-control-allow-origin")).isNull();
    var fromPage = request.with(request.headers().with("origin", "http://page.example"));
    assertThat(send(fromPage).headers().first("access-control-allow-origin")).isEqualTo("*");
    var refused =
        plain("Say", "{}").with(fromPage.headers().set("x-amz-target", "Echo_20200101.Say"));
    assertThat(send(refused).headers().first("access-control-allow-origin")).isEqualTo("*");
  }

  @Test
  void aRequestIsAnsweredInItsOwnProtocol() throws IOException {
    var unsigned = cbor("Say", "hello");
    var signer = new Signer(KEY, "eu-west-1", Echo.SIGNING_NAME);
    var response = send(signer.sign(unsigned, clock.instant()));
    assertThat(response.headers().first("smithy-protocol")).isEqualTo("rpc-v2-cbor");
    assertThat(response.body().open().readAllBytes())
        .isEqualTo(HexFormat.of().parseHex("bf64546578746568656c6c6fff"));
    for (var request : List.of(unsigned, cbor("Shout", "hello"), cbor("Sing", "hello"))) {
      var refused = send(request);
      assertThat(refused.headers().first("content-type")).isEqualTo("application/cbor");
      assertThat(text(refused)).contains("__type");
    }
  }

  private static Request cbor(String operation, String text) {
    var path = "/service/Echo_20200101/operation/" + operation;
    var headers =
        Headers.of(
            "host",
            "localhost",
            "smithy-protocol",
            "rpc-v2-cbor",
            "content-type",
            "application/cbor");
    var body = new ByteArrayOutputStream();
    body.writeBytes(HexFormat.of().parseHex("a16454657874"));
    body.write(0x60 + text.length());
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    var remote = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    return new Request("POST", path, "", headers, Body.of(body.toByteArray()), remote, false);
  }

  @Test
  void aCompressedBodyIsSignedAsItIsSent() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write("{\"Text\":\"hello\"}".getBytes(StandardCharsets.UTF_8));
    }
    var plain = plain("Say", "").with(Body.of(packed.toByteArray()));
    var request = plain.with(plain.headers().with("content-encoding", "gzip"));
    var signer = new Signer(KEY, "eu-west-1", Echo.SIGNING_NAME);
    assertThat(text(send(signer.sign(request, clock.instant())))).isEqualTo("{\"Text\":\"hello\"}");
  }

  private String refused(Request request, int status, String code) throws IOException {
    var response = send(request);
    assertThat(response.status()).isEqualTo(status);
    assertThat(text(response)).contains(code);
    assertThat(recent.newest(1).getFirst().error()).isEqualTo(code);
    return text(response);
  }

  private Response send(Request request) throws IOException {
    var directory = new Directory(List.of(Echo.service(text -> answer.apply(text))));
    var inProcess = new InProcess(recent, audited::add);
    inProcess.open(directory, authorizer);
    var platform =
        new Platform(
            inProcess,
            (id, _) -> id.equals(KEY.accessKeyId()) ? KEY : null,
            new Ids(new Random(1)),
            clock,
            new Endpoint("localhost", 1, 2));
    var verifier = new SignatureVerifier(platform.credentials(), 1 << 20);
    return new Pipeline(directory, verifier, authorizer, platform, HOME, recent, audited::add)
        .handle(request, new Destination.Api(null, request));
  }

  private Request signed(String operation, String body) {
    return new Signer(KEY, "eu-west-1", Echo.SIGNING_NAME)
        .sign(plain(operation, body), clock.instant());
  }

  private static Request plain(String operation, String body) {
    var headers =
        Headers.of(
            "host",
            "localhost",
            "x-amz-target",
            "Echo_20200101." + operation,
            "content-type",
            "application/x-amz-json-1.0");
    var remote = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    return new Request("POST", "/", "", headers, Body.utf8(body), remote, false);
  }

  private static String text(Response response) throws IOException {
    return new String(response.body().open().readAllBytes(), StandardCharsets.UTF_8);
  }
}
