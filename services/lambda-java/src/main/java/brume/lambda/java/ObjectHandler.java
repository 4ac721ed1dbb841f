package brume.lambda.java;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/// A handler of objects: reads its argument from JSON and writes what it returns as JSON.
///
/// @param input null when the handler takes no event
/// @param output null when it returns nothing
record ObjectHandler(Body body, @Nullable Converter input, @Nullable Converter output)
    implements RequestStreamHandler {
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  /// The function's own code.
  interface Body {
    @Nullable Object call(@Nullable Object event, Context context)
        throws ReflectiveOperationException;
  }

  static ObjectHandler of(Body body, @Nullable Type input, Type output) {
    return new ObjectHandler(
        body,
        input == null ? null : Converter.of(input),
        output == void.class || output == Void.class ? null : Converter.of(output));
  }

  static <I, O> ObjectHandler of(RequestHandler<I, O> handler) {
    var types = TypeArguments.of(handler.getClass(), RequestHandler.class);
    @SuppressWarnings("unchecked")
    Body body = (event, context) -> handler.handleRequest((I) event, context);
    return of(body, types.get(0), types.get(1));
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var result = call(event(in), context);
    if (output == null) {
      out.write(NULL);
      return;
    }
    try {
      output.write(result, out);
    } catch (RuntimeException e) {
      throw new RuntimeException("An error occurred during JSON serialization of response", e);
    }
  }

  private @Nullable Object event(InputStream in) {
    if (input == null) {
      return null;
    }
    try {
      return input.read(in);
    } catch (RuntimeException e) {
      throw new RuntimeException("An error occurred during JSON parsing", e);
    }
  }

  private @Nullable Object call(@Nullable Object event, Context context) {
    try {
      return body.call(event, context);
    } catch (InvocationTargetException e) {
      throw Sneaky.asUnchecked(Failure.unwrapped(e));
    } catch (ReflectiveOperationException e) {
      throw new Fault("The handler cannot be called: " + e.getMessage(), e);
    }
  }
}
