package brume.wire;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Request;
import brume.shape.ErrorCode;
import brume.shape.Member;
import brume.shape.OperationShape;
import brume.shape.ServiceShape;
import brume.shape.Structure;
import brume.shape.StructureShape;
import brume.wire.json.JsonReader;
import brume.wire.json.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The bodies of restJson1.
final class JsonRestBody implements RestBody {
  private static final String JSON = "application/json";

  @Override
  public String requestIdHeader() {
    return "x-amzn-RequestId";
  }

  @Override
  public void requireMediaTypes(Request request, OperationShape<?, ?> operation) {
    MediaTypes.require(request, operation);
  }

  @Override
  public boolean writesNoMembers(StructureShape<?> shape) {
    return !shape.members().isEmpty();
  }

  @Override
  public void readMembers(byte[] body, StructureShape<?> shape, @Nullable Object[] into)
      throws IOException {
    JsonReader.readMembers(body, shape, into);
  }

  @Override
  public String contentType() {
    return JSON;
  }

  @Override
  public byte[] members(ServiceShape service, Structure structure) {
    return JsonWriter.writeBody(structure);
  }

  @Override
  public @Nullable Object readValue(byte[] body, Member member) throws IOException {
    return JsonReader.read(body, member.target());
  }

  @Override
  public Payload writeValue(ServiceShape service, Member member, Object value) {
    return new Payload(JSON, Body.of(JsonWriter.writeValue(value, member)));
  }

  @Override
  public ErrorBody writeError(
      ServiceShape service,
      ErrorCode error,
      String message,
      @Nullable Structure detail,
      String requestId) {
    return new ErrorBody(
        JSON,
        Headers.of("x-amzn-ErrorType", RpcErrors.type(error)),
        Body.of(JsonWriter.writeError(null, RpcErrors.messageKey(error), message, detail)));
  }
}
