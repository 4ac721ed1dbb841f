package brume.lambda.java;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Handlers that are methods of any class: `(event)`, `(event, Context)`, `(Context)`, `()`, or
/// with streams `(InputStream)`, `(OutputStream)` and both, each with or without a `Context`
/// behind.
final class MethodHandler {
  private MethodHandler() {}

  /// Of several methods of this name the one with the longest signature, where a `Context` counts
  /// twice.
  static RequestStreamHandler of(Class<?> type, String name) {
    var method =
        Stream.of(type.getMethods())
            .filter(candidate -> candidate.getName().equals(name) && isHandler(candidate))
            .min(Comparator.comparing(Method::isBridge).thenComparingInt(m -> -weight(m)))
            .orElseThrow(() -> missing(type, name));
    boolean isStatic = Modifier.isStatic(method.getModifiers());
    var target = isStatic ? null : HandlerLoader.instance(type);
    var kinds = List.of(method.getParameterTypes());
    if (kinds.contains(InputStream.class) || kinds.contains(OutputStream.class)) {
      return new OfStreams(method, target);
    }
    var event = kinds.isEmpty() || kinds.getFirst() == Context.class ? null : kinds.getFirst();
    return ObjectHandler.of(
        body(method, target, event != null),
        event == null ? null : method.getGenericParameterTypes()[0],
        method.getGenericReturnType());
  }

  private static Fault missing(Class<?> type, String name) {
    return new Fault(
        "No public method named %s with appropriate method signature found on class %s"
            .formatted(name, type.getName()));
  }

  private static int weight(Method method) {
    var kinds = method.getParameterTypes();
    boolean context = kinds.length > 0 && kinds[kinds.length - 1] == Context.class;
    return kinds.length + (context ? 1 : 0);
  }

  private static boolean isHandler(Method method) {
    var rest = new ArrayList<>(List.of(method.getParameterTypes()));
    if (!rest.isEmpty() && rest.getLast() == Context.class) {
      rest.removeLast();
    }
    return switch (rest.size()) {
      case 0, 1 -> !rest.contains(Context.class);
      case 2 -> rest.equals(List.of(InputStream.class, OutputStream.class));
      default -> false;
    };
  }

  private static ObjectHandler.Body body(Method method, @Nullable Object target, boolean hasEvent) {
    int count = method.getParameterCount();
    return (event, context) -> {
      var arguments = new @Nullable Object[count];
      if (count > 0) {
        arguments[count - 1] = context;
      }
      if (hasEvent) {
        arguments[0] = event;
      }
      return method.invoke(target, arguments);
    };
  }

  /// Reads and writes as it likes.
  private record OfStreams(Method method, @Nullable Object target) implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context)
        throws IOException {
      var arguments =
          Stream.of(method.getParameterTypes())
              .map(kind -> kind == InputStream.class ? in : kind == Context.class ? context : out)
              .toArray();
      try {
        method.invoke(target, arguments);
      } catch (InvocationTargetException e) {
        throw Sneaky.asUnchecked(Failure.unwrapped(e));
      } catch (IllegalAccessException e) {
        throw new Fault("The handler cannot be called: " + e.getMessage(), e);
      }
    }
  }
}
