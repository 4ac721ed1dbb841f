package brume.lambda.runtime.jvm;

import brume.base.Arn;
import brume.base.Bytes;
import brume.lambda.runtime.InvocationRequest;
import brume.lambda.runtime.Limits;
import brume.lambda.runtime.api.Event;
import brume.lambda.runtime.api.Rendezvous;
import brume.lambda.runtime.api.Reply;
import brume.lambda.runtime.api.RuntimeApi;
import brume.lambda.runtime.sandbox.Launcher;
import brume.lambda.runtime.sandbox.Layout;
import brume.lambda.runtime.sandbox.Plan;
import brume.lambda.runtime.sandbox.Sandbox;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Makes an AOT cache in the JDK's two steps: a run that records which classes are used, and one
/// that writes them down.
///
/// Both happen in a sandbox like those of functions, because a cache fits only a class path of the
/// same paths. The sandbox can write nothing outside, so the cache leaves it by standard output.
///
/// @param language a directory outside `/usr` that Java needs
/// @param empty a directory without code
record Recording(Launcher launcher, Path runtimes, Path java, @Nullable Path language, Path empty) {
  private static final String MAIN = "brume.lambda.java.Bootstrap";
  private static final String HANDLER = "brume.lambda.java.Rehearsal";
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int UID = 99_999;
  private static final int MEMORY_MB = 1024;
  private static final int TMP_MB = 512;
  private static final Arn ARN =
      new Arn("lambda", "us-east-1", "000000000000", "function:rehearsal");
  private static final List<String> EVENTS =
      List.of("{}", "{\"a\":[1,2.5,true,null,\"b\"]}", "{\"c\":{\"d\":{}}}");

  /// `$0` is a directory to write to, `$@` the program with its flags.
  private static final String SCRIPT =
      """
      "$@" -XX:AOTMode=record -XX:AOTConfiguration="$0/recorded" %s >"$0/log" 2>&1 \
      && "$@" -XX:AOTMode=create -XX:AOTConfiguration="$0/recorded" -XX:AOTCache="$0/cache" \
        >>"$0/log" 2>&1 \
      && exec cat "$0/cache"
      cat "$0/log"
      exit 1
      """
          .formatted(MAIN);

  /// Writes the cache to `target`.
  void run(Path target) throws IOException, InterruptedException {
    try (var out = Files.newOutputStream(target)) {
      var plan =
          new Plan(
              "aot-cache",
              UID,
              empty,
              null,
              runtimes,
              language,
              this::command,
              MEMORY_MB,
              TMP_MB,
              Limits.PROCESSES);
      var sandbox = launcher.launch(plan, chunk -> write(out, chunk));
      try {
        rehearse(sandbox);
        if (await(sandbox.exit()).status() != 0) {
          throw new IOException(failure(target));
        }
      } finally {
        sandbox.close();
        sandbox.exit().handle((_, _) -> true).join();
      }
    }
  }

  private static String failure(Path output) throws IOException {
    return "Java made no AOT cache: " + Files.readString(output, StandardCharsets.ISO_8859_1);
  }

  private Plan.Command command(Plan.Place place) {
    var layout = place.layout();
    var words = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, layout.tmp(), java.toString()));
    words.addAll(JvmOptions.DEFAULT.flags(MEMORY_MB, layout, null));
    words.addAll(List.of("-cp", ClassPath.shared(layout)));
    return new Plan.Command(words, variables(place, layout));
  }

  private static Map<String, String> variables(Plan.Place place, Layout layout) {
    return Map.of(
        "PATH",
        "/usr/bin:/bin",
        "AWS_LAMBDA_RUNTIME_API",
        place.runtimeApi(),
        "LAMBDA_TASK_ROOT",
        layout.task(),
        "_HANDLER",
        HANDLER);
  }

  private void rehearse(Sandbox sandbox) throws IOException, InterruptedException {
    var rendezvous = new Rendezvous();
    RuntimeApi.serve(sandbox.runtimeApi(), rendezvous);
    var _ =
        sandbox
            .exit()
            .handle(
                (_, _) -> {
                  rendezvous.end();
                  return true;
                });
    await(rendezvous.ready());
    for (int i = 0; i < EVENTS.size(); i++) {
      var request = InvocationRequest.of("rehearsal-" + i, Bytes.utf8(EVENTS.get(i)), ARN);
      var event = new Event(request, Instant.now().plus(LIMIT));
      rendezvous.hand(event);
      if (await(event.reply()) instanceof Reply.Failed(Bytes error, _)) {
        throw new IOException("The rehearsal failed: " + error.toUtf8());
      }
    }
    rendezvous.end();
  }

  private static <T> T await(CompletableFuture<T> future) throws IOException, InterruptedException {
    try {
      return future.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("The rehearsal does not end", e);
    }
  }

  private static void write(OutputStream out, byte[] chunk) {
    try {
      out.write(chunk);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
