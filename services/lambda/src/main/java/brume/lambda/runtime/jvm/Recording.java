package brume.lambda.runtime.jvm;

import brume.base.Arn;
import brume.base.Bytes;
import brume.lambda.runtime.InvocationRequest;
import brume.lambda.runtime.api.Event;
import brume.lambda.runtime.api.Forwarder;
import brume.lambda.runtime.api.Rendezvous;
import brume.lambda.runtime.api.Reply;
import brume.lambda.runtime.api.RuntimeApi;
import brume.lambda.runtime.sandbox.Launcher;
import brume.lambda.runtime.sandbox.Plan;
import brume.lambda.runtime.sandbox.Sandbox;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
/// @param plan of a JVM that would run the function: flags, class path, main class
/// @param events that are played while it is recorded; none where they could change the world
/// @param endpoint where Brume listens, for what the function asks of it; null when it asks nothing
record Recording(
    Launcher launcher, Plan plan, List<String> events, @Nullable InetSocketAddress endpoint) {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int FAILURE_TEXT = 2000;
  private static final Arn ARN =
      new Arn("lambda", "us-east-1", "000000000000", "function:rehearsal");

  /// `$0` is a directory to write to, `$1` the main class, the rest the program with its flags.
  private static final String SCRIPT =
      """
      main="$1"; shift
      "$@" -XX:AOTMode=record -XX:AOTConfiguration="$0/recorded" "$main" >"$0/log" 2>&1 \
      && "$@" -XX:AOTMode=create -XX:AOTConfiguration="$0/recorded" -XX:AOTCache="$0/cache" \
        >>"$0/log" 2>&1 \
      && exec cat "$0/cache"
      cat "$0/log"
      exit 1
      """;

  /// Writes the cache to `target`, readable by everyone.
  void run(Path target) throws IOException, InterruptedException {
    try (var out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
      var recorded = plan.with(place -> script(plan.command().apply(place), place));
      var sandbox = launcher.launch(recorded, chunk -> write(out, chunk));
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
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r--r--"));
  }

  private static String failure(Path output) throws IOException {
    var text = Files.readString(output, StandardCharsets.ISO_8859_1);
    return "Java made no AOT cache: " + text.substring(Math.max(0, text.length() - FAILURE_TEXT));
  }

  private static Plan.Command script(Plan.Command command, Plan.Place place) {
    var words =
        new ArrayList<>(
            List.of("/bin/sh", "-c", SCRIPT, place.layout().tmp(), command.words().getLast()));
    words.addAll(command.words().subList(0, command.words().size() - 1));
    return new Plan.Command(words, command.environment());
  }

  private void rehearse(Sandbox sandbox) throws IOException, InterruptedException {
    var rendezvous = new Rendezvous();
    RuntimeApi.serve(sandbox.runtimeApi(), rendezvous);
    if (endpoint != null) {
      Forwarder.serve(sandbox.endpoints(), endpoint);
    }
    var _ =
        sandbox
            .exit()
            .handle(
                (_, _) -> {
                  rendezvous.end();
                  return true;
                });
    if (await(rendezvous.ready()) instanceof Rendezvous.Readiness.InitFailed(var failure)) {
      throw new IOException("The function does not start: " + failure.error().toUtf8());
    }
    for (int i = 0; i < events.size(); i++) {
      var request = InvocationRequest.of("rehearsal-" + i, Bytes.utf8(events.get(i)), ARN);
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
