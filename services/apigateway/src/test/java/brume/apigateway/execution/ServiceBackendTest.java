package brume.apigateway.execution;

import static brume.model.dynamodb.DynamoDbError.RESOURCE_NOT_FOUND_EXCEPTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.apigateway.Lab;
import brume.identity.Credential;
import brume.identity.Principal;
import brume.model.dynamodb.AttributeValue;
import brume.model.dynamodb.DynamoDbModel;
import brume.model.dynamodb.GetItemInput;
import brume.model.dynamodb.GetItemOutput;
import brume.model.sns.PublishInput;
import brume.model.sns.PublishResponse;
import brume.model.sns.SnsModel;
import brume.model.sqs.SendMessageRequest;
import brume.model.sqs.SendMessageResult;
import brume.model.sqs.SqsModel;
import brume.model.sts.AssumeRoleResponse;
import brume.model.sts.Credentials;
import brume.model.sts.StsModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceBackendTest {
  private static final String ROLE = "arn:aws:iam::000000000000:role/gateway";
  private static final Principal SESSION =
      new Principal.AssumedRole("000000000000", "/", "gateway", "AROA", "session");

  private final Lab lab = new Lab();
  private final List<Principal> callers = new ArrayList<>();

  ServiceBackendTest() {
    lab.credentials.put("ASIA", new Credential("ASIA", "s", "token", SESSION, Instant.MAX, null));
    lab.local.answer(
        StsModel.ASSUME_ROLE,
        (call, input) -> {
          callers.add(call.caller());
          assertThat(input.roleArn()).isEqualTo(ROLE);
          return AssumeRoleResponse.builder()
              .credentials(new Credentials("ASIA", Instant.MAX, "s", "token"))
              .build();
        });
  }

  private String api(String service, String more) {
    var response =
        service.startsWith("dynamodb")
            ? ", \"responseTemplates\": {\"application/json\": \"$input.path('$.Item.name.S')\"}"
            : "";
    var operation =
        """
        {"responses": {"200": {"description": "d"}, "400": {"description": "d"}},
         "x-amazon-apigateway-integration": {"type": "aws", "httpMethod": "POST",
           "uri": "arn:aws:apigateway:us-east-1:%s", "credentials": "%s", %s,
           "responses": {"default": {"statusCode": "200"%s}, "4\\\\d{2}": {"statusCode": "400"}}}}
        """
            .formatted(service, ROLE, more, response);
    return lab.deployed(Lab.document("\"/{id}\": {\"post\": " + operation + "}"));
  }

  private brume.http.Response post(String api, String body) {
    return lab.send(api, Lab.request("POST", "/Prod/7", body));
  }

  private static final String GET_ITEM =
      """
      "requestTemplates": {"application/json":
        "{\\"TableName\\": \\"todos\\", \\"Key\\": {\\"id\\": {\\"S\\": \\"$input.params('id')\\"}}}"}
      """;

  @Test
  void anActionIsCalledAsTheRole() {
    var asked = new ArrayList<GetItemInput>();
    lab.local.answer(
        DynamoDbModel.GET_ITEM,
        (call, input) -> {
          callers.add(call.caller());
          asked.add(input);
          return GetItemOutput.builder()
              .item(Map.of("name", AttributeValue.builder().s("Ann").build()))
              .build();
        });
    var response = post(api("dynamodb:action/GetItem", GET_ITEM), "");
    assertThat(Lab.text(response)).isEqualTo("Ann");
    assertThat(response.status()).isEqualTo(200);
    assertThat(asked.getFirst().tableName()).isEqualTo("todos");
    assertThat(callers).containsExactly(new Principal.Service("apigateway.amazonaws.com"), SESSION);
  }

  @Test
  void aRefusalIsSelectedByItsStatus() {
    lab.local.answer(
        DynamoDbModel.GET_ITEM,
        (_, _) -> {
          throw RESOURCE_NOT_FOUND_EXCEPTION.because("no table");
        });
    var response = post(api("dynamodb:action/GetItem", GET_ITEM), "");
    assertThat(response.status()).isEqualTo(400);
    assertThat(Lab.text(response)).contains("ResourceNotFoundException");
  }

  @Test
  void aMessageIsSentByItsForm() {
    var sent = new ArrayList<SendMessageRequest>();
    lab.local.answer(
        SqsModel.SEND_MESSAGE,
        (_, input) -> {
          sent.add(input);
          return SendMessageResult.builder().messageId("id").build();
        });
    var form =
        """
        "requestParameters": {"integration.request.header.Content-Type":
            "'application/x-www-form-urlencoded'"},
        "requestTemplates": {"application/json":
          "Action=SendMessage&MessageBody=$util.urlEncode($input.body)"}
        """;
    assertThat(post(api("sqs:path/000000000000/jobs", form), "{\"a\": 1}").status()).isEqualTo(200);
    assertThat(sent.getFirst().queueUrl()).isEqualTo("http://localhost:4566/000000000000/jobs");
    assertThat(sent.getFirst().messageBody()).isEqualTo("{\"a\": 1}");
  }

  @Test
  void parametersOfTheQueryGoIntoTheForm() {
    var published = new ArrayList<PublishInput>();
    lab.local.answer(
        SnsModel.PUBLISH,
        (_, input) -> {
          published.add(input);
          return PublishResponse.builder().messageId("id").build();
        });
    var mapping =
        """
        "requestTemplates": {"application/json": ""}, "requestParameters": {
          "integration.request.querystring.TopicArn": "'arn:aws:sns:us-east-1:000000000000:t'",
          "integration.request.querystring.Message": "method.request.path.id"}
        """;
    assertThat(post(api("sns:action/Publish", mapping), "").status()).isEqualTo(200);
    assertThat(published.getFirst().message()).isEqualTo("7");
    assertThat(published.getFirst().topicArn()).endsWith(":t");
  }

  @Test
  void whatCannotBeReachedIsRefused() {
    assertThatThrownBy(() -> api("states:action/StartExecution", "\"description\": \"d\""))
        .hasMessageContaining("description");
    assertThatThrownBy(() -> api("states:action/StartExecution", "\"cacheNamespace\": \"d\""))
        .hasMessageContaining("integrations of the service of arn:aws:apigateway:us-east-1:states");
  }
}
