package brume.lambda.invoke;

import static brume.model.lambda.LambdaError.INVALID_REQUEST_CONTENT_EXCEPTION;
import static brume.model.lambda.LambdaError.REQUEST_TOO_LARGE_EXCEPTION;

import brume.base.Bytes;
import brume.lambda.function.Limits;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// The event of a request, which must be one JSON value.
public final class Payload {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Bytes NOTHING = Bytes.utf8("{}");

  private Payload() {}

  /// @param payload null for an empty object
  public static Bytes synchronous(@Nullable Bytes payload) {
    return checked(payload, brume.lambda.runtime.Limits.PAYLOAD_BYTES);
  }

  /// @param payload null for an empty object
  public static Bytes asynchronous(@Nullable Bytes payload) {
    return checked(payload, Limits.EVENT_BYTES);
  }

  private static Bytes checked(@Nullable Bytes payload, int limit) {
    if (payload == null || payload.length() == 0) {
      return NOTHING;
    }
    if (payload.length() > limit) {
      throw REQUEST_TOO_LARGE_EXCEPTION.because(
          "Request must be smaller than %d bytes for the InvokeFunction operation"
              .formatted(limit));
    }
    try (var parser = JSON.createParser(payload.shared())) {
      if (parser.nextToken() == null) {
        throw invalid("No content to map due to end-of-input");
      }
      parser.skipChildren();
      if (parser.nextToken() != null) {
        throw invalid("Trailing content");
      }
      return payload;
    } catch (JsonProcessingException e) {
      throw invalid(e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RuntimeException invalid(String reason) {
    return INVALID_REQUEST_CONTENT_EXCEPTION.because(
        "Could not parse request body into json: Could not parse payload into json: " + reason);
  }
}
