package brume.wire.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// The cases that do not hold, each with the reason.
record Exceptions(Map<String, String> reasons) {
  static Exceptions read() {
    var reasons = new HashMap<String, String>();
    try (var in = Exceptions.class.getResourceAsStream("exceptions.csv")) {
      if (in != null) {
        var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        text.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .forEach(
                line -> {
                  int comma = line.indexOf(',');
                  reasons.put(line.substring(0, comma), line.substring(comma + 1));
                });
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Exceptions(reasons);
  }

  void run(String id, ThrowingCallable check) throws Throwable {
    var reason = reasons.get(id);
    if (reason == null) {
      check.call();
    } else {
      assertThat(catchThrowable(check)).as(id + " holds, yet is listed: " + reason).isNotNull();
    }
  }
}
