package brume.s3.site;

import static brume.s3.Storage.BUCKET;
import static brume.s3.Storage.code;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Request;
import brume.http.Response;
import brume.model.s3.Condition;
import brume.model.s3.ErrorDocument;
import brume.model.s3.IndexDocument;
import brume.model.s3.PutBucketWebsiteRequest;
import brume.model.s3.Redirect;
import brume.model.s3.RedirectAllRequestsTo;
import brume.model.s3.RoutingRule;
import brume.model.s3.S3Model;
import brume.model.s3.WebsiteConfiguration;
import brume.s3.Storage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebsiteTest {
  @TempDir Path directory;
  private Storage storage;

  @BeforeEach
  void open() {
    storage = new Storage(directory);
    storage.put("index.html", "home".getBytes(UTF_8), input -> input.contentType("text/html"));
    storage.put("docs/index.html", "docs");
    storage.put("error.html", "sorry");
    configure(
        WebsiteConfiguration.builder()
            .indexDocument(new IndexDocument("index.html"))
            .errorDocument(new ErrorDocument("error.html")));
  }

  private void configure(WebsiteConfiguration.Builder website) {
    storage.call(
        S3Model.PUT_BUCKET_WEBSITE,
        PutBucketWebsiteRequest.builder()
            .bucket(BUCKET)
            .websiteConfiguration(website.build())
            .build());
  }

  private Response ask(String method, String path, String... headers) {
    var all = Headers.of(headers).with("Host", "photos.example");
    var remote = InetSocketAddress.createUnresolved("client", 1);
    var request = new Request(method, path, "", all, Body.EMPTY, remote, false);
    try {
      return storage.service.sites().getFirst().serve(storage.local.call(), BUCKET, request);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String text(Response response) throws IOException {
    return new String(response.body().open().readAllBytes(), UTF_8);
  }

  @Test
  void servesIndexDocuments() throws IOException {
    var home = ask("GET", "/");
    assertThat(home.status()).isEqualTo(200);
    assertThat(text(home)).isEqualTo("home");
    assertThat(home.headers().first("content-type")).isEqualTo("text/html");
    assertThat(text(ask("GET", "/docs/"))).isEqualTo("docs");
    var folder = ask("GET", "/docs");
    assertThat(folder.status()).isEqualTo(302);
    assertThat(folder.headers().first("location")).isEqualTo("/docs/");
  }

  @Test
  void sendsNothingThatIsKnown() {
    var etag = String.valueOf(ask("GET", "/").headers().first("etag"));
    assertThat(ask("GET", "/", "If-None-Match", etag).status()).isEqualTo(304);
  }

  @Test
  void servesTheErrorDocument() throws IOException {
    var missing = ask("GET", "/nothing");
    assertThat(missing.status()).isEqualTo(404);
    assertThat(text(missing)).isEqualTo("sorry");
    configure(WebsiteConfiguration.builder().indexDocument(new IndexDocument("index.html")));
    assertThat(text(ask("GET", "/nothing"))).contains("NoSuchKey");
  }

  @Test
  void redirects() {
    var old =
        new RoutingRule(
            Condition.builder().keyPrefixEquals("old/").build(),
            Redirect.builder().replaceKeyPrefixWith("new/").build());
    var lost =
        new RoutingRule(
            Condition.builder().httpErrorCodeReturnedEquals("404").build(),
            Redirect.builder()
                .hostName("other.example")
                .protocol("https")
                .replaceKeyWith("found")
                .httpRedirectCode("307")
                .build());
    configure(
        WebsiteConfiguration.builder()
            .indexDocument(new IndexDocument("index.html"))
            .routingRules(List.of(old, lost)));
    assertThat(ask("GET", "/old/a b".replace(" ", "%20")).headers().first("location"))
        .isEqualTo("http://photos.example/new/a%20b");
    var found = ask("GET", "/nothing");
    assertThat(found.status()).isEqualTo(307);
    assertThat(found.headers().first("location")).isEqualTo("https://other.example/found");
    storage.put("moved", new byte[1], input -> input.websiteRedirectLocation("/index.html"));
    assertThat(ask("GET", "/moved").headers().first("location")).isEqualTo("/index.html");
  }

  @Test
  void redirectsAll() {
    configure(
        WebsiteConfiguration.builder()
            .redirectAllRequestsTo(new RedirectAllRequestsTo("other.example", null)));
    assertThat(ask("GET", "/a").headers().first("location")).isEqualTo("http://other.example/a");
  }

  @Test
  void refusesOtherMethods() {
    assertThat(code(() -> ask("POST", "/"))).isEqualTo("MethodNotAllowed");
  }
}
