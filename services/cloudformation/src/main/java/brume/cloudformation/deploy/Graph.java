package brume.cloudformation.deploy;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Takes a step for each of a set of things, those that need none of the others at once.
final class Graph {
  /// Steps at once: more would only wait for the store.
  private static final int MAX_AT_ONCE = 16;

  private final Map<String, Set<String>> waiting = new LinkedHashMap<>();
  private final CompletionService<Taken> steps;
  private final Predicate<String> step;
  private final ArrayDeque<String> ready = new ArrayDeque<>();
  private int running;

  private record Taken(String id, boolean succeeded) {}

  private Graph(
      Map<String, Set<String>> needs, Predicate<String> step, CompletionService<Taken> steps) {
    needs.forEach((id, needed) -> waiting.put(id, new HashSet<>(needed)));
    this.step = step;
    this.steps = steps;
  }

  /// Returns when all steps were taken, or none that may be taken is left; whatever began has
  /// ended.
  ///
  /// @param needs the things, each with those that must have succeeded before it
  /// @param step whether it succeeded; what it throws is thrown on when the others have ended
  /// @param goesOn whether further steps may begin
  static void run(Map<String, Set<String>> needs, Predicate<String> step, BooleanSupplier goesOn)
      throws InterruptedException {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      new Graph(needs, step, new ExecutorCompletionService<>(executor)).run(goesOn);
    }
  }

  private void run(BooleanSupplier goesOn) throws InterruptedException {
    RuntimeException thrown = null;
    release(null);
    while (true) {
      while (thrown == null && !ready.isEmpty() && running < MAX_AT_ONCE && goesOn.getAsBoolean()) {
        var id = ready.remove();
        Callable<Taken> task = () -> new Taken(id, step.test(id));
        steps.submit(task);
        running++;
      }
      if (running == 0) {
        break;
      }
      var ended = steps.take();
      running--;
      try {
        var taken = ended.get();
        if (taken.succeeded) {
          release(taken.id);
        }
      } catch (ExecutionException e) {
        thrown =
            e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
      }
    }
    if (thrown != null) {
      throw thrown;
    }
  }

  private void release(@Nullable String done) {
    for (var iterator = waiting.entrySet().iterator(); iterator.hasNext(); ) {
      var entry = iterator.next();
      if (done != null) {
        entry.getValue().remove(done);
      }
      if (entry.getValue().isEmpty()) {
        ready.add(entry.getKey());
        iterator.remove();
      }
    }
  }

  /// The other way round, among the same things: each needs those that needed it. What goes round
  /// in a circle needs nothing.
  static Map<String, Set<String>> reversed(Map<String, Set<String>> needs) {
    var reversed = new LinkedHashMap<String, Set<String>>();
    needs.keySet().forEach(id -> reversed.put(id, new LinkedHashSet<>()));
    needs.forEach(
        (id, needed) ->
            needed.forEach(
                other -> {
                  var before = reversed.get(other);
                  if (before != null && !other.equals(id)) {
                    before.add(id);
                  }
                }));
    var circular = new LinkedHashMap<String, Set<String>>();
    reversed.forEach((id, before) -> circular.put(id, new HashSet<>(before)));
    while (circular.values().removeIf(Set::isEmpty)) {
      circular.values().forEach(before -> before.retainAll(circular.keySet()));
    }
    circular.keySet().forEach(id -> reversed.put(id, Set.of()));
    return reversed;
  }
}
