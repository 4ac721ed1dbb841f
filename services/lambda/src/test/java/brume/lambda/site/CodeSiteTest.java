package brume.lambda.site;

import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Request;
import brume.http.Response;
import brume.lambda.Cloud;
import brume.lambda.CloudTest;
import brume.model.lambda.DeleteFunctionRequest;
import brume.model.lambda.GetFunctionRequest;
import brume.model.lambda.LambdaModel;
import brume.service.Site;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CodeSiteTest extends CloudTest {
  private URI link() {
    cloud.create("f", Cloud.ECHO);
    var found = cloud.invoke(LambdaModel.GET_FUNCTION, new GetFunctionRequest("f", null));
    return URI.create(Objects.requireNonNull(Objects.requireNonNull(found.code()).location()));
  }

  private Response load(URI link, String query) throws IOException {
    var request =
        new Request(
            "GET",
            "/",
            query,
            Headers.EMPTY,
            Body.EMPTY,
            InetSocketAddress.createUnresolved("client", 1),
            false);
    Site site = cloud.lambda.service().sites().getFirst();
    return site.serve(cloud.call(), link.getPath().split("/")[3], request);
  }

  @Test
  void givesThePackageThatWasUploaded() throws IOException {
    var link = link();

    var response = load(link, link.getQuery());

    assertThat(response.status()).isEqualTo(200);
    try (var in = response.body().open()) {
      assertThat(in.readAllBytes()).isEqualTo(Cloud.zip(Map.of("app.py", Cloud.ECHO)));
    }
  }

  @Test
  void refusesLinksThatAreTooOldOrNotItsOwn() throws IOException {
    var link = link();

    assertThat(load(link, link.getQuery().replace("Expires=1", "Expires=2")).status())
        .isEqualTo(403);
    assertThat(load(link, "").status()).isEqualTo(403);
    cloud.local.clock.advance(Duration.ofMinutes(10));
    assertThat(load(link, link.getQuery()).status()).isEqualTo(403);
  }

  @Test
  void packagesGoSomeTimeAfterTheirFunction() throws IOException, InterruptedException {
    var link = link();
    var job = cloud.lambda.service().jobs().getFirst();
    cloud.local.clock.advance(Duration.ofHours(2));
    job.run(cloud.call());
    job.run(cloud.call());
    assertThat(directory.resolve("code/archives")).isNotEmptyDirectory();

    cloud.invoke(LambdaModel.DELETE_FUNCTION, new DeleteFunctionRequest("f", null));
    job.run(cloud.call());
    assertThat(directory.resolve("code/archives")).isNotEmptyDirectory();
    job.run(cloud.call());

    assertThat(directory.resolve("code/archives")).isEmptyDirectory();
    assertThat(load(link, link.getQuery()).status()).isEqualTo(403);
  }
}
