package brume.apigateway.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.apigateway.Lab;
import brume.http.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyValidationTest {
  private static final String PARTS =
      """
      "x-amazon-apigateway-request-validators": {"body": {"validateRequestBody": true}},
      "x-amazon-apigateway-request-validator": "body",
      "x-amazon-apigateway-gateway-responses": {"BAD_REQUEST_BODY": {"responseTemplates":
        {"application/json": "{\\"message\\":$context.error.messageString,\\"why\\":\\"$context.error.validationErrorString\\"}"}}},
      "definitions": {
        "Tag": {"type": "string", "maxLength": 3},
        "Todo": {"type": "object", "required": ["title"], "properties": {
          "title": {"type": "string", "minLength": 1},
          "count": {"type": "integer", "minimum": 0, "exclusiveMinimum": true},
          "tags": {"type": "array", "items": {"$ref": "#/definitions/Tag"}}}}},
      "paths"
      """;

  private final Lab lab = new Lab();

  private String api(String model) {
    var operation =
        Lab.PROXY.replace(
            "\"responses\"",
            "\"parameters\": [{\"in\": \"body\", \"name\": \"b\", \"schema\": {\"$ref\":"
                + " \"#/definitions/"
                + model
                + "\"}}], \"responses\"");
    return lab.deployed(
        Lab.document("\"/\": {\"post\": " + operation + "}").replace("\"paths\"", PARTS));
  }

  private Response post(String api, String body, String type) {
    return lab.send(api, Lab.request("POST", "/Prod", body, "Content-Type", type));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"title\": \"a\"}|200",
        "{\"title\": \"a\", \"count\": 1, \"tags\": [\"abc\"], \"more\": null}|200",
        "{}|400",
        "{\"title\": \"\"}|400",
        "{\"title\": \"a\", \"count\": 0}|400",
        "{\"title\": \"a\", \"count\": 1.5}|400",
        "{\"title\": \"a\", \"tags\": [\"abcd\"]}|400",
        "[]|400",
        "not json|400",
        "''|400"
      })
  void aBodyFitsItsModel(String body, int status) {
    assertThat(post(api("Todo"), body, "application/json; charset=utf-8").status())
        .isEqualTo(status);
  }

  @Test
  void theApiSaysWhatIsWrong() {
    var response = post(api("Todo"), "{}", "application/json");
    assertThat(Lab.text(response)).startsWith("{\"message\":\"Invalid request body\",\"why\":\"[");
    assertThat(Lab.text(response)).contains("title");
    assertThat(response.headers().first("x-amzn-ErrorType")).isEqualTo("BadRequestException");
    assertThat(lab.invoked).isEmpty();
  }

  @Test
  void otherMediaTypesMayBeAnything() {
    assertThat(post(api("Todo"), "anything", "text/plain").status()).isEqualTo(200);
  }

  @Test
  void whatIsNoSchemaIsRefused() {
    assertThatThrownBy(
            () ->
                lab.deployed(
                    Lab.document(
                            "\"/\": {\"post\": "
                                + Lab.PROXY.replace(
                                    "\"responses\"",
                                    "\"parameters\": [{\"in\": \"body\", \"name\": \"b\","
                                        + " \"schema\": {\"$ref\": \"#/definitions/Bad\"}}],"
                                        + " \"responses\"")
                                + "}")
                        .replace("\"paths\"", PARTS.replace("\"Tag\":", "\"Bad\": 5, \"Tag\":"))))
        .hasMessageStartingWith("Invalid model schema specified");
  }
}
