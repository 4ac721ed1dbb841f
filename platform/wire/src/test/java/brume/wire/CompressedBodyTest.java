package brume.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Request;
import brume.shape.HttpBinding;
import brume.shape.Location;
import brume.shape.Member;
import brume.shape.OperationShape;
import brume.shape.Protocol;
import brume.shape.ServiceShape;
import brume.shape.SimpleShape;
import brume.shape.Structure;
import brume.shape.StructureShape;
import brume.wire.value.MalformedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompressedBodyTest {
  private record Note(@Nullable String text, @Nullable String encoding) implements Structure {
    @Override
    public StructureShape<?> shape() {
      return SHAPE;
    }

    @Override
    public @Nullable Object member(int index) {
      return index == 0 ? text : encoding;
    }
  }

  private static final StructureShape<Note> SHAPE = shape(Member.of("Text", SimpleShape.STRING));

  /// With a member that the header of the encoding belongs to.
  private static final StructureShape<Note> DESCRIBED =
      shape(
          Member.of("Text", SimpleShape.STRING),
          Member.of("Encoding", SimpleShape.STRING)
              .wireName("Content-Encoding")
              .in(Location.HEADER));

  private static StructureShape<Note> shape(Member... members) {
    return StructureShape.structure(
        "Note",
        values -> new Note((String) values[0], values.length > 1 ? (String) values[1] : null),
        members);
  }

  @ParameterizedTest
  @CsvSource({
    "AWS_JSON_1_0, '{\"Text\":\"hello\"}'",
    "REST_JSON_1, '{\"Text\":\"hello\"}'",
    "AWS_QUERY, Action=Write&Text=hello",
    "EC2_QUERY, Action=Write&Text=hello",
    "REST_XML, <Note><Text>hello</Text></Note>"
  })
  void everyProtocolReadsACompressedBody(Protocol protocol, String body) throws IOException {
    assertThat(decode(protocol, SHAPE, request(gzip(body), "gzip")).text()).isEqualTo("hello");
    assertThat(decode(protocol, SHAPE, request(gzip(body), "custom, GZIP")).text())
        .isEqualTo("hello");
    assertThat(decode(protocol, SHAPE, request(bytes(body), "")).text()).isEqualTo("hello");
    assertThat(decode(protocol, SHAPE, request(new byte[0], "gzip")).text()).isNull();
  }

  @Test
  void theActionOfACompressedFormIsFound() throws IOException {
    var operation = operation(SHAPE);
    var service =
        new ServiceShape(
            "notes",
            "notes",
            "notes",
            "1",
            null,
            null,
            List.of(Protocol.AWS_QUERY),
            List.of(operation),
            List.of());
    var target = new Router(service).route(request(gzip("Action=Write&Text=a"), "gzip"));
    assertThat(target).isNotNull();
    assertThat(target.operation()).isSameAs(operation);
  }

  @Test
  void whatDescribesTheContentIsNotOfTheRequest() throws IOException {
    var request = request(bytes("{\"Text\":\"plain\"}"), "gzip");
    assertThat(decode(Protocol.REST_JSON_1, DESCRIBED, request))
        .isEqualTo(new Note("plain", "gzip"));
  }

  @Test
  void whatIsNoGzipIsRefused() throws IOException {
    var whole = gzip("{\"Text\":\"hello\"}");
    refused(bytes("{\"Text\":\"hello\"}"), "not compressed with gzip");
    refused(Arrays.copyOf(whole, whole.length - 9), "not compressed with gzip");
  }

  @Test
  void aBodyThatGrowsTooLargeIsRefused() throws IOException {
    var text = "{\"Text\":\"" + " ".repeat(Bodies.MAX_UNCOMPRESSED_BYTES) + "\"}";
    var compressed = gzip(text);
    assertThat(compressed.length).isLessThan(100_000);
    refused(compressed, "larger than 16777216 bytes");
  }

  private static void refused(byte[] body, String why) {
    assertThatThrownBy(() -> decode(Protocol.AWS_JSON_1_1, SHAPE, request(body, "gzip")))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining(why);
  }

  private static Note decode(Protocol protocol, StructureShape<Note> shape, Request request)
      throws IOException {
    return Codec.of(protocol).decode(operation(shape), request, Map.of());
  }

  private static OperationShape<Note, Note> operation(StructureShape<Note> shape) {
    return new OperationShape<>("notes", "Write", HttpBinding.RPC, () -> shape, () -> shape);
  }

  private static Request request(byte[] body, String encoding) {
    return new Request(
        "POST",
        "/",
        "",
        encoding.isEmpty() ? Headers.EMPTY : Headers.of("Content-Encoding", encoding),
        Body.of(body),
        InetSocketAddress.createUnresolved("localhost", 0),
        false);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(String text) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes(text));
    }
    return out.toByteArray();
  }
}
