package brume.lambda.java;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Handlers of every shape, from JSON to JSON.
class HandlersTest {
  private static final Map<String, String> VARIABLES =
      Map.of("AWS_LAMBDA_FUNCTION_NAME", "f", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");

  private static String call(String name, String event) throws Exception {
    var output = new ByteArrayOutputStream();
    HandlerLoader.load(HandlersTest.class.getName() + name)
        .handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), output, context());
    return output.toString(UTF_8);
  }

  private static InvocationContext context() {
    var headers =
        Map.of(
            "lambda-runtime-aws-request-id", "r1",
            "lambda-runtime-deadline-ms", "9000000000000",
            "lambda-runtime-client-context",
                "{\"client\":{\"app_title\":\"t\"},\"custom\":{\"a\":1},\"env\":{}}",
            "lambda-runtime-cognito-identity", "{\"cognitoIdentityId\":\"i\"}");
    var variables = new Variables(VARIABLES);
    var logger = Logger.of(variables, new PrintStream(OutputStream.nullOutputStream()));
    return new InvocationContext(
        new RuntimeConnection.Event(headers, new byte[0]), variables, logger);
  }

  public static class Order {
    private String item = "";
    private int count;

    public String getItem() {
      return item;
    }

    public void setItem(String item) {
      this.item = item;
    }

    public int getCount() {
      return count;
    }

    public void setCount(int count) {
      this.count = count;
    }
  }

  public static Order object(Order order) {
    order.setCount(order.getCount() + 1);
    return order;
  }

  public static class Texts {
    public String text(String event) {
      return event + "!";
    }
  }

  public static List<Integer> numbers(List<Integer> event, Context context) {
    return event.reversed();
  }

  public static void nothing() {}

  public static String overloaded(String event) {
    return "short";
  }

  public static String overloaded(String event, Context context) {
    return "long";
  }

  public static String who(Context context) {
    var client = context.getClientContext();
    return String.join(
        " ",
        context.getAwsRequestId(),
        context.getFunctionName(),
        client.getClient().getAppTitle(),
        client.getCustom().get("a"),
        context.getIdentity().getIdentityId());
  }

  public static void streams(InputStream in, OutputStream out, Context context) throws IOException {
    out.write(context.getAwsRequestId().getBytes(UTF_8));
    in.transferTo(out);
  }

  public static void unfit(String a, String b, String c) {}

  public static class Generic<T> implements RequestHandler<T, T> {
    @Override
    public T handleRequest(T input, Context context) {
      return input;
    }
  }

  public static class Concrete extends Generic<Order> {}

  public static class Streaming implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
        throws IOException {
      in.transferTo(out);
    }
  }

  public static class Api
      implements RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> {
    @Override
    public APIGatewayProxyResponseEvent handleRequest(
        APIGatewayProxyRequestEvent event, Context context) {
      return new APIGatewayProxyResponseEvent()
          .withStatusCode(200)
          .withBody(event.getPathParameters().get("id") + event.getRequestContext().getStage());
    }
  }

  public static class Queue implements RequestHandler<SQSEvent, String> {
    @Override
    public String handleRequest(SQSEvent event, Context context) {
      var message = event.getRecords().getFirst();
      return message.getBody() + message.getEventSourceArn();
    }
  }

  public static class Schedule implements RequestHandler<ScheduledEvent, String> {
    @Override
    public String handleRequest(ScheduledEvent event, Context context) {
      return event.getDetailType() + event.getTime().getYear();
    }
  }

  public static class Broken {
    public Broken() {
      throw new IllegalStateException("no table");
    }

    public void run() {}
  }

  @Test
  void convertsBeans() throws Exception {
    assertThat(call("::object", "{\"item\":\"a\",\"count\":1,\"unknown\":[]}"))
        .isEqualTo("{\"item\":\"a\",\"count\":2}");
  }

  @Test
  void convertsTextAndLists() throws Exception {
    assertThat(call("$Texts::text", "\"ü\"")).isEqualTo("\"ü!\"");
    assertThat(call("::numbers", "[1,2,3]")).isEqualTo("[3,2,1]");
  }

  @Test
  void answersNullForNothing() throws Exception {
    assertThat(call("::nothing", "{}")).isEqualTo("null");
  }

  @Test
  void prefersTheLongestSignature() throws Exception {
    assertThat(call("::overloaded", "\"\"")).isEqualTo("\"long\"");
  }

  @Test
  void tellsTheContext() throws Exception {
    assertThat(call("::who", "{}")).isEqualTo("\"r1 f t 1 i\"");
  }

  @Test
  void passesStreamsAsTheyAre() throws Exception {
    assertThat(call("::streams", "not json")).isEqualTo("r1not json");
    assertThat(call("$Streaming", "not json")).isEqualTo("not json");
  }

  @Test
  void findsTheTypesOfInterfacesThroughSuperclasses() throws Exception {
    assertThat(call("$Concrete", "{\"item\":\"a\",\"count\":1}"))
        .isEqualTo("{\"item\":\"a\",\"count\":1}");
  }

  @Test
  void readsAndWritesTheEventsOfServices() throws Exception {
    assertThat(
            call(
                "$Api", "{\"pathParameters\":{\"id\":\"7\"},\"requestContext\":{\"stage\":\"p\"}}"))
        .isEqualTo("{\"statusCode\":200,\"body\":\"7p\"}");
    assertThat(call("$Queue", "{\"Records\":[{\"body\":\"b\",\"eventSourceARN\":\"arn\"}]}"))
        .isEqualTo("\"barn\"");
    assertThat(call("$Schedule", "{\"detail-type\":\"tick\",\"time\":\"2026-01-02T03:04:05Z\"}"))
        .isEqualTo("\"tick2026\"");
  }

  @Test
  void saysWhichHandlerItCannotUse() {
    assertThatThrownBy(() -> call("::unfit", "{}"))
        .hasMessage(
            "No public method named unfit with appropriate method signature found on class "
                + HandlersTest.class.getName());
    assertThatThrownBy(() -> call("$Order", "{}"))
        .hasMessage(
            "Class does not implement an appropriate handler interface: " + Order.class.getName());
    assertThatThrownBy(() -> call("$Generic", "{}"))
        .hasMessageContaining("parameter T has no upper bound.");
    assertThatThrownBy(() -> HandlerLoader.load("::x")).hasMessage("Invalid handler: `::x'");
    assertThatThrownBy(() -> HandlerLoader.load("no.Such")).hasMessage("Class not found: no.Such");
  }

  @Test
  void saysWhyAHandlerCannotBeMade() {
    assertThatThrownBy(() -> call("$Broken::run", "{}"))
        .hasMessage("no table")
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void saysThatAnEventDoesNotFit() {
    assertThatThrownBy(() -> call("::object", "{\"count\":\"many\"}"))
        .hasMessage("An error occurred during JSON parsing");
  }
}
