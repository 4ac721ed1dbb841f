package brume.cloudformation.custom;

import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Body;
import brume.cloudformation.Stage;
import brume.http.Headers;
import brume.http.Request;
import brume.json.Json;
import brume.model.cloudformation.Stack;
import brume.model.lambda.InvocationRequest;
import brume.model.lambda.InvocationResponse;
import brume.model.lambda.LambdaError;
import brume.model.lambda.LambdaModel;
import brume.service.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CustomResourceTest {
  private static final String TEMPLATE =
      """
      Resources:
        Site:
          Type: Custom::Site
          Properties:
            ServiceToken: arn:aws:lambda:us-east-1:000000000000:function:maker
            ServiceTimeout: 60
            Size: 1
            Deep: {Flag: true, List: [1, a]}
      Outputs:
        Id: {Value: !Ref Site}
        Url: {Value: !GetAtt Site.Url}
        Inner: {Value: !GetAtt Site.A.B}
      """;

  private final Stage stage = new Stage();
  private final List<Json.Obj> events = new ArrayList<>();
  private final List<String> functions = new ArrayList<>();
  private UnaryOperator<Json.Obj> function = reply -> reply;
  private boolean answers = true;

  CustomResourceTest() {
    stage.local.answer(LambdaModel.INVOKE, this::invoke);
  }

  private InvocationResponse invoke(Call call, InvocationRequest input) {
    functions.add(input.functionName() + ' ' + input.invocationType());
    var event = (Json.Obj) Json.parse(Objects.requireNonNull(input.payload()).toUtf8());
    events.add(event);
    if (answers) {
      send(event);
    }
    return InvocationResponse.builder().statusCode(202).build();
  }

  private int send(Json.Obj event) {
    var reply =
        Json.object(
            "Status", Json.of("SUCCESS"),
            "PhysicalResourceId", Json.of("site-1"),
            "RequestId", Json.of(text(event, "RequestId")),
            "StackId", Json.of(text(event, "StackId")),
            "LogicalResourceId", Json.of(text(event, "LogicalResourceId")),
            "Data", Json.parse("{\"Url\": \"http://site\", \"A\": {\"B\": \"deep\"}}"));
    return put(text(event, "ResponseURL"), function.apply(reply).print());
  }

  private int put(String url, String body) {
    var name = url.substring(url.lastIndexOf('/') + 1);
    var request =
        new Request(
            "PUT",
            "/",
            "",
            Headers.EMPTY,
            Body.utf8(body),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 1),
            false);
    try {
      return stage.replies().serve(stage.local.call(), name, request).status();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Json.Obj object, String name) {
    return Objects.requireNonNull(Objects.requireNonNull(object.get(name)).text());
  }

  @Test
  void aFunctionMakesTheResource() {
    var stack = stage.create("s", TEMPLATE);
    assertThat(stack.stackStatus()).isEqualTo("CREATE_COMPLETE");
    assertThat(functions)
        .containsExactly("arn:aws:lambda:us-east-1:000000000000:function:maker Event");
    var event = events.getFirst();
    assertThat(text(event, "RequestType")).isEqualTo("Create");
    assertThat(text(event, "ResourceType")).isEqualTo("Custom::Site");
    assertThat(text(event, "StackId")).isEqualTo(stack.stackId());
    assertThat(text(event, "ResponseURL"))
        .startsWith("http://localhost:4566/_brume/cloudformation-reply/");
    assertThat(((Json.Obj) Objects.requireNonNull(event.get("ResourceProperties"))).get("Deep"))
        .isEqualTo(Json.parse("{\"Flag\": \"true\", \"List\": [\"1\", \"a\"]}"));
    assertThat(stage.output("s", "Id")).isEqualTo("site-1");
    assertThat(stage.output("s", "Url")).isEqualTo("http://site");
    assertThat(stage.output("s", "Inner")).isEqualTo("deep");
  }

  @Test
  void anUpdateTellsWhatItWasAndADeletionTheId() {
    stage.create("s", TEMPLATE);
    assertThat(stage.update("s", TEMPLATE.replace("Size: 1", "Size: 2")).stackStatus())
        .isEqualTo("UPDATE_COMPLETE");
    var update = events.get(1);
    assertThat(text(update, "RequestType")).isEqualTo("Update");
    assertThat(text(update, "PhysicalResourceId")).isEqualTo("site-1");
    assertThat(text((Json.Obj) Objects.requireNonNull(update.get("OldResourceProperties")), "Size"))
        .isEqualTo("1");
    assertThat(stage.delete("s").stackStatus()).isEqualTo("DELETE_COMPLETE");
    assertThat(text(events.get(2), "RequestType")).isEqualTo("Delete");
    assertThat(put(text(events.get(2), "ResponseURL"), "{}")).isEqualTo(403);
  }

  @Test
  void anotherPhysicalIdIsAReplacement() {
    stage.create("s", TEMPLATE);
    function = reply -> reply.with("PhysicalResourceId", Json.of("site-2"));
    stage.update("s", TEMPLATE.replace("Size: 1", "Size: 2"));
    assertThat(stage.output("s", "Id")).isEqualTo("site-2");
    var removal = events.get(2);
    assertThat(text(removal, "RequestType")).isEqualTo("Delete");
    assertThat(text(removal, "PhysicalResourceId")).isEqualTo("site-1");
  }

  private static Json.Obj fail(Json.Obj reply) {
    return reply.with("Status", Json.of("FAILED")).with("Reason", Json.of("No room"));
  }

  private static UnaryOperator<Json.Obj> failingFirst() {
    var asked = new AtomicInteger();
    return reply -> asked.getAndIncrement() == 0 ? fail(reply) : reply;
  }

  @Test
  void aFailureIsToldWithItsReason() {
    function = failingFirst();
    assertThat(stage.create("s", TEMPLATE).stackStatus()).isEqualTo("ROLLBACK_COMPLETE");
    assertThat(stage.events("s"))
        .anyMatch(
            event ->
                event.startsWith(
                    "Site CREATE_FAILED Received response status [FAILED] from custom resource."
                        + " Message returned: No room (RequestId: "));
  }

  @Test
  void whatFailedIsAskedToDeleteUnderTheIdThatItGave() {
    function = failingFirst();
    stage.create("s", TEMPLATE);
    assertThat(events).hasSize(2);
    assertThat(text(events.get(1), "RequestType")).isEqualTo("Delete");
    assertThat(text(events.get(1), "PhysicalResourceId")).isEqualTo("site-1");
    assertThat(text(events.get(1), "RequestId")).isNotEqualTo(text(events.get(0), "RequestId"));
    assertThat(stage.events("s")).endsWith("Site DELETE_COMPLETE", "s ROLLBACK_COMPLETE");
  }

  @Test
  void whatGaveNoIdIsAskedToDeleteUnderAGeneratedOne() {
    var first = failingFirst();
    function = reply -> first.apply(reply).without("PhysicalResourceId");
    stage.create("s", TEMPLATE);
    assertThat(text(events.get(1), "PhysicalResourceId")).matches("s-Site-[A-Z2-7]{12}");
  }

  @Test
  void aDeletionThatFailsTooFailsTheRollback() {
    function = CustomResourceTest::fail;
    assertThat(stage.create("s", TEMPLATE).stackStatus()).isEqualTo("ROLLBACK_FAILED");
    function = reply -> reply;
    assertThat(stage.delete("s").stackStatus()).isEqualTo("DELETE_COMPLETE");
    assertThat(text(events.getLast(), "PhysicalResourceId")).isEqualTo("site-1");
  }

  @Test
  void whatWasNeverAskedIsNotAskedToDelete() {
    stage.local.answer(
        LambdaModel.INVOKE,
        (_, input) -> {
          throw LambdaError.RESOURCE_NOT_FOUND_EXCEPTION.because("no " + input.functionName());
        });
    assertThat(stage.create("s", TEMPLATE).stackStatus()).isEqualTo("ROLLBACK_COMPLETE");
  }

  @Test
  void repliesThatAreNoneFail() {
    assertThat(failure(reply -> reply.without("PhysicalResourceId")))
        .isEqualTo("Invalid PhysicalResourceId");
    assertThat(failure(reply -> reply.with("RequestId", Json.of("other"))))
        .startsWith("Invalid response object");
    assertThat(failure(reply -> reply.with("Status", Json.of("MAYBE"))))
        .startsWith("Invalid response object");
    assertThat(failure(reply -> reply.with("Reason", Json.of("x".repeat(4096)))))
        .isEqualTo("Response object is too long.");
  }

  private String failure(UnaryOperator<Json.Obj> broken) {
    function = broken;
    var name = "s" + events.size();
    stage.create(name, TEMPLATE);
    var reason = new ArrayList<String>();
    for (var event : stage.allEvents(name)) {
      if ("CREATE_FAILED".equals(event.resourceStatus())) {
        reason.add(Objects.requireNonNull(event.resourceStatusReason()));
      }
    }
    return reason.getFirst();
  }

  @Test
  void silenceEndsWithTheServiceTimeout() {
    answers = false;
    stage.local.answer(
        LambdaModel.INVOKE,
        (call, input) -> {
          stage.local.clock.advance(Duration.ofSeconds(61));
          var answer = invoke(call, input);
          answers = true;
          return answer;
        });
    Stack stack = stage.create("s", TEMPLATE);
    assertThat(stack.stackStatus()).isEqualTo("ROLLBACK_COMPLETE");
    assertThat(stage.events("s"))
        .anyMatch(event -> event.contains("did not receive a response from your custom resource"));
  }

  @Test
  void aReplyThatCameWhileNobodyWaitedIsFoundAfterARestart() {
    answers = false;
    stage.local.answer(
        LambdaModel.INVOKE,
        (call, input) -> {
          invoke(call, input);
          send(events.getLast());
          throw new brume.store.StoreUnavailableException("stopped", null);
        });
    stage.begin("s", TEMPLATE);
    org.assertj.core.api.Assertions.assertThatThrownBy(stage::deliver)
        .isInstanceOf(brume.store.StoreUnavailableException.class);
    stage.restart();
    stage.deliver();
    assertThat(stage.stack("s").stackStatus()).isEqualTo("CREATE_COMPLETE");
    assertThat(events).hasSize(1);
  }

  @Test
  void topicsAndOtherTokensAreRefused() {
    var topic = TEMPLATE.replace("arn:aws:lambda:us-east-1:000000000000:function:maker", "TOKEN");
    stage.create("a", topic);
    assertThat(stage.events("a")).anyMatch(event -> event.contains("Invalid service token."));
    stage.create("b", topic.replace("TOKEN", "arn:aws:sns:us-east-1:000000000000:t"));
    assertThat(stage.events("b"))
        .anyMatch(event -> event.contains("does not ask custom resources through sns yet"));
    stage.create("c", TEMPLATE);
    stage.update("c", TEMPLATE.replace("function:maker", "function:other"));
    assertThat(stage.events("c"))
        .anyMatch(event -> event.contains("Modifying service token is not allowed."));
  }
}
