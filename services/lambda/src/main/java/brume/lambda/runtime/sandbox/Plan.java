package brume.lambda.runtime.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What to run, and with what.
///
/// @param id unique among the sandboxes of this process; names its control group
/// @param uid the user id of the function, and group id
/// @param code becomes `/var/task`
/// @param opt becomes `/opt`
/// @param runtime becomes `/var/runtime`
/// @param prepared becomes `/var/prepared`
/// @param language a directory outside `/usr` that the interpreter needs, at its own path
/// @param command given the layout and sockets that the function will see
/// @param memoryMb limit of all its processes together
/// @param tmpMb size of `/tmp`
/// @param ports of the host's loopback address that it reaches, Brume's not counted
/// @param processes how many processes and threads it may have
public record Plan(
    String id,
    int uid,
    Path code,
    @Nullable Path opt,
    Path runtime,
    @Nullable Path prepared,
    @Nullable Path language,
    Function<Place, Command> command,
    int memoryMb,
    int tmpMb,
    Set<Integer> ports,
    int processes) {

  /// The same with another command.
  public Plan with(Function<Place, Command> other) {
    return new Plan(
        id, uid, code, opt, runtime, prepared, language, other, memoryMb, tmpMb, ports, processes);
  }

  /// What the function will see.
  ///
  /// @param runtimeApi `host:port`
  /// @param endpoint `http://host:port` of Brume
  public record Place(Layout layout, String runtimeApi, String endpoint) {}

  /// A program, its arguments and its whole environment.
  public record Command(List<String> words, Map<String, String> environment) {}
}
