package brume.s3.site;

import static brume.s3.Storage.BUCKET;
import static brume.s3.Storage.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Request;
import brume.model.s3.CORSConfiguration;
import brume.model.s3.CORSRule;
import brume.model.s3.PutBucketCorsRequest;
import brume.model.s3.S3Model;
import brume.s3.Storage;
import brume.service.CrossOrigin;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketPagesTest {
  private static final String PAGE = "http://todo.example";

  @TempDir Path directory;
  private Storage storage;
  private CrossOrigin pages;

  @BeforeEach
  void open() {
    storage = new Storage(directory);
    pages = Objects.requireNonNull(storage.service.crossOrigin());
  }

  private void configure(CORSRule.Builder... rules) {
    var all = List.of(rules).stream().map(CORSRule.Builder::build).toList();
    storage.call(
        S3Model.PUT_BUCKET_CORS,
        PutBucketCorsRequest.builder()
            .bucket(BUCKET)
            .corsConfiguration(new CORSConfiguration(all))
            .build());
  }

  private static CORSRule.Builder rule(String origin, String... methods) {
    return CORSRule.builder().allowedOrigins(List.of(origin)).allowedMethods(List.of(methods));
  }

  private static Request request(String method, String path, String... headers) {
    var remote = InetSocketAddress.createUnresolved("client", 1);
    return new Request(method, path, "", Headers.of(headers), Body.EMPTY, remote, false);
  }

  private static Request preflight(String method, String... headers) {
    var more = Headers.of("Access-Control-Request-Method", method).with(Headers.of(headers));
    return request("OPTIONS", "/photos/a/b.jpg").with(more.with("Origin", PAGE));
  }

  @Test
  void aPageMaySendWhatARuleAllows() {
    configure(
        rule(PAGE, "GET"),
        rule("*", "PUT", "POST")
            .allowedHeaders(List.of("Content-*", "x-amz-*", "authorization"))
            .exposeHeaders(List.of("ETag", "x-amz-version-id"))
            .maxAgeSeconds(3000));
    var announced = "authorization,content-type,X-Amz-Date";
    var answer = pages.preflight(preflight("PUT", "Access-Control-Request-Headers", announced));
    assertThat(answer.first("access-control-allow-origin")).isEqualTo("*");
    assertThat(answer.first("access-control-allow-credentials")).isNull();
    assertThat(answer.first("access-control-allow-methods")).isEqualTo("PUT, POST");
    assertThat(answer.first("access-control-allow-headers")).isEqualTo(announced);
    assertThat(answer.first("access-control-expose-headers")).isEqualTo("ETag, x-amz-version-id");
    assertThat(answer.first("access-control-max-age")).isEqualTo("3000");
    assertThat(answer.first("vary")).contains("Origin");
  }

  @Test
  void anOriginThatIsNamedIsNamedInTheAnswer() {
    configure(rule("http://*.example", "GET"));
    var answer = pages.preflight(preflight("GET"));
    assertThat(answer.first("access-control-allow-origin")).isEqualTo(PAGE);
    assertThat(answer.first("access-control-allow-credentials")).isEqualTo("true");
  }

  @Test
  void whatNoRuleAllowsIsRefused() {
    configure(rule("http://other.example", "PUT"), rule("http://*.example", "GET"));
    var refused = refusal(() -> pages.preflight(preflight("PUT")));
    assertThat(refused.error().code()).isEqualTo("AccessForbidden");
    assertThat(refused.message()).startsWith("CORSResponse: This CORS request is not allowed.");
    assertThat(Objects.requireNonNull(refused.detail()).member(1)).isEqualTo("OBJECT");
    assertThat(
            refusal(
                    () ->
                        pages.preflight(
                            preflight("GET", "Access-Control-Request-Headers", "range")))
                .error()
                .status())
        .isEqualTo(403);
  }

  @Test
  void aBucketWithoutRulesIsClosedToPages() {
    var refused = refusal(() -> pages.preflight(preflight("GET")));
    assertThat(refused.message()).isEqualTo("CORSResponse: CORS is not enabled for this bucket.");
    assertThat(pages.answer(request("GET", "/photos/a", "Origin", PAGE)).fields()).isEmpty();
    assertThat(pages.answer(request("GET", "/missing/a", "Origin", PAGE)).fields()).isEmpty();
  }

  @Test
  void aPreflightSaysWhatItAsks() {
    assertThat(refusal(() -> pages.preflight(request("OPTIONS", "/photos/a"))).message())
        .contains("Origin request header needed");
    assertThat(
            refusal(() -> pages.preflight(request("OPTIONS", "/photos/a", "Origin", PAGE)))
                .error()
                .code())
        .isEqualTo("BadRequest");
  }

  @Test
  void anAnswerIsReadableByThePagesOfItsMethod() {
    configure(rule(PAGE, "GET").exposeHeaders(List.of("ETag")));
    var answer = pages.answer(request("GET", "/photos/a", "Origin", PAGE));
    assertThat(answer.first("access-control-allow-origin")).isEqualTo(PAGE);
    assertThat(answer.first("access-control-expose-headers")).isEqualTo("ETag");
    assertThat(pages.answer(request("PUT", "/photos/a", "Origin", PAGE)).fields()).isEmpty();
    assertThat(pages.answer(request("GET", "/photos/a")).fields()).isEmpty();
  }
}
