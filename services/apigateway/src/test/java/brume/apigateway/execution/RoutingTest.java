package brume.apigateway.execution;

import static org.assertj.core.api.Assertions.assertThat;

import brume.apigateway.Lab;
import brume.apigateway.gateway.PathTree;
import brume.base.Bytes;
import brume.json.Json;
import brume.model.apigateway.ApiGatewayModel;
import brume.model.apigateway.PutRestApiRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTest {
  private final Lab lab = new Lab();

  private static String tree() {
    return Lab.document(
        "\"/\": {\"get\": %1$s}, \"/a\": {\"get\": %1$s, \"x-amazon-apigateway-any-method\": %1$s}, \"/a/{id}\": {\"get\": %1$s}, \"/a/{id}/b\": {\"get\": %1$s}, \"/a/x/{proxy+}\": {\"x-amazon-apigateway-any-method\": %1$s}"
            .formatted(Lab.PROXY));
  }

  @ParameterizedTest
  @CsvSource({
    "/Prod, /",
    "/Prod/, /",
    "/Prod/a, /a",
    "/Prod/a/, /a",
    "/Prod/%61, /a",
    "/Prod/a/1, /a/{id}",
    "/Prod/a/1/b, /a/{id}/b",
    "/Prod/a/x, /a/{id}",
    "/Prod/a/x/1/2, /a/x/{proxy+}",
    "/Prod/a/x/b, /a/x/{proxy+}"
  })
  void theMostSpecificResourceAnswers(String path, String resource) {
    var api = lab.deployed(tree());
    assertThat(lab.get(api, path).status()).isEqualTo(200);
    assertThat(lab.event().get("resource")).isEqualTo(Json.of(resource));
  }

  @Test
  void aGreedyVariableTakesTheRest() {
    var api = lab.deployed(tree());
    lab.send(api, Lab.request("DELETE", "/Prod/a/x/1/2%2F3", ""));
    assertThat(lab.event().get("pathParameters").print()).isEqualTo("{\"proxy\":\"1/2%2F3\"}");
    assertThat(lab.event().get("httpMethod")).isEqualTo(Json.of("DELETE"));
  }

  @Test
  void whatIsNotThereIsForbidden() {
    var api = lab.deployed(tree());
    var response = lab.get(api, "/Prod/nothing");
    assertThat(response.status()).isEqualTo(403);
    assertThat(Lab.text(response)).isEqualTo("{\"message\":\"Missing Authentication Token\"}");
    assertThat(response.headers().first("x-amzn-errortype"))
        .isEqualTo("MissingAuthenticationTokenException");
    var verb = lab.send(api, Lab.request("PUT", "/Prod/a/1", ""));
    assertThat(Lab.text(verb)).isEqualTo("{\"message\":\"Missing Authentication Token\"}");
    assertThat(Lab.text(lab.get(api, "/Test/a"))).isEqualTo("{\"message\":\"Forbidden\"}");
    assertThat(Lab.text(lab.get("nothere", "/Prod"))).isEqualTo("{\"message\":\"Forbidden\"}");
    assertThat(lab.invoked).isEmpty();
  }

  @Test
  void aDeploymentStaysAsItWas() {
    var api = lab.deployed(tree());
    lab.local.invoke(
        ApiGatewayModel.PUT_REST_API,
        PutRestApiRequest.builder()
            .restApiId(api)
            .mode("overwrite")
            .body(Bytes.utf8(Lab.document("\"/new\": {\"get\": " + Lab.PROXY + "}")))
            .build());
    assertThat(lab.get(api, "/Prod/a").status()).isEqualTo(200);
    assertThat(lab.get(api, "/Prod/new").status()).isEqualTo(403);
    lab.deploy(api, "Prod");
    assertThat(lab.get(api, "/Prod/a").status()).isEqualTo(403);
    assertThat(lab.get(api, "/Prod/new").status()).isEqualTo(200);
  }

  @Test
  void aTreeOfTemplatesFindsWhatACarefulReaderFinds() {
    var random = new Random(7);
    var parts = List.of("a", "b", "{v}", "{w}");
    for (int round = 0; round < 300; round++) {
      var templates = new TreeSet<String>();
      for (int i = 0; i < 6; i++) {
        var template = new StringBuilder();
        int length = random.nextInt(4);
        for (int j = 0; j < length; j++) {
          template.append('/').append(parts.get(random.nextInt(parts.size())));
        }
        template.append(random.nextInt(4) == 0 ? "/{g+}" : "");
        templates.add(template.isEmpty() ? "/" : template.toString());
      }
      var tree = new PathTree<String>();
      templates.forEach(template -> tree.add(template, template));
      var path = new StringBuilder();
      for (int j = random.nextInt(5); j > 0; j--) {
        path.append('/').append("abc".charAt(random.nextInt(3)));
      }
      var found = tree.find(path.isEmpty() ? "/" : path.toString(), _ -> true);
      var fits = templates.stream().filter(template -> fits(template, path.toString())).toList();
      assertThat(found == null).as("%s in %s", path, templates).isEqualTo(fits.isEmpty());
      if (found != null) {
        assertThat(fits).contains(found.value());
        assertThat(fits.stream().map(RoutingTest::rank).min(Comparator.naturalOrder()))
            .contains(rank(found.value()));
      }
    }
  }

  private static boolean fits(String template, String path) {
    var regex =
        template.equals("/")
            ? ""
            : template.replaceAll("\\{\\w+}", "[^/]+").replaceAll("\\{\\w+\\+}", ".+");
    return path.matches(regex);
  }

  /// Literals before variables before greedy ones, from left to right.
  private static String rank(String template) {
    return template.equals("/")
        ? ""
        : template
            .replaceAll("\\{\\w+\\+}", "3")
            .replaceAll("\\{\\w+}", "2")
            .replaceAll("[ab]", "1");
  }
}
