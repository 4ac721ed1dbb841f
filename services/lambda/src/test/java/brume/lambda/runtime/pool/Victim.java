package brume.lambda.runtime.pool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// A Brume that waits for its violent end, with one function idle and one at work.
final class Victim {
  private Victim() {}

  public static void main(String... arguments) throws IOException, InterruptedException {
    var lab = new Lab(Path.of(arguments[0]));
    lab.call(lab.python("def handler(e, c):\n    return 1\n"), "{}");
    var busy =
        lab.python(
            "import time\ndef handler(e, c):\n    print('busy', flush=True)\n    time.sleep(600)\n");
    Thread.startVirtualThread(() -> lab.invoke(busy, "{}"));
    Lab.await("the function at work", () -> lab.log.contains("busy\n"));
    System.out.println("ready");
    new CountDownLatch(1).await();
  }
}
