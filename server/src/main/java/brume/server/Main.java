package brume.server;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// Starts Brume and keeps it running until the process is told to stop.
public final class Main {
  private static final System.Logger LOG = System.getLogger(Main.class.getName());

  private Main() {}

  public static void main(String... arguments) throws InterruptedException {
    LogFormat.install();
    try {
      run(Options.parse(System.getenv("BRUME_SMTP_PASSWORD"), List.of(arguments)));
    } catch (IllegalArgumentException wrong) {
      fail(2, wrong.getMessage());
    } catch (IOException | RuntimeException failed) {
      LOG.log(Level.DEBUG, "The start failed", failed);
      fail(1, failed.getMessage());
    }
  }

  private static void run(Options options) throws IOException, InterruptedException {
    var stopped = new CountDownLatch(1);
    var files = RunFiles.of(options.data());
    var brume = Brume.start(options);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(
                    () -> {
                      brume.close();
                      stopped.countDown();
                    }));
    brume.announce(files);
    if (options.untilReady()) {
      System.exit(0);
    }
    stopped.await();
  }

  private static void fail(int status, @Nullable String text) {
    System.err.println("brume: " + text);
    System.exit(status);
  }
}
