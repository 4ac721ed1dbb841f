package brume.lambda.java;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What went wrong, as the caller reads it and as the log does.
///
/// @param type of the header `Lambda-Runtime-Function-Error-Type`
/// @param json `errorMessage`, `errorType`, `stackTrace`, and the same again as `cause`
/// @param text for the log
record Failure(String type, byte[] json, String text) {
  private static final String OWN_PACKAGE = Failure.class.getPackageName() + ".";

  static Failure of(Throwable thrown) {
    if (thrown instanceof Fault fault) {
      return of(fault);
    }
    var seen = Collections.<Throwable>newSetFromMap(new IdentityHashMap<>());
    cut(thrown, seen);
    seen.clear();
    var json = new JsonText();
    write(json, thrown, seen);
    return new Failure(
        thrown.getClass().getName(), json.bytes(), message(thrown) + ": " + trace(thrown));
  }

  /// A function that cannot be loaded; the place within this program tells its author nothing.
  private static Failure of(Fault fault) {
    var json = new JsonText().open('{').name("errorMessage").value(fault.getMessage());
    var reason = fault.getCause();
    var type = reason == null ? null : reason.getClass().getName();
    if (type != null) {
      json.name("errorType").value(type);
    }
    var text = fault.getMessage() + (reason == null ? "\n" : ": " + trace(reason));
    return new Failure(
        type == null ? "Runtime.BadFunctionCode" : type, json.close('}').bytes(), text);
  }

  /// The exception of a method that was called by reflection.
  static Throwable unwrapped(InvocationTargetException e) {
    var cause = e.getCause();
    return cause == null ? e : cause;
  }

  /// Drops the frames of this program and below.
  private static void cut(@Nullable Throwable thrown, Set<Throwable> seen) {
    if (thrown == null || !seen.add(thrown)) {
      return;
    }
    var frames = thrown.getStackTrace();
    for (int i = 0; i < frames.length; i++) {
      if (frames[i].getClassName().startsWith(OWN_PACKAGE)) {
        thrown.setStackTrace(Arrays.copyOf(frames, i));
        break;
      }
    }
    cut(thrown.getCause(), seen);
    for (var suppressed : thrown.getSuppressed()) {
      cut(suppressed, seen);
    }
  }

  private static void write(JsonText json, Throwable thrown, Set<Throwable> seen) {
    seen.add(thrown);
    json.open('{').name("errorMessage").value(message(thrown));
    json.name("errorType").value(thrown.getClass().getName());
    json.name("stackTrace").open('[');
    for (var frame : thrown.getStackTrace()) {
      json.value(frame.toString());
    }
    json.close(']');
    var cause = thrown.getCause();
    if (cause != null && !seen.contains(cause)) {
      json.name("cause");
      write(json, cause, seen);
    }
    json.close('}');
  }

  private static String message(Throwable thrown) {
    var message = thrown.getLocalizedMessage();
    return message == null ? thrown.getClass().getName() : message;
  }

  private static String trace(Throwable thrown) {
    var text = new StringWriter();
    text.append(thrown.getClass().getName()).append('\n');
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.append('\n').toString();
  }
}
