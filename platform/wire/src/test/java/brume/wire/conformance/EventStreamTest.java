package brume.wire.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import brume.http.Response;
import brume.json.Json;
import brume.shape.HttpBinding;
import brume.shape.OperationShape;
import brume.shape.Protocol;
import brume.shape.ServiceShape;
import brume.shape.StructureShape;
import brume.wire.Codec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import software.amazon.eventstream.Message;

/// The event streams of Smithy's protocol tests that a server sends, told by another decoder.
final class EventStreamTest {
  private static final String NAMESPACE = "aws.protocoltests.restjson#";

  private final Smithy smithy = Smithy.load();
  private final Tables tables = new Tables(smithy, Protocol.REST_JSON_1);
  private final ServiceShape service = service();

  private ServiceShape service() {
    var error = tables.structure(NAMESPACE + "ErrorEvent");
    return new ServiceShape(
        "birds",
        "birds",
        "birds",
        "1",
        null,
        null,
        List.of(Protocol.REST_JSON_1),
        List.of(),
        List.of(new Cases.Failure("ErrorEvent", 400, error)));
  }

  @TestFactory
  Stream<DynamicTest> responses() {
    var operation = smithy.get(NAMESPACE + "OutputStream");
    return Objects.requireNonNull(operation.traits().get("eventStreamTests")).list().stream()
        .map(Json.Obj.class::cast)
        .filter(test -> !Cases.text(test, "appliesTo").equals("client"))
        .map(test -> DynamicTest.dynamicTest(Cases.text(test, "id"), () -> response(test)));
  }

  private void response(Json.Obj test) throws IOException {
    var events = new ArrayList<Value>();
    var wanted = new ArrayList<Message>();
    for (var item : Objects.requireNonNull(test.get("events")).list()) {
      var event = (Json.Obj) item;
      var params = Objects.requireNonNull(event.get("params"));
      events.add(Params.of(params, union()));
      var bytes = Base64.getDecoder().decode(Cases.text(event, "bytes"));
      wanted.add(Message.decode(ByteBuffer.wrap(bytes)));
    }
    var answer = encode(Protocol.REST_JSON_1, "OutputStream", List.of(events));
    assertThat(answer.headers().first("content-type"))
        .isEqualTo("application/vnd.amazon.eventstream");
    assertThat(messages(answer)).isEqualTo(wanted);
  }

  @Test
  void otherMembersGoBeforeTheStream() throws IOException {
    var rest =
        encode(Protocol.REST_JSON_1, "OutputStreamWithInitialResponse", List.of("foo", List.of()));
    assertThat(rest.headers().first("initial-response-member")).isEqualTo("foo");
    assertThat(messages(rest)).isEmpty();
  }

  @Test
  void remoteCallsBeginWithAnEventOfTheirOwn() throws IOException {
    for (var protocol : List.of(Protocol.AWS_JSON_1_1, Protocol.RPC_V2_CBOR)) {
      var event = Params.of(Json.parse("{\"error\":{\"message\":\"No\"}}"), union());
      var messages = messages(encode(protocol, "OutputStream", List.of(List.of(event))));
      assertThat(messages).hasSize(2);
      assertThat(messages.getFirst().getHeaders().get(":event-type").getString())
          .isEqualTo("initial-response");
      assertThat(messages.getLast().getHeaders().get(":exception-type").getString())
          .isEqualTo("error");
    }
  }

  @Test
  void aFailureEndsTheStreamWithAnError() throws IOException {
    var refusal = service.errors().getFirst().because("Enough");
    Iterable<Value> broken = () -> Stream.<Value>generate(() -> fail(refusal)).iterator();
    var messages = messages(encode(Protocol.REST_JSON_1, "OutputStream", List.of(broken)));
    assertThat(messages).hasSize(1);
    var headers = messages.getFirst().getHeaders();
    assertThat(headers.get(":message-type").getString()).isEqualTo("error");
    assertThat(headers.get(":error-code").getString()).isEqualTo("ErrorEvent");
    assertThat(headers.get(":error-message").getString()).isEqualTo("Enough");
  }

  private static Value fail(RuntimeException failure) {
    throw failure;
  }

  private StructureShape<Value> union() {
    return tables.union(NAMESPACE + "EventStream");
  }

  private Response encode(Protocol protocol, String operation, List<Object> members) {
    var output = tables.structure(NAMESPACE + operation + "Output");
    var shape =
        new OperationShape<Value, Value>(
            service.id(), operation, new HttpBinding("POST", "/", 200), () -> output, () -> output);
    return Codec.of(protocol).encode(service, shape, output.make(members.toArray()), "foo-id");
  }

  private static List<Message> messages(Response answer) throws IOException {
    var messages = new ArrayList<Message>();
    try (var in = answer.body().open()) {
      var bytes = ByteBuffer.wrap(in.readAllBytes());
      while (bytes.hasRemaining()) {
        messages.add(Message.decode(bytes));
      }
    }
    return messages;
  }
}
